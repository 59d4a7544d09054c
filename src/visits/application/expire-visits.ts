import { Injectable } from '@nestjs/common';
import { type Caller, serviceCaller } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import { Random } from '../../shared/random';
import type { Occasion } from '../domain/move';
import { ConcurrentUpdate, type OverdueVisit, VisitRepository } from './ports';

/** How many overdue visits had which outcome. */
export interface Expired {
  /** The visitor did not come. */
  rejected: number;
  /** The visitor was inside and has stepped out. */
  ended: number;
  /** Changed or erased by another request meanwhile. */
  skipped: number;
}

const HOUR_MS = 3_600_000;

/** Closes overdue visits. */
@Injectable()
export class ExpireVisits {
  constructor(
    private readonly visits: VisitRepository,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /**
   * Expires visits that ended more than so many hours ago, batch by batch, until none is left.
   * @param expired the counters, which are also right when this throws
   * @param mayGoOn called before each batch
   * @throws what the storage throws; visits that are already stored stay expired
   */
  async execute(hours: number, expired: Expired, mayGoOn: () => Promise<boolean>): Promise<void> {
    const by = serviceCaller(this.random.guid());
    const reason = `ValidTo was more than ${hours} h ago`;
    for (let last: OverdueVisit | undefined; await mayGoOn();) {
      const at = this.clock.now();
      const batch = await this.visits.overdue(new Date(at.getTime() - hours * HOUR_MS), last);
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
