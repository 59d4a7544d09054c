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
      () => this.indicate('database', this.database.takesWrites(), 'takes no writes'),
      ...(redis ? [() => this.indicate('redis', redis.takesWrites(), 'does not answer')] : []),
      () => this.indicate('draining', !this.drain.begun, 'the service is stopping'),
    ]);
  }

  private async indicate(name: string, isUp: boolean | Promise<boolean>, problem: string) {
    const indicator = this.indicators.check(name);
    return (await isUp) ? indicator.up() : indicator.down(problem);
  }
}
