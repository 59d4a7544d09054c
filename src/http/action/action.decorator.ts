import { applyDecorators, Get, HttpCode, Post, SetMetadata } from '@nestjs/common';
import { ACTION, type ActionInfo, type ActionOptions, requirementOf } from './action';
import { State } from './input.decorator';
import type { RequestState } from './request-state';

const declared: ActionInfo[] = [];

/** Every action that the imported controllers declare. */
export function declaredActions(): readonly ActionInfo[] {
  return declared;
}

/** An action of the contract. This one decorator routes, guards and documents it; a route without it is refused. */
export function Action(
  route: `${'GET' | 'POST'} ${string}`,
  { requires: privileges, ...options }: ActionOptions,
): MethodDecorator {
  const [verb, path] = route.split(' ') as ['GET' | 'POST', string];
  const requires = privileges === 'open' ? privileges : privileges.map(requirementOf);
  const info: ActionInfo = { ...options, verb, path, requires };
  declared.push(info);
  const method = verb === 'GET' ? Get(path) : Post(path);
  return applyDecorators(runThroughIdempotency, SetMetadata(ACTION, info), method, HttpCode(200));
}

/**
 * Runs the handler through `RequestState.once` when the request has an `Idempotency-Key`. Nest passes the record of the
 * request as an additional last argument. It is no interceptor, because interceptors run before pipes: a request with bad
 * members would reserve the key before it is refused.
 */
const runThroughIdempotency: MethodDecorator = (target, name, descriptor) => {
  const act = descriptor.value as (...given: unknown[]) => Promise<object>;
  State()(target, name, act.length);
  const actOnce = function (this: unknown, ...given: unknown[]): Promise<object | string> {
    const { once } = given[act.length] as RequestState;
    return once ? once(() => act.apply(this, given)) : act.apply(this, given);
  };
  descriptor.value = actOnce as typeof descriptor.value;
};
