import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { TimeZone } from '../../shared/time-zone';
import { endOfVisit } from '../domain/admission-window';
import { Visit } from '../domain/visit';
import { BeginVisit } from './begin-visit';
import { PhotoChecks } from './photos';
import type { VisitDetails } from './ports';
import type { BegunVisit } from './visit-answer';

@Injectable()
export class CreateVisit {
  constructor(
    private readonly beginVisit: BeginVisit,
    private readonly zone: TimeZone,
    private readonly photoChecks: PhotoChecks,
  ) {}

  /**
   * Registers a walk-in, valid until the end of the site's day, or of the next one where eight hours reach into it.
   * @param pictures photos of the visitor, not checked yet
   * @param signal aborted when the client is gone: then a visit with photos is not stored
   * @throws AppError BadParameters, and as `BeginVisit`
   */
  async execute(
    caller: Caller,
    visitId: string,
    details: VisitDetails,
    pictures: readonly Buffer[] = [],
    signal?: AbortSignal,
  ): Promise<BegunVisit> {
    const photos = await this.photoChecks.execute(
      { login: caller.login, signal },
      pictures.map((content, index) => ({ field: `Photos[${index}]`, content })),
    );
    return this.beginVisit.execute(caller, visitId, { ...details, photos }, (beginning, reason) =>
      Visit.create(
        { ...beginning, validFrom: beginning.at, validTo: endOfVisit(beginning.at, this.zone) },
        reason,
      ),
    );
  }
}
