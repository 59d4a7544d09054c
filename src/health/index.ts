/** Liveness, readiness, metrics and graceful shutdown. */
export { Drain, DRAIN_LIMIT_MS } from './drain';
export { HealthModule } from './health.module';
export { Metrics } from './metrics';
