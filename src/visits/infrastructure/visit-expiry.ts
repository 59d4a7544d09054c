import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config';
import { Database, LeaderJob, StorageFault } from '../../database';
import { Clock } from '../../shared/clock';
import { type Expired, ExpireVisits } from '../application/expire-visits';

/** Expires visits once a minute, on the node that leads. */
@Injectable()
export class VisitExpiry extends LeaderJob {
  /** Since the start of this node. */
  readonly totals: Expired = { rejected: 0, ended: 0, skipped: 0 };

  constructor(
    private readonly config: AppConfig,
    database: Database,
    private readonly expireVisits: ExpireVisits,
    clock: Clock,
  ) {
    super('VisitExpiry', 60_000, database, clock);
  }

  protected get isEnabled(): boolean {
    return this.config.visitExpireAfterHours !== undefined;
  }

  protected async execute(mayContinue: () => Promise<boolean>): Promise<void> {
    const hours = this.config.visitExpireAfterHours;
    if (hours === undefined) return;
    const expired: Expired = { rejected: 0, ended: 0, skipped: 0 };
    try {
      await this.expireVisits.execute(hours, expired, mayContinue);
      if (expired.rejected + expired.ended > 0) this.log.log({ msg: 'visits have expired', ...expired });
    } catch (error) {
      const reason = error instanceof StorageFault ? error.reason : undefined;
      if (reason) this.log.warn({ msg: 'visits expire later', reason, ...expired });
      else this.log.error({ msg: 'visits expire later', err: error, ...expired });
    }
    for (const outcome of ['rejected', 'ended', 'skipped'] as const) this.totals[outcome] += expired[outcome];
  }
}
