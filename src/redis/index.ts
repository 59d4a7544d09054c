/** One connection to Redis or Valkey, where nodes share the data that expires: tokens, rates, attempts. */
export { digestedKey } from './digested-key';
export { RedisConnection } from './redis-connection';
export { RedisFault } from './redis-fault';
