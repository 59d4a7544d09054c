import { Injectable } from '@nestjs/common';
import { type Caller, mayTouch } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import type { Photo } from '../../shared/photo';
import { Visit } from '../domain/visit';
import { retryingConcurrentUpdate } from './concurrency';
import { MAX_PHOTOS, PhotoChecks, VisitPhotos } from './photos';
import { VisitRepository } from './ports';

@Injectable()
export class AddPhoto {
  constructor(
    private readonly visits: VisitRepository,
    private readonly photos: VisitPhotos,
    private readonly photoChecks: PhotoChecks,
  ) {}

  /**
   * @param signal aborted when the client is gone: then nothing is stored
   * @returns the photo as it is kept, and its number
   * @throws AppError BadParameters, VisitNotExists, VisitsEditPermission, VisitCannotMove, VisitGone, VisitUpdateFailed
   */
  async execute(
    caller: Caller,
    visitId: string,
    content: Buffer,
    signal?: AbortSignal,
  ): Promise<{ photo: Photo; number: number }> {
    const sender = { login: caller.login, signal };
    const [photo] = await this.photoChecks.execute(sender, [{ field: 'Photo', content }]);
    const number = await retryingConcurrentUpdate(() => this.add(caller, visitId, photo));
    if (number === undefined)
      throw AppError.badParameters([
        { field: 'Photo', problem: `must not be sent: the visit has ${MAX_PHOTOS} photos already` },
      ]);
    return { photo, number };
  }

  private async add(caller: Caller, visitId: string, photo: Photo): Promise<number | undefined> {
    const found = await this.visits.find(visitId);
    if (!found) throw new AppError('VisitNotExists');
    if (!mayTouch(caller, 'Edit', found.visit)) throw new AppError('VisitsEditPermission');
    Visit.restore(found.visit).mustBeOpen('updated');
    return this.photos.add(found.visit, photo);
  }
}
