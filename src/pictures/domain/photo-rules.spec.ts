import { pixel, pngHead, pngStart, chunk } from '../../../test/support/pictures';
import { inspectPhoto, UnusablePhoto } from './photo-rules';

const end = chunk('IEND', Buffer.alloc(0));
const png = (width: number, height: number, ...more: Buffer[]) =>
  Buffer.concat([pngStart, pngHead(width, height), ...more, end]);
/** Its size as four hexadecimal digits each. */
const jpeg = (scans: number, width = '0001', height = '0001') =>
  Buffer.from(`ffd8ffc0000808${height}${width}01${'ffda00030011'.repeat(scans)}ffd9`, 'hex');

describe('a photo', () => {
  it('with something behind it passes', () => {
    expect(inspectPhoto(Buffer.concat([pixel, Buffer.from('PK')])).length).toBe(pixel.length);
  });

  it.each([
    ['of one pixel', pixel],
    ['with a side of 10000 pixels', jpeg(1, '2710', '0fa0')],
    ['that is as high', jpeg(1, '0fa0', '2710')],
    ['as a PNG of 6 megapixels', png(5000, 1200)],
    ['of 5 MB', png(1, 1, chunk('tEXt', Buffer.alloc(5 * 1024 * 1024 - 57)))],
    ['of 50 scans', jpeg(50)],
    ['of one scan and 40 megapixels', jpeg(1, '1f40', '1388')],
    ['of several scans and 6 megapixels', jpeg(10, '0bb8', '07d0')],
    ['of 10000 parts', png(1, 1, Buffer.alloc(9998 * 12, chunk('tEXt', Buffer.alloc(0))))],
  ])('%s passes', (_, content) => {
    expect(inspectPhoto(content).length).toBe(content.length);
  });

  it.each([
    ['that is none', Buffer.from('GIF89a'), /JPEG or PNG/],
    ['that is animated', png(1, 1, chunk('acTL', Buffer.alloc(8))), /still picture/],
    ['that is too wide', jpeg(1, '2711', '0001'), /smaller picture/],
    ['that is too high', jpeg(1, '0001', '2711'), /smaller picture/],
    ['of more than 40 megapixels', jpeg(1, '1f41', '1388'), /smaller picture/],
    ['of more than 5 MB', png(1, 1, chunk('tEXt', Buffer.alloc(5 * 1024 * 1024 - 56))), /5 MB/],
    ['of 51 scans', jpeg(51), /plain JPEG/],
    ['of several scans and more than 6 megapixels', jpeg(2, '0bb8', '07d1'), /plain JPEG/],
    ['as a PNG of more than 6 megapixels', png(3000, 2001), /plain JPEG/],
    ['as a PNG that is too wide', png(5001, 1), /plain JPEG/],
    ['as a PNG that is too high', png(1, 5001), /plain JPEG/],
    ['of 16 bits a colour', Buffer.concat([pngStart, pngHead(1, 1, 16), end]), /8 bits/],
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
