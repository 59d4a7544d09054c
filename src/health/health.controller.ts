import { Controller, Get, Header, Res, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import type { Response } from 'express';
import { Database } from '../database';
import { Open } from '../http/open.decorator';
import { Drain } from './drain';
import { Metrics } from './metrics';

/** For load balancers and monitoring: no token, under the service-wide address filter (operating.md). */
@Controller()
export class HealthController {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: Database,
    private readonly drain: Drain,
    private readonly metrics: Metrics,
  ) {}

  /** The process runs. */
  @Open()
  @Get('health/live')
  live(): object {
    return { status: 'ok' };
  }

  /** The service can work: its data answers, and it is not about to stop. */
  @Open()
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<unknown> {
    try {
      return await this.checks.check([() => this.databaseAnswers(), () => this.notDraining()]);
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      response.status(error.getStatus());
      return error.getResponse();
    }
  }

  @Open()
  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  numbers(): Promise<string> {
    return this.metrics.registry.metrics();
  }

  private async databaseAnswers() {
    const indicator = this.indicators.check('database');
    try {
      await this.database.read(manager => manager.query('SELECT 1'));
      return indicator.up();
    } catch {
      return indicator.down('does not answer');
    }
  }

  private notDraining() {
    const indicator = this.indicators.check('draining');
    return this.drain.begun ? indicator.down('the service is stopping') : indicator.up();
  }
}
