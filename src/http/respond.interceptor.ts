import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { AppConfig } from '../config/app-config';
import { render } from './render';
import { stateOf } from './request-state';

/** Writes what an action returns as its documented response type, member by member: what is not documented cannot leave. */
@Injectable()
export class RespondInterceptor implements NestInterceptor {
  constructor(private readonly config: AppConfig) {}

  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const { action } = stateOf(request);
    if (!action) return next.handle();
    return next
      .handle()
      .pipe(
        map(value =>
          render(request, http.getResponse<Response>(), action.response, value, this.config.jsonDates),
        ),
      );
  }
}
