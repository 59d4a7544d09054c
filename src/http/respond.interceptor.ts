import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { AppConfig } from '../config/app-config';
import type { Picture } from './picture';
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
    const type = action.response;
    if (typeof type !== 'function') return next.handle().pipe(map(value => pictureFile(value as Picture)));
    return next
      .handle()
      .pipe(map(value => render(request, http.getResponse<Response>(), type, value, this.config.jsonDates)));
  }
}

function pictureFile({ type, bytes }: Picture): StreamableFile {
  return new StreamableFile(bytes, { type, length: bytes.length });
}
