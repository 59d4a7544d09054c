import { type Picture, readPicture } from './picture';

export const MAX_PHOTO_BYTES = 5 * 1024 * 1024;
export const MAX_PHOTO_PIXELS = 40_000_000;
const MAX_SIDE = 10_000;
/** Cameras and editors write ten of them at most; thousands keep a decoder busy for minutes. */
const MAX_SCANS = 50;
/** A plain JPEG is decoded row by row; of others much more is in memory at once. Cameras write plain ones. */
const UNLESS_PLAIN = { pixels: 6_000_000, side: 5000 } as const;
/** Pixels a side of a photo that is kept: enough to read a badge or a number plate. A larger one is made smaller. */
export const MAX_KEPT_SIDE = 3000;

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
  const { type, width, height, depth, animated, scans } = picture;
  if (animated) throw new UnusablePhoto('must not be animated: send a still picture');
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PHOTO_PIXELS)
    throw new UnusablePhoto(
      'must have at most 10000 pixels a side and 40 megapixels: send a smaller picture',
    );
  const isPlain = type === 'image/jpeg' && scans === 1;
  if (!isPlain && (Math.max(width, height) > UNLESS_PLAIN.side || width * height > UNLESS_PLAIN.pixels))
    throw new UnusablePhoto(
      'must have at most 5000 pixels a side and 6 megapixels as PNG or progressive JPEG: save it anew as plain JPEG',
    );
  if (depth > 8 || scans > MAX_SCANS)
    throw new UnusablePhoto('must have at most 8 bits a colour and 50 scans: save it anew as plain JPEG');
  return picture;
}
