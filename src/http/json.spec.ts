import { withinCpuMs } from '../../test/support/cpu-time';
import fc from 'fast-check';
import { MAX_DEPTH, MAX_VALUES, parseJson } from './json';

const arrays = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

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
