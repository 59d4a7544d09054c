import { Inject, Injectable } from '@nestjs/common';
import { type HealthCheckResult, HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { Database } from '../database';
import { RedisConnection } from '../redis';
import { Drain } from './drain';

/** Whether the service can work: its data can be changed, so can Redis where there is one, and it is not about to stop. */
@Injectable()
export class Readiness {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: Database,
    private readonly drain: Drain,
    @Inject(RedisConnection) private readonly redis: RedisConnection | undefined,
  ) {}

  /** @throws ServiceUnavailableException that says what is missing */
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
    return (await this.database.takesWrites()) ? indicator.up() : indicator.down('takes no changes');
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
