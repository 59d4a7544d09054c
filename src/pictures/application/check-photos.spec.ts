import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { chunk, drawn, pixel, pngHead, pngStart, taken } from '../../../test/support/pictures';
import type { Photo } from '../../shared/photo';
import type { Picture } from '../domain/picture';
import { SharpPhotoCleaner } from '../infrastructure/sharp-photo-cleaner';
import { CheckPhotos } from './check-photos';
import { PhotoQueue } from './photo-queue';
import { PhotoCleaner } from './photo-cleaner';

const checkPhotos = new CheckPhotos(new SharpPhotoCleaner(), new PhotoQueue());
const check = (...contents: Buffer[]) =>
  checkPhotos.execute(
    { login: 'reception' },
    contents.map((content, index) => ({ field: `Photos[${index}]`, content })),
  );
const png = (width: number, height: number, data: Buffer) =>
  Buffer.concat([pngStart, pngHead(width, height), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
/** How red and how blue, of 255. */
const colourAt = async (content: Buffer, left: number, top: number) => {
  const [red = 0, , blue = 0] = await sharp(content)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return { isRed: red > 200 && blue < 50, isBlue: blue > 200 && red < 50 };
};

describe('a photo that is kept', () => {
  it('is upright and has nothing but its pixels', async () => {
    const given = await taken(80, 40);
    for (const secret of ['Exif', 'SecretCam', 'SecretComment']) expect(given.includes(secret)).toBe(true);
    expect((await sharp(given).metadata()).orientation).toBe(6);
    const [photo] = await check(given);
    if (!photo) throw new Error('the photo is not there');
    expect(photo).toMatchObject({ type: 'image/jpeg', width: 40, height: 80 });
    for (const secret of ['Exif', 'Secret', 'GPS']) expect(photo.content.includes(secret)).toBe(false);
    const { exif, xmp, iptc, comments, orientation = 1 } = await sharp(photo.content).metadata();
    expect({ exif, xmp, iptc, comments, orientation }).toEqual({ orientation: 1 });
    // The left side was red; turned by a quarter, it is above.
    expect(await colourAt(photo.content, 20, 10)).toEqual({ isRed: true, isBlue: false });
    expect(await colourAt(photo.content, 20, 70)).toEqual({ isRed: false, isBlue: true });
  });

  it('as PNG keeps its pixels and loses its texts', async () => {
    const drawing = await drawn().png().toBuffer();
    const text = chunk('tEXt', Buffer.from('Comment\0SecretComment'));
    const given = Buffer.concat([drawing.subarray(0, 33), text, drawing.subarray(33)]);
    const [photo] = await check(given);
    if (!photo) throw new Error('the photo is not there');
    expect(photo).toMatchObject({ type: 'image/png', width: 8, height: 4 });
    expect(photo.content.includes('Secret')).toBe(false);
    expect(await sharp(photo.content).raw().toBuffer()).toEqual(await drawn().removeAlpha().raw().toBuffer());
  });

  it('is white where it was transparent', async () => {
    const glass = { width: 1, height: 1, channels: 4, background: '#f000' } as const;
    const [photo] = await check(await sharp({ create: glass }).png().toBuffer());
    expect([...(await sharp(photo?.content).raw().toBuffer())]).toEqual([255, 255, 255]);
  });
});

describe('what stands behind a picture is not kept', () => {
  it.each<[string, string | Buffer]>([
    ['a ZIP', Buffer.from('504b0304', 'hex')],
    ['a page', '<html><script>alert(1)</script></html>'],
    ['a PDF', '%PDF-1.7\n1 0 obj<</OpenAction 2 0 R>>endobj'],
    ['a video of the moment, as phones append it', Buffer.from('000000186674797069736f6d', 'hex')],
    ['a second picture', Buffer.from('ffd8ffe000104a46494600', 'hex')],
  ])('%s', async (_, tail) => {
    for (const picture of [await taken(80, 40), await drawn(40, 80).png().toBuffer()]) {
      const [photo] = await check(Buffer.concat([picture, Buffer.from(tail)]));
      if (!photo) throw new Error('the photo is not there');
      expect(photo).toMatchObject({ width: 40, height: 80 });
      expect(photo.content.includes(tail)).toBe(false);
      const [alone] = await check(picture);
      expect(photo.content.equals(alone!.content)).toBe(true);
    }
  });
});

describe('a photo that is refused', () => {
  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['no picture', () => Buffer.from('hello')],
    ['nothing', () => Buffer.alloc(0)],
    ['a GIF', () => drawn().gif().toBuffer()],
    ['a WebP', () => drawn().webp().toBuffer()],
    ['a TIFF', () => drawn().tiff().toBuffer()],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')],
    ['half a JPEG', async () => (await taken(80, 40)).subarray(0, 700)],
    [
      'half a JPEG with an end',
      async () => {
        const whole = await drawn(200, 200).jpeg({ quality: 100 }).toBuffer();
        return Buffer.concat([whole.subarray(0, whole.length - 300), whole.subarray(-2)]);
      },
    ],
    ['half a PNG', () => pixel.subarray(0, pixel.length - 12)],
    ['a PNG with half its pixels', () => png(100, 100, deflateSync(Buffer.alloc(101 * 50)))],
    [
      'a PNG of 400,000 chunks',
      () =>
        Buffer.concat([
          pixel.subarray(0, 33),
          Buffer.alloc(400_000 * 12, chunk('IDAT', Buffer.alloc(0))),
          pixel.subarray(33),
        ]),
    ],
    ['a PNG without pixels', () => png(100, 100, Buffer.alloc(0))],
    [
      'a PNG with a wrong checksum',
      () => Buffer.from(pixel.map((byte, at) => (at === 55 ? byte ^ 1 : byte))),
    ],
    ['a PDF before it', async () => Buffer.concat([Buffer.from('%PDF-1.7\n'), await taken()])],
    ['enormous size in a small file', () => png(60_000, 60_000, deflateSync(Buffer.alloc(1)))],
    [
      'data that inflate to far more than its pixels',
      () => png(4, 4, deflateSync(Buffer.alloc(100_000_000))),
    ],
    [
      'a moving picture',
      () =>
        Buffer.concat([
          pixel.subarray(0, 33),
          chunk('acTL', Buffer.from('0000000100000000', 'hex')),
          pixel.subarray(33),
        ]),
    ],
  ])('%s', async (_, make) => {
    await expect(check(await make())).rejects.toMatchObject({
      code: 'BadParameters',
      details: [{ field: 'Photos[0]', problem: expect.stringMatching(/^must .+: .+/) as string }],
    });
  });

  it('is named, and so is every other one', async () => {
    await expect(check(Buffer.from('x'), pixel, pixel.subarray(1))).rejects.toMatchObject({
      details: [{ field: 'Photos[0]' }, { field: 'Photos[2]' }],
    });
    expect(await check(pixel, pixel)).toHaveLength(2);
  });
});

it('a fault of the cleaner itself is not the fault of the photo', async () => {
  class Broken extends PhotoCleaner {
    clean(): Promise<never> {
      return Promise.reject(new Error('not installed'));
    }
  }
  const broken = new CheckPhotos(new Broken(), new PhotoQueue());
  await expect(broken.execute({ login: 'reception' }, [{ field: 'Photo', content: pixel }])).rejects.toThrow(
    'not installed',
  );
});

it('stops when nobody waits for it any more', async () => {
  const gone = new AbortController();
  const cleaned: Buffer[] = [];
  class Watched extends SharpPhotoCleaner {
    override clean(content: Buffer, picture: Picture): Promise<Photo> {
      cleaned.push(content);
      gone.abort(new Error('gone'));
      return super.clean(content, picture);
    }
  }
  const queue = new PhotoQueue();
  const photos = [pixel, pixel, pixel].map((content, index) => ({ field: `Photos[${index}]`, content }));
  const watched = new CheckPhotos(new Watched(), queue);
  await expect(watched.execute({ login: 'reception', signal: gone.signal }, photos)).rejects.toThrow('gone');
  expect(cleaned).toHaveLength(1);
  expect(await check(pixel)).toHaveLength(1);
});
