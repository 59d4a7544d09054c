import { pixel, pngHead, pngStart, chunk } from '../../../test/support/pictures';
import { inspectPhoto, UnusablePhoto } from './photo-rules';

const png = (width: number, height: number, ...more: Buffer[]) =>
  Buffer.concat([pngStart, pngHead(width, height), ...more, chunk('IEND', Buffer.alloc(0))]);
/** Its size as four hexadecimal digits each. */
const jpeg = (scans: number, width = '0001', height = '0001') =>
  Buffer.from(`ffd8ffc0000808${height}${width}01${'ffda00030011'.repeat(scans)}ffd9`, 'hex');

describe('a photo', () => {
  it('with something behind it passes', () => {
    expect(inspectPhoto(Buffer.concat([pixel, Buffer.from('PK')])).length).toBe(pixel.length);
  });

  it.each([
    ['of one pixel', pixel],
    ['with a side of 10000 pixels', png(10_000, 4000)],
    ['that is as high', png(4000, 10_000)],
    ['of 5 MB', png(1, 1, chunk('tEXt', Buffer.alloc(5 * 1024 * 1024 - 57)))],
    ['of 50 scans', jpeg(50)],
    ['of ten scans and 40 megapixels', jpeg(10, '1f40', '1388')],
    ['of 10000 parts', png(1, 1, Buffer.alloc(9998 * 12, chunk('tEXt', Buffer.alloc(0))))],
  ])('%s passes', (_, content) => {
    expect(inspectPhoto(content).length).toBe(content.length);
  });

  it.each([
    ['that is none', Buffer.from('GIF89a'), /JPEG or PNG/],
    ['that is animated', png(1, 1, chunk('acTL', Buffer.alloc(8))), /still picture/],
    ['that is too wide', png(10_001, 1), /smaller picture/],
    ['that is too high', png(1, 10_001), /smaller picture/],
    ['of more than 40 megapixels', png(8001, 5000), /smaller picture/],
    ['of more than 5 MB', png(1, 1, chunk('tEXt', Buffer.alloc(5 * 1024 * 1024 - 56))), /5 MB/],
    ['of 51 scans', jpeg(51), /plain JPEG/],
    ['of 11 scans and 40 megapixels', jpeg(11, '1f40', '1388'), /400 megapixels/],
    ['of 10001 parts', png(1, 1, Buffer.alloc(9999 * 12, chunk('tEXt', Buffer.alloc(0)))), /10000 parts/],
    [
      'of 400,000 chunks',
      png(1, 1, Buffer.alloc(400_000 * 12, chunk('IDAT', Buffer.alloc(0)))),
      /10000 parts/,
    ],
    [
      'of a million segments',
      Buffer.concat([
        Buffer.from('ffd8', 'hex'),
        Buffer.alloc(4_000_000, 'ffe00002', 'hex'),
        jpeg(1).subarray(2),
      ]),
      /10000 parts/,
    ],
    [
      'with a million bytes of filling',
      Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(1_000_000, 0xff), jpeg(1).subarray(2)]),
      /10000 parts/,
    ],
  ])('%s is refused, and told what to send instead', (_, content, problem) => {
    expect(() => inspectPhoto(content)).toThrow(UnusablePhoto);
    expect(() => inspectPhoto(content)).toThrow(problem);
  });
});
