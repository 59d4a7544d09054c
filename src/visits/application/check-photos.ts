import { Injectable } from '@nestjs/common';
import { AppError, type FieldProblem } from '../../shared/errors/app-error';
import { inspectPhoto, UnusablePhoto } from '../domain/photo-rules';
import { type Photo, PhotoCleaner } from './photos';

/** A photo, and the path of its field in the request. */
interface GivenPhoto {
  readonly field: string;
  readonly content: Buffer;
}

/** What every photo goes through before it is kept. */
@Injectable()
export class CheckPhotos {
  constructor(private readonly cleaner: PhotoCleaner) {}

  /** @throws AppError BadParameters that name every photo that cannot be kept */
  async execute<Given extends readonly GivenPhoto[]>(
    given: readonly [...Given],
  ): Promise<{ [Index in keyof Given]: Photo }> {
    const photos: Photo[] = [];
    const problems: FieldProblem[] = [];
    for (const { field, content } of given) {
      try {
        photos.push(await this.cleaner.clean(content, inspectPhoto(content)));
      } catch (error) {
        if (!(error instanceof UnusablePhoto)) throw error;
        problems.push({ field, problem: error.message });
      }
    }
    if (problems.length > 0) throw AppError.badParameters(problems);
    return photos as { [Index in keyof Given]: Photo }; // one for each that was given
  }
}
