import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { TimeZone } from '../../shared/time-zone';
import { Visit } from '../domain/visit';
import { BeginVisit } from './begin-visit';
import type { VisitDetails } from './ports';
import type { BegunVisit } from './visit-answer';

@Injectable()
export class CreateVisit {
  constructor(
    private readonly beginVisit: BeginVisit,
    private readonly zone: TimeZone,
  ) {}

  /** Registers a walk-in, valid until the end of the site's day. @throws AppError as `BeginVisit` */
  execute(caller: Caller, visitId: string, details: VisitDetails): Promise<BegunVisit> {
    return this.beginVisit.execute(caller, visitId, details, (beginning, reason) =>
      Visit.create(
        { ...beginning, validFrom: beginning.at, validTo: this.zone.dayOf(beginning.at).to },
        reason,
      ),
    );
  }
}
