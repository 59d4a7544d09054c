import type { Photo } from '../../shared/photo';
import type { Picture } from '../domain/picture';

/** Makes a picture anew out of its pixels alone, upright. */
export abstract class PhotoCleaner {
  /** @throws UnusablePhoto when it cannot be decoded, or not in good time */
  abstract clean(content: Buffer, picture: Picture): Promise<Photo>;
}
