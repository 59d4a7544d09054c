/** Whether the service runs and can work, its numbers, and its way out. */
export { Drain, DRAIN_LIMIT_MS } from './drain';
export { HealthModule } from './health.module';
export { Metrics } from './metrics';
