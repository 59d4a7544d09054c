import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import { TimeZone } from '../../shared/time-zone';
import { Visit } from '../domain/visit';
import { BeginVisit } from './begin-visit';
import type { VisitDetails } from './ports';
import type { BegunVisit } from './visit-answer';

@Injectable()
export class ScheduleVisit {
  constructor(
    private readonly beginVisit: BeginVisit,
    private readonly zone: TimeZone,
  ) {}

  /**
   * Announces a visit, valid throughout the site's day that holds `visitDate`.
   * @throws AppError BadParameters when that day is over, and as `BeginVisit`
   */
  execute(caller: Caller, visitId: string, visitDate: Date, details: VisitDetails): Promise<BegunVisit> {
    const { from: validFrom, to: validTo } = this.zone.dayOf(visitDate);
    return this.beginVisit.execute(caller, visitId, details, (beginning, reason) => {
      if (validTo < beginning.at) {
        throw AppError.badParameters([{ field: 'VisitDate', problem: 'must not lie in the past' }]);
      }
      return Visit.schedule({ ...beginning, validFrom, validTo }, reason);
    });
  }
}
