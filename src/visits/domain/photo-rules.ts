import { type Picture, readPicture } from './picture';

/** Of one visit. */
export const MAX_PHOTOS = 10;
export const MAX_PHOTO_BYTES = 5 * 1024 * 1024;
export const MAX_PHOTO_PIXELS = 40_000_000;
const MAX_SIDE = 10_000;
/** Cameras and editors write ten of them at most; thousands keep a decoder busy for minutes. */
const MAX_SCANS = 50;
/** Each scan goes over the whole picture: ten of the largest one. */
const MAX_SCANNED_PIXELS = 10 * MAX_PHOTO_PIXELS;

/** A photo that is not kept; the message says what to send instead. */
export class UnusablePhoto extends Error {}

/** What can be said against a photo before it is decoded. @throws UnusablePhoto */
export function inspectPhoto(content: Uint8Array): Picture {
  if (content.length > MAX_PHOTO_BYTES)
    throw new UnusablePhoto('must have at most 5 MB: send a smaller picture');
  const picture = readPicture(content);
  if (!picture)
    throw new UnusablePhoto(
      'must be a whole picture of at most 10000 parts: send a JPEG or PNG file as a camera saves it',
    );
  const { width, height, animated, scans } = picture;
  if (animated) throw new UnusablePhoto('must not be animated: send a still picture');
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PHOTO_PIXELS)
    throw new UnusablePhoto(
      'must have at most 10000 pixels a side and 40 megapixels: send a smaller picture',
    );
  if (scans > MAX_SCANS || scans * width * height > MAX_SCANNED_PIXELS)
    throw new UnusablePhoto(
      'must have at most 50 scans, and 400 megapixels in all of them: save it anew as plain JPEG',
    );
  return picture;
}
