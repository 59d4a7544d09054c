/** What several nodes share apart from the data: one connection to a Redis or Valkey server, for what expires by itself. */
export { digestedKey } from './digested-key';
export { RedisConnection } from './redis-connection';
export { RedisFault } from './redis-fault';
