import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { bind } from './bind';
import type { DtoClass } from './fields';
import { callerOf, requestOf, stateOf } from './request-state';

/** The body of a POST or the query of a GET, bound to the request type of the action and validated. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): object => {
  const request = requestOf(context);
  const { action, body } = stateOf(request);
  if (!action) throw new Error('@Input belongs on an action');
  const type: DtoClass = action.request;
  return body ? bind(type, body.tree, body.source) : bind(type, request.query, 'query');
});

/** The authenticated caller of the action. */
export const WhoAsks = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerOf(requestOf(context)),
);

/** What is known of the request; for `login`, which has no caller yet. */
export const State = createParamDecorator((_: unknown, context: ExecutionContext) =>
  stateOf(requestOf(context)),
);
