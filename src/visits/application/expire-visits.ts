import { Injectable } from '@nestjs/common';
import { type Caller, serviceCaller } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import { Random } from '../../shared/random';
import type { Occasion } from '../domain/visit';
import { ConcurrentUpdate, type OverdueVisit, OverdueVisits, VisitRepository } from './ports';

/** What has become of overdue visits. */
export interface Expired {
  /** Nobody came. */
  rejected: number;
  /** The visitor was inside and has stepped out. */
  ended: number;
  /** Moved, or erased, by somebody else meanwhile. */
  skipped: number;
}

const HOUR_MS = 3_600_000;

/** Closes the visits that nobody has closed. */
@Injectable()
export class ExpireVisits {
  constructor(
    private readonly overdue: OverdueVisits,
    private readonly visits: VisitRepository,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /**
   * Expires those whose time has been over for more than so many hours, batch by batch, until none is left.
   * @param expired counts along, also when this throws
   * @param mayGoOn asked before each batch
   * @throws what the storage throws; those that were stored before stay so
   */
  async execute(hours: number, expired: Expired, mayGoOn: () => Promise<boolean>): Promise<void> {
    const by = serviceCaller(this.random.guid());
    const reason = `ValidTo was more than ${hours} h ago`;
    for (let last: OverdueVisit | undefined; await mayGoOn();) {
      const at = this.clock.now();
      const batch = await this.overdue.batch(new Date(at.getTime() - hours * HOUR_MS), last);
      last = batch.at(-1);
      if (!last) return;
      const results = await Promise.allSettled(batch.map(each => this.expire(each, { at, reason }, by)));
      for (const result of results) if (result.status === 'fulfilled') expired[result.value] += 1;
      for (const result of results) if (result.status === 'rejected') throw result.reason;
    }
  }

  private async expire(
    { visit, wasInside }: OverdueVisit,
    occasion: Occasion,
    by: Caller,
  ): Promise<keyof Expired> {
    try {
      visit.expire(wasInside, occasion);
      await this.visits.save(visit, by);
      return wasInside ? 'ended' : 'rejected';
    } catch (error) {
      if (error instanceof ConcurrentUpdate || error instanceof AppError) return 'skipped';
      throw error;
    }
  }
}
