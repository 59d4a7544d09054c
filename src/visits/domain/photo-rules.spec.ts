import { pixel, pngHead, pngStart, chunk } from '../../../test/support/pictures';
import { inspectPhoto, UnusablePhoto } from './photo-rules';

const png = (width: number, height: number, ...more: Buffer[]) =>
  Buffer.concat([pngStart, pngHead(width, height), ...more, chunk('IEND', Buffer.alloc(0))]);
const jpeg = (scans: number) =>
  Buffer.from(`ffd8ffc000080800010001 01${'ffda00030011'.repeat(scans)}ffd9`.replace(' ', ''), 'hex');

describe('a photo', () => {
  it.each([
    ['of one pixel', pixel],
    ['with a side of 10000 pixels', png(10_000, 4000)],
    ['that is as high', png(4000, 10_000)],
    ['of 5 MB', png(1, 1, chunk('tEXt', Buffer.alloc(5 * 1024 * 1024 - 57)))],
    ['of 50 scans', jpeg(50)],
  ])('%s passes', (_, content) => {
    expect(inspectPhoto(content).length).toBe(content.length);
  });

  it.each([
    ['that is none', Buffer.from('GIF89a'), /JPEG or PNG/],
    ['with something behind it', Buffer.concat([pixel, Buffer.from('\n')]), /end where the picture ends/],
    ['that is animated', png(1, 1, chunk('acTL', Buffer.alloc(8))), /still picture/],
    ['that is too wide', png(10_001, 1), /smaller picture/],
    ['that is too high', png(1, 10_001), /smaller picture/],
    ['of more than 40 megapixels', png(8001, 5000), /smaller picture/],
    ['of more than 5 MB', png(1, 1, chunk('tEXt', Buffer.alloc(5 * 1024 * 1024 - 56))), /5 MB/],
    ['of 51 scans', jpeg(51), /plain JPEG/],
  ])('%s is refused, and told what to send instead', (_, content, problem) => {
    expect(() => inspectPhoto(content)).toThrow(UnusablePhoto);
    expect(() => inspectPhoto(content)).toThrow(problem);
  });
});
