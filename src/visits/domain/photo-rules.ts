import { type Picture, readPicture } from './picture';

/** Of one visit. */
export const MAX_PHOTOS = 10;
export const MAX_PHOTO_BYTES = 5 * 1024 * 1024;
export const MAX_PHOTO_PIXELS = 40_000_000;
const MAX_SIDE = 10_000;
/** Cameras and editors write ten of them at most; thousands keep a decoder busy for minutes. */
const MAX_SCANS = 50;

/** A photo that is not kept; the message says what to send instead. */
export class UnusablePhoto extends Error {}

/** What can be said against a photo before it is decoded. @throws UnusablePhoto */
export function inspectPhoto(content: Uint8Array): Picture {
  if (content.length > MAX_PHOTO_BYTES)
    throw new UnusablePhoto('must have at most 5 MB: send a smaller picture');
  const picture = readPicture(content);
  if (!picture) throw new UnusablePhoto('must be a whole picture: send a JPEG or PNG file as it is');
  const { width, height, length, animated, scans } = picture;
  if (length !== content.length)
    throw new UnusablePhoto('must end where the picture ends: save it anew as JPEG or PNG');
  if (animated) throw new UnusablePhoto('must not be animated: send a still picture');
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PHOTO_PIXELS)
    throw new UnusablePhoto(
      'must have at most 10000 pixels a side and 40 megapixels: send a smaller picture',
    );
  if (scans > MAX_SCANS) throw new UnusablePhoto('must have at most 50 scans: save it anew as plain JPEG');
  return picture;
}
