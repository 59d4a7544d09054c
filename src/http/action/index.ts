/**
 * The declaration of an action, its parameter decorators, and the record of a request. Promises that a route without
 * `@Action` or `@Open` is refused.
 */
export { ACTION, type ActionInfo, type ActionOptions, type Requirement } from './action';
export { Action, declaredActions } from './action.decorator';
export { ClientGone } from './client-gone';
export { Input, State, WhileAwaited, CurrentCaller } from './input.decorator';
export { MethodAvailabilityGuard, isDisabled } from './method-availability.guard';
export { Open } from './open.decorator';
export { type Picture, type PictureType } from './picture';
export { IDEMPOTENCY_KEY, REPLAYED } from './repeat-headers';
export { type Origin, type RequestState, actionOf, callerOf, requestOf, stateOf } from './request-state';
