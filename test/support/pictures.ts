import sharp, { type Sharp } from 'sharp';

/** A picture of one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Red on the left, blue on the right. */
export function drawn(width = 8, height = 4): Sharp {
  const half = { width: Math.ceil(width / 2), height, channels: 3 as const };
  const blue = { create: { ...half, width: Math.floor(width / 2), background: 'blue' } };
  return sharp({ create: { ...half, width, background: 'red' } }).composite([
    { input: blue, left: half.width, top: 0 },
  ]);
}

/** As taken by a phone: portrait orientation, with place, camera and a comment as metadata. */
export function taken(width = 8, height = 4): Promise<Buffer> {
  return drawn(width, height)
    .withExif({
      IFD0: { Make: 'SecretCam', ImageDescription: 'SecretComment' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '50/1 5/1 15/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '14/1 25/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 100 })
    .toBuffer();
}

/** One chunk of a PNG. */
export function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

export const pngStart = Buffer.from('89504e470d0a1a0a', 'hex');

/** The header of a greyscale PNG. */
export function pngHead(width: number, height: number, depth = 8): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data[8] = depth;
  return chunk('IHDR', data);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
