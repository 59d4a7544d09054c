import type { PictureType } from '../../shared/photo';

/** What a picture tells of itself before anybody decodes it. */
export interface Picture {
  readonly type: PictureType;
  /** In pixels, as stored: a note in it may say that it is to be turned. */
  readonly width: number;
  readonly height: number;
  /** Bits of one colour of a pixel. */
  readonly depth: number;
  /** How many bytes it has; what follows is no part of it. */
  readonly length: number;
  readonly animated: boolean;
  /** Of a JPEG: how often its decoder goes over the whole picture. */
  readonly scans: number;
  /** Of a PNG: the pieces of its pixels, which follow each other as one zlib stream. */
  readonly compressed: readonly Uint8Array[];
}

/** Segments or chunks: files of 5 MB have a few hundred. Each costs time, and an empty one only a few bytes. */
const MAX_PARTS = 10_000;

/** Reads how a JPEG or PNG is put together; undefined when it is neither, not whole, or in more than 10,000 parts. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  if (beginsWith(bytes, PNG)) return readPng(bytes);
  return beginsWith(bytes, JPEG) ? readJpeg(bytes) : undefined;
}

const JPEG = [0xff, 0xd8];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Segment by segment: 0xFF, what it is, its length, its data; behind the head of a scan its compressed data. */
function readJpeg(bytes: Uint8Array): Picture | undefined {
  let size: Pick<Picture, 'width' | 'height' | 'depth'> | undefined;
  let scans = 0;
  let at = JPEG.length;
  for (let parts = 0; bytes[at] === 0xff && parts < MAX_PARTS; parts += 1) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // filling
      continue;
    }
    if (marker === END_OF_IMAGE)
      return size && { type: 'image/jpeg', ...size, length: at + 2, animated: false, scans, compressed: [] };
    const length = uint16(bytes, at + 2);
    if (length < 2) return undefined;
    if (isFrame(marker))
      size = { depth: bytes[at + 4] ?? 0, height: uint16(bytes, at + 5), width: uint16(bytes, at + 7) };
    at += 2 + length;
    if (marker === START_OF_SCAN) {
      scans += 1;
      at = endOfScan(bytes, at);
    }
  }
  return undefined;
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Start of a frame: C0 to CF but the three of them that are tables and extensions. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** The next marker; within a scan, 0xFF is followed by zero where it means itself, and by D0 to D7 where it is a milestone. */
function endOfScan(bytes: Uint8Array, from: number): number {
  // A call skips what is long, and is slow where 0xFF is every other byte: so many bytes are looked at before the next.
  const atHand = 32;
  let at = from;
  while (at >= 0) {
    const until = Math.min(at + atHand, bytes.length);
    for (; at < until; at += 1) if (bytes[at] === 0xff && isMarker(bytes[at + 1])) return at;
    at = bytes.indexOf(0xff, at);
  }
  return bytes.length;
}

function isMarker(byte = 0): boolean {
  return byte !== 0 && (byte < 0xd0 || byte > 0xd7);
}

/** Chunk by chunk: length of its data, name, data, checksum. */
function readPng(bytes: Uint8Array): Picture | undefined {
  const first = PNG.length;
  if (nameAt(bytes, first) !== 'IHDR') return undefined;
  const size = {
    width: uint32(bytes, first + 8),
    height: uint32(bytes, first + 12),
    depth: bytes[first + 16] ?? 0,
  };
  const compressed: Uint8Array[] = [];
  let animated = false;
  let at = first;
  for (let parts = 0; at < bytes.length && parts < MAX_PARTS; parts += 1) {
    const name = nameAt(bytes, at);
    const length = uint32(bytes, at);
    animated ||= name === 'acTL';
    if (name === 'IDAT') compressed.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
    if (name === 'IEND' && at <= bytes.length)
      return { type: 'image/png', ...size, length: at, animated, scans: 1, compressed };
  }
  return undefined;
}

function nameAt(bytes: Uint8Array, chunk: number): string {
  return String.fromCharCode(...bytes.subarray(chunk + 4, chunk + 8));
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** Zero where the bytes have ended. */
function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}

function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) * 65_536 + uint16(bytes, at + 2);
}
