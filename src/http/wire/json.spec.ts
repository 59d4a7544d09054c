import { withinCpuMs } from '../../../test/support/cpu-time';
import fc from 'fast-check';
import { JsonReader, parseJson } from './json';
import { GIVEN_TWICE } from '../fields';
import { MAX_DEPTH, MAX_MEMBERS, MAX_VALUES, PIECE } from './tree-reader';

const arrays = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

function isRead(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

describe('parsing JSON', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), value => {
        const text = JSON.stringify(value);
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([arrays, objects])('reads 32 levels and no more', nest => {
    expect(() => parseJson(nest(MAX_DEPTH))).not.toThrow();
    expect(() => parseJson(nest(MAX_DEPTH + 1))).toThrow('nests deeper than 32 levels');
  });

  it('refuses a million levels in a moment, closed or not', async () => {
    await withinCpuMs(500, () => {
      expect(() => parseJson(arrays(500_000))).toThrow(SyntaxError);
      expect(() => parseJson('['.repeat(1_000_000))).toThrow(SyntaxError);
    });
  });

  it('counts no bracket and no comma inside a text, whatever is escaped there', () => {
    const text = `\\"${'[{,'.repeat(MAX_VALUES)}"\\\\`;
    expect(parseJson(JSON.stringify([text, text]))).toEqual([text, text]);
  });

  it('reads as many values as the limit and not one more', () => {
    const list = (length: number) => `[${Array.from({ length }, () => '0').join()}]`;
    expect(parseJson(list(MAX_VALUES))).toHaveLength(MAX_VALUES);
    expect(() => parseJson(list(MAX_VALUES + 1))).toThrow('has more than 20000 values');
  });

  it('marks a member that is given twice, wherever it is', () => {
    const tree = parseJson('{"a":1,"b":{"c":[],"\\u0063":{}},"a":null,"d":[{"toString":1,"toString":1}]}');
    expect(tree).toEqual({ a: GIVEN_TWICE, b: { c: GIVEN_TWICE }, d: [{ toString: GIVEN_TWICE }] });
  });

  it('reads as many members of an object as the limit and not one more', () => {
    const members = (count: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, at])));
    expect(Object.keys(parseJson(members(MAX_MEMBERS)) as object)).toHaveLength(MAX_MEMBERS);
    expect(() => parseJson(members(MAX_MEMBERS + 1))).toThrow('more than 1000 members');
  });

  it.each(['\\u0041', '\\n', '\\\\', '\\"', '\\ud83d\\ude00', '😀', 'čž'])(
    'reads %s wherever a long text is cut',
    part => {
      for (let shift = 0; shift < 14; shift += 1) {
        const text = JSON.stringify('x'.repeat(PIECE - 14 + shift)).slice(0, -1) + part.repeat(3000) + '"';
        expect(parseJson(text)).toBe(JSON.parse(text));
        expect(() => parseJson(text.slice(0, -1))).toThrow(SyntaxError);
      }
    },
  );

  it('reads the same at once and a character at a time', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), value => {
        const text = JSON.stringify(value, null, 1);
        const reader = new JsonReader(text, MAX_VALUES);
        while (!reader.read(1));
        expect(reader.tree).toEqual(parseJson(text));
      }),
    );
  });

  it('takes nothing that JSON.parse does not take, and refuses nothing else', () => {
    const token = fc.constantFrom(
      ...'{ } [ ] , : "a" "b" "\\u00e9" "\\x" "\t" 1 -0 1.5e3 01 1. -  true false null nul 1a \n'.split(' '),
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), tokens => {
        const text = tokens.join('');
        expect(isRead(() => parseJson(text))).toBe(isRead(() => JSON.parse(text)));
      }),
      { numRuns: 20_000 },
    );
  });

  it('makes members named like those of every object plain members', () => {
    const tree = parseJson('{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}') as object;
    expect(Object.keys(tree)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it('throws nothing but SyntaxError, and never repeats the body', () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', '1', 'n') }),
    );
    fc.assert(
      fc.property(garbage, text => {
        try {
          parseJson(text);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
          expect((error as Error).message).toMatch(/^(is not well-formed JSON|nests deeper than 32 levels)$/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
