import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import { type KeptPhoto, PhotoChecks, VisitPhotos } from './photos';
import { VisitAnswers } from './visit-answer';

/** A photo as it is shown, and how many the visit has; kind and size are not known of what is no whole picture. */
export type PhotoView = KeptPhoto & { readonly number: number; readonly count: number };

@Injectable()
export class GetPhoto {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly photos: VisitPhotos,
    private readonly photoChecks: PhotoChecks,
  ) {}

  /** @throws AppError VisitNotExists, VisitsViewPermission, PhotoNotFound */
  async execute(caller: Caller, visitId: string, number: number): Promise<PhotoView> {
    await this.answers.viewable(caller, visitId);
    const found = await this.photos.find(visitId, number);
    if (!found) throw new AppError('PhotoNotFound', number, visitId);
    const { photo, count } = found;
    const { content, type, width, height } = photo.type
      ? photo
      : { ...this.photoChecks.read(photo.content), ...photo };
    return { content, type, width, height, number, count };
  }
}
