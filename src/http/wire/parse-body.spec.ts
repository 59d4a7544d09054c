import { createHash } from 'node:crypto';
import { parseAtOnce, parseInPieces } from './parse-body';
import { PIECE } from './tree-reader';

const json = { format: 'json', withDigest: false } as const;
const rows = Array.from({ length: 10_000 }, (_, at) => ({ a: `č${at}` }));
const large = Buffer.from(JSON.stringify(rows));
const small = Buffer.from('{"a":1}');

function chunksOf(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
}

/** How many turns the event loop takes until all this is done. */
async function turnsOf(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await work();
  isDone = true;
  return turns;
}

describe('parsing a body', () => {
  it.each([1000, 65_536])(
    'reads the same in pieces of %i bytes as at once, and the same digest',
    async size => {
      const rules = { ...json, withDigest: true };
      const whole = parseAtOnce(large, rules);
      expect(await parseInPieces(chunksOf(large, size), rules)).toEqual(whole);
      expect(whole).toEqual({
        tree: rows,
        source: 'json',
        digest: createHash('sha256').update(large).digest('hex'),
      });
    },
  );

  it('takes a turn for each piece of a large one', async () => {
    const pieces = Math.floor(large.length / PIECE);
    expect(await turnsOf(() => parseInPieces(chunksOf(large, 65_536), json))).toBeGreaterThan(pieces);
  });

  it('has one piece in a turn, however many bodies are parsed', async () => {
    const pieces = Math.floor(large.length / PIECE);
    const parse = () => parseInPieces(chunksOf(large, 65_536), json);
    expect(await turnsOf(() => Promise.all([parse(), parse(), parse()]))).toBeGreaterThan(3 * pieces);
  });

  it.each<[string, Buffer[]]>([
    ['is empty', []],
    ['is not UTF-8', [Buffer.from([0xff])]],
    ['is not UTF-8', [Buffer.from('"č"').subarray(0, 2)]],
    ['is not well-formed JSON', [Buffer.from('{')]],
    ['has more than 20000 values', [Buffer.from(`[${'1,'.repeat(20_000)}1]`)]],
  ])('tells that the body %s', async (problem, chunks) => {
    const details = [{ field: '', problem: `the body ${problem}` }];
    expect(() => parseAtOnce(Buffer.concat(chunks), json)).toThrow(expect.objectContaining({ details }));
    await expect(parseInPieces([...chunks], json)).rejects.toMatchObject({ details });
  });

  it('lets nobody between the pieces of small ones, however many come', async () => {
    const parse = () => parseInPieces(chunksOf(small, 2), json);
    expect(await turnsOf(() => Promise.all(Array.from({ length: 50 }, parse)))).toBeLessThan(3);
    expect(await parse()).toEqual({ tree: { a: 1 }, source: 'json', digest: undefined });
  });
});
