import { Injectable } from '@nestjs/common';
import { ShownRecords } from '../../idempotency';
import { type Caller, holds, mayTouch } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import type { ShownRecord } from '../../shared/shown-record';
import { VisitorLookup, VisitRepository } from '../application/ports';

const refusal = { View: 'VisitsViewPermission', Edit: 'VisitsEditPermission' } as const;

@Injectable()
export class ShownVisitRecords extends ShownRecords {
  constructor(
    private readonly visits: VisitRepository,
    private readonly visitors: VisitorLookup,
  ) {
    super();
  }

  async mustBeShown(caller: Caller, { agenda, right, id }: ShownRecord): Promise<void> {
    const holdsRight = holds(caller, agenda, right);
    if (agenda === 'Visitors') {
      if (!holdsRight || !(await this.visitors.isPermitted(id, caller)))
        throw new AppError('VisitorsViewPermission', id);
      return;
    }
    const found = await this.visits.find(id);
    if (!found) throw new AppError('VisitNotExists');
    if (!holdsRight || !mayTouch(caller, right, found.visit)) throw new AppError(refusal[right]);
  }
}
