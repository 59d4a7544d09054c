import { Injectable } from '@nestjs/common';
import { AppError, type FieldProblem } from '../../shared/errors/app-error';
import type { GivenPhoto, Photo, PhotoSender } from '../../shared/photo';
import { type Picture, readPicture } from '../domain/picture';
import { inspectPhoto, UnusablePhoto } from '../domain/photo-rules';
import { PhotoCleaner } from './photo-cleaner';
import { type InTurn, PhotoQueue, workOf } from './photo-queue';

type Inspected = GivenPhoto & { readonly picture: Picture };

/** What every photo goes through before it is kept. */
@Injectable()
export class CheckPhotos {
  constructor(
    private readonly cleaner: PhotoCleaner,
    private readonly queue: PhotoQueue,
  ) {}

  /**
   * Stops between two photos when the sender has gone.
   * @throws AppError BadParameters that name every photo that cannot be kept, RateExceeded; what the signal says
   */
  async execute<Given extends readonly GivenPhoto[]>(
    { login, signal }: PhotoSender,
    given: readonly [...Given],
  ): Promise<{ [Index in keyof Given]: Photo }> {
    const problems: FieldProblem[] = [];
    const usable = given.flatMap(photo => {
      const picture = tried(photo, problems, () => inspectPhoto(photo.content));
      return picture ? [{ ...photo, picture }] : [];
    });
    const size = usable.reduce((sum, { content, picture }) => sum + workOf(content, picture), 0);
    const photos =
      size > 0
        ? await this.queue.enter(login, size, inTurn => this.cleanAll(usable, problems, inTurn, signal))
        : [];
    if (problems.length > 0) {
      const inOrder = given.flatMap(({ field }) => problems.filter(problem => problem.field === field));
      throw AppError.badParameters(inOrder);
    }
    return photos as { [Index in keyof Given]: Photo }; // one for each that was given
  }

  /** What a picture says of itself; undefined when it is no whole picture. */
  read(content: Buffer): Picture | undefined {
    return readPicture(content);
  }

  private async cleanAll(
    usable: readonly Inspected[],
    problems: FieldProblem[],
    inTurn: InTurn,
    signal?: AbortSignal,
  ): Promise<Photo[]> {
    const photos: Photo[] = [];
    for (const photo of usable) {
      try {
        photos.push(await inTurn(() => this.cleaner.clean(photo.content, photo.picture), signal));
      } catch (error) {
        note(error, photo, problems);
      }
    }
    signal?.throwIfAborted();
    return photos;
  }
}

/** What `look` gives, or undefined and a problem more. */
function tried<T>(photo: GivenPhoto, problems: FieldProblem[], look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    note(error, photo, problems);
    return undefined;
  }
}

/** @throws whatever is not the fault of the photo */
function note(error: unknown, { field }: GivenPhoto, problems: FieldProblem[]): void {
  if (!(error instanceof UnusablePhoto)) throw error;
  problems.push({ field, problem: error.message });
}
