import type { QRCode } from 'qrcode';
import type { Picture } from '../../http/action';
import type { PictureFormat } from './visit-requests.dto';

/** Modules of white that readers need on each side. */
const QUIET_ZONE = 4;

const level = { errorCorrectionLevel: 'M' } as const;

/** A QR picture of a text, `size` pixels wide and high. */
export async function qrPicture(text: string, format: PictureFormat, size: number): Promise<Picture> {
  // Only when the first picture is asked for: the start does not wait for it.
  const { create, toString } = (await import('qrcode')).default;
  if (format === 'png') return { type: 'image/png', bytes: await pngOf(create(text, level), size) };
  const svg = await toString(text, { ...level, type: 'svg', margin: QUIET_ZONE, width: size });
  return { type: 'image/svg+xml', bytes: Buffer.from(svg) };
}

/**
 * Each module is the same whole number of pixels, and what is left over widens the white around: the package's own
 * pictures have modules of uneven width, which readers misread at some sizes.
 */
async function pngOf({ modules }: QRCode, size: number): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const count = modules.size;
  const width = count * Math.floor(size / (count + 2 * QUIET_ZONE));
  const before = Math.floor((size - width) / 2);
  const after = size - width - before;
  const grey = Buffer.from(modules.data).map(dark => (dark === 0 ? 255 : 0));
  return sharp(grey, { raw: { width: count, height: count, channels: 1 } })
    .resize(width, width, { kernel: 'nearest' })
    .extend({ top: before, left: before, bottom: after, right: after, background: 'white' })
    .png()
    .toBuffer();
}
