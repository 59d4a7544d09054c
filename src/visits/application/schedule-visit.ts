import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { isWithinYears } from '../../shared/dates';
import { AppError } from '../../shared/errors/app-error';
import { TimeZone } from '../../shared/time-zone';
import { endOfVisit } from '../domain/admission-window';
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
   * Announces a visit for when the visitor is expected. It is valid from then to the end of the site's day, or of the next
   * one where eight hours reach into it.
   * @throws AppError BadParameters when that is over or the calendar ends before it, and as `BeginVisit`
   */
  async execute(
    caller: Caller,
    visitId: string,
    visitDate: Date,
    details: VisitDetails,
  ): Promise<BegunVisit> {
    const validTo = endOfVisit(visitDate, this.zone);
    if (!isWithinYears(validTo)) throw refused('must end within the year 9999');
    return this.beginVisit.execute(caller, visitId, details, (beginning, reason) => {
      if (validTo < beginning.at) throw refused('must not lie in the past');
      return Visit.schedule({ ...beginning, validFrom: visitDate, validTo }, reason);
    });
  }
}

function refused(problem: string): AppError {
  return AppError.badParameters([{ field: 'VisitDate', problem }]);
}
