import { readPicture } from './picture';

const bytes = (...hex: string[]) => Uint8Array.from(Buffer.from(hex.join('').replaceAll(' ', ''), 'hex'));

const START = 'ffd8';
const APP = 'ffe0 0004 4a46';
/** 3 high, 258 wide. */
const FRAME = 'ffc2 0008 08 0003 0102 01';
const TABLE = 'ffc4 0003 00';
/** Its data holds what could be taken for the end: `ff00` means `ff`, `ffd0` is a milestone. */
const SCAN = 'ffda 0003 00 1122 ff00 d9 ffd0 33 ffd7 44';
const END = 'ffd9';
const jpeg = bytes(START, APP, FRAME, TABLE, SCAN, 'ffff', SCAN, END);

const HEAD = '0000000d 49484452 00000102 00000003 08 00 00 00 00 12345678';
const DATA = '00000002 49444154 abcd 12345678';
const ANIMATION = '00000000 6163544c 12345678';
const TAIL = '00000000 49454e44 12345678';
const SIGNATURE = '89504e470d0a1a0a';
const png = bytes(SIGNATURE, HEAD, DATA, TAIL);

describe('a JPEG', () => {
  it('tells its size, its scans and where it ends', () => {
    expect(readPicture(jpeg)).toEqual({
      type: 'image/jpeg',
      width: 258,
      height: 3,
      depth: 8,
      length: jpeg.length,
      animated: false,
      scans: 2,
      compressed: [],
    });
  });

  it.each(['ffc0', 'ffc1', 'ffc3', 'ffc9', 'ffcf'])('has its size behind %s', marker => {
    const other = bytes(START, FRAME.replace('ffc2', marker), SCAN, END);
    expect(readPicture(other)).toMatchObject({ width: 258, height: 3 });
  });

  it.each(['ffc4', 'ffc8', 'ffcc', 'ffbf', 'ffd0'])('has no size behind %s', marker => {
    expect(readPicture(bytes(START, FRAME.replace('ffc2', marker), SCAN, END))).toBeUndefined();
  });

  it('ends before what follows it', () => {
    expect(readPicture(bytes(Buffer.from(jpeg).toString('hex'), '504b0304'))?.length).toBe(jpeg.length);
  });

  it.each([
    ['bytes between its segments', [START, APP, '00', FRAME, SCAN, END]],
    ['a segment shorter than its own length', [START, 'ffe0 0001', FRAME, SCAN, END]],
    ['a segment that leads out of it', [START, FRAME, 'ffe0 ffff 00', END]],
    ['no frame', [START, APP, END]],
    ['nothing else than its beginning', [START]],
  ])('with %s is none', (_, parts) => {
    expect(readPicture(bytes(...parts))).toBeUndefined();
  });
});

describe('a PNG', () => {
  it('tells its size, its data and where it ends', () => {
    expect(readPicture(png)).toEqual({
      type: 'image/png',
      width: 258,
      height: 3,
      depth: 8,
      length: png.length,
      animated: false,
      scans: 1,
      compressed: [bytes('abcd')],
    });
  });

  it('is animated when it says so', () => {
    expect(readPicture(bytes(SIGNATURE, HEAD, ANIMATION, DATA, TAIL))?.animated).toBe(true);
  });

  it('ends before what follows it', () => {
    expect(readPicture(bytes(SIGNATURE, HEAD, DATA, TAIL, '3c68'))?.length).toBe(png.length);
  });

  it.each([
    ['another beginning', [SIGNATURE, DATA, HEAD, TAIL]],
    ['a chunk that leads out of it', [SIGNATURE, HEAD, 'ffffffff 49444154 00']],
    ['no end', [SIGNATURE, HEAD, DATA]],
  ])('with %s is none', (_, parts) => {
    expect(readPicture(bytes(...parts))).toBeUndefined();
  });
});

it.each([
  ['JPEG', jpeg],
  ['PNG', png],
])('no beginning of a %s is a picture', (_, whole) => {
  for (let length = 0; length < whole.length; length += 1)
    expect(readPicture(whole.subarray(0, length))).toBeUndefined();
});

it.each(['GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'RIFF\0\0\0\0WEBP', '%PDF-1.7', ''])(
  '%j is no picture',
  text => {
    expect(readPicture(Buffer.from(text))).toBeUndefined();
  },
);
