import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { AppConfig } from '../../config/app-config';
import { Database, StorageFault } from '../../database';
import { Clock } from '../../shared/clock';
import { type Expired, ExpireVisits } from '../application/expire-visits';

/** A leader that is gone is replaced within it. */
const TICK_MS = 5000;
const BETWEEN_RUNS_MS = 60_000;

/** Expires visits once a minute, on the node that leads. */
@Injectable()
export class VisitExpiry implements BeforeApplicationShutdown {
  /** Since the start of this node. */
  readonly totals: Expired = { rejected: 0, ended: 0, skipped: 0 };
  private readonly log = new Logger('VisitExpiry');
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;
  private underWay: Promise<void> | undefined;
  private nextRunMs = -Infinity;

  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly expireVisits: ExpireVisits,
    private readonly clock: Clock,
  ) {}

  /** Whether it is this node that expires visits. */
  get leads(): boolean {
    return this.config.visitExpireAfterHours !== undefined && this.database.leads;
  }

  /** From now on, as the clock says. */
  start(): void {
    if (this.config.visitExpireAfterHours === undefined) return;
    this.timer = setInterval(() => void this.tick(), TICK_MS).unref();
    void this.tick();
  }

  /** Resolves when the run under way has ended: after the batch that it is at. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.underWay;
  }

  /** A run, where this node leads and the setting is on; the one under way, where there is one. Never throws. */
  run(): Promise<void> {
    this.underWay ??= this.expire().finally(() => (this.underWay = undefined));
    return this.underWay;
  }

  /** What the timer does: leads, or finds out whether it is time to, and runs when a minute is over. Never throws. */
  async tick(): Promise<void> {
    if (this.underWay || this.isStopped || !(await this.database.lead())) return;
    const nowMs = this.clock.monotonicMs();
    if (nowMs < this.nextRunMs) return;
    this.nextRunMs = nowMs + BETWEEN_RUNS_MS;
    await this.run();
  }

  private async expire(): Promise<void> {
    const hours = this.config.visitExpireAfterHours;
    if (hours === undefined) return;
    const expired: Expired = { rejected: 0, ended: 0, skipped: 0 };
    try {
      await this.expireVisits.execute(hours, expired, async () => !this.isStopped && this.database.lead());
      if (expired.rejected + expired.ended > 0) this.log.log({ msg: 'visits have expired', ...expired });
    } catch (error) {
      const reason = error instanceof StorageFault ? error.reason : undefined;
      if (reason) this.log.warn({ msg: 'visits expire later', reason, ...expired });
      else this.log.error({ msg: 'visits expire later', err: error, ...expired });
    }
    for (const outcome of ['rejected', 'ended', 'skipped'] as const) this.totals[outcome] += expired[outcome];
  }
}
