import { pipeline } from 'node:stream/promises';
import { createInflate } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { Photo } from '../../shared/photo';
import { PhotoCleaner } from '../application/photo-cleaner';
import { MAX_KEPT_SIDE, MAX_PHOTO_BYTES, MAX_PHOTO_PIXELS, UnusablePhoto } from '../domain/photo-rules';
import type { Picture } from '../domain/picture';

/** Far more than a picture within the limits takes. */
const TIMEOUT_SECONDS = 10;
const INFLATED_AT_ONCE = 65_536;

/** Decodes and encodes with libvips. What a picture carries beside its pixels is not written again. */
@Injectable()
export class SharpPhotoCleaner extends PhotoCleaner {
  /**
   * Takes a thread, and up to 60 MB: whoever calls it lets few in at once.
   */
  async clean(content: Buffer, picture: Picture): Promise<Photo> {
    const { type } = picture;
    if (type === 'image/png') await refuseOverfull(picture);
    const sharp = await loadSharp();
    // What follows the picture, as phones and pranksters append it, meets no decoder.
    const upright = sharp(content.subarray(0, picture.length), {
      failOn: 'warning',
      limitInputPixels: MAX_PHOTO_PIXELS,
      sequentialRead: true,
    })
      .autoOrient()
      .flatten({ background: 'white' })
      // In a square box, so that a picture is made smaller before it is turned, which takes the whole of it.
      .resize({ width: MAX_KEPT_SIDE, height: MAX_KEPT_SIDE, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: TIMEOUT_SECONDS });
    // Optimised codes would be a few percent smaller, and keep ten times as much in memory until the last row is there.
    const encoded =
      type === 'image/jpeg' ? upright.jpeg({ quality: 85, optimiseCoding: false }) : upright.png();
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true }).catch(damaged);
    if (data.length > MAX_PHOTO_BYTES)
      throw new UnusablePhoto('must have at most 5 MB when it is saved anew: send a smaller picture');
    return { content: data, type, width: info.width, height: info.height };
  }
}

/** The decoder stops when it has its pixels; what inflates to more than them was packed to do harm. @throws UnusablePhoto */
async function refuseOverfull({ width, height, compressed }: Picture): Promise<void> {
  // 4 channels of 8 bits; interlaced, each of 7 passes has a byte a row.
  const most = width * height * 4 + height * 7;
  let size = 0;
  const inflate = createInflate({ chunkSize: INFLATED_AT_ONCE });
  // As one piece: each costs a way to another thread and back, and they may be thousands.
  await pipeline([Buffer.concat(compressed)], inflate, async pieces => {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > most) throw new Error('inflates to more than its pixels');
    }
  }).catch(damaged);
}

function damaged(cause: unknown): never {
  throw new UnusablePhoto('must be an undamaged picture: take it or save it anew', { cause });
}

/** With the first photo, so that a start does not wait for it; Node remembers the module. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}
