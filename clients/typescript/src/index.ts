export * from './generated/index.ts';
export { GatehouseError } from './error.ts';
export { type CallOptions, GatehouseSession, type SessionOptions } from './session.ts';
