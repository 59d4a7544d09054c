import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import type { Response } from 'express';
import { TimeZone } from '../../shared/time-zone';
import { bind, bindInPieces, type DtoClass, fieldsOf, type Source } from '../fields';
import { signalOf } from './client-gone';
import { callerOf, requestOf, stateOf } from './request-state';

interface RawInput {
  readonly type: DtoClass;
  readonly tree: unknown;
  readonly source: Source;
}

const Raw = createParamDecorator((_: unknown, context: ExecutionContext): RawInput => {
  const request = requestOf(context);
  const { action, body } = stateOf(request);
  if (!action) throw new Error('@Input belongs on an action');
  const { tree, source } = body ?? { tree: request.query, source: 'query' as const };
  return { type: action.request, tree, source };
});

/** Binds and validates; dates without an offset are read in the site's zone. */
@Injectable()
class BindPipe implements PipeTransform<RawInput, object | Promise<object>> {
  constructor(private readonly zone: TimeZone) {}

  transform({ type, tree, source }: RawInput): object | Promise<object> {
    const hasRows = fieldsOf(type).some(({ rows }) => rows);
    return hasRows ? bindInPieces(type, tree, source, this.zone) : bind(type, tree, source, this.zone);
  }
}

/** The body of a POST or the query of a GET, bound to the request type of the action and validated. */
export const Input = (): ParameterDecorator => Raw(BindPipe);

export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerOf(requestOf(context)),
);

/** What is known of the request; for `login`, which has no caller yet. */
export const State = createParamDecorator((_: unknown, context: ExecutionContext) =>
  stateOf(requestOf(context)),
);

/** An AbortSignal for long work: aborted with `ClientGone` when the client closes the connection. */
export const WhileAwaited = createParamDecorator((_: unknown, context: ExecutionContext) =>
  signalOf(context.switchToHttp().getResponse<Response>()),
);
