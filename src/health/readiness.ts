import { Inject, Injectable } from '@nestjs/common';
import { type HealthCheckResult, HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { Database } from '../database';
import { RedisConnection } from '../redis';
import { Drain } from './drain';

/** Ready: the database takes writes, Redis (if configured) takes writes, and the service is not draining. */
@Injectable()
export class Readiness {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: Database,
    private readonly drain: Drain,
    @Inject(RedisConnection) private readonly redis: RedisConnection | undefined,
  ) {}

  /** @throws ServiceUnavailableException with the failed checks */
  check(): Promise<HealthCheckResult> {
    const { redis } = this;
    return this.checks.check([
      () => this.databaseTakesWrites(),
      ...(redis ? [() => this.redisAnswers(redis)] : []),
      () => this.notDraining(),
    ]);
  }

  private async databaseTakesWrites() {
    const indicator = this.indicators.check('database');
    return (await this.database.takesWrites()) ? indicator.up() : indicator.down('takes no writes');
  }

  private async redisAnswers(redis: RedisConnection) {
    const indicator = this.indicators.check('redis');
    return (await redis.takesWrites()) ? indicator.up() : indicator.down('does not answer');
  }

  private notDraining() {
    const indicator = this.indicators.check('draining');
    return this.drain.begun ? indicator.down('the service is stopping') : indicator.up();
  }
}
