import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { attackTexts } from '../support/attack-texts';

/** Small steps first, as what doubles with each character would never come back from a large one; then fourfold. */
const LENGTHS = [12, 16, 20, 24, 28, 32, 64, 256, 1024, 4096, 16_384];
/** Below it a doubling tells nothing: a pattern that grows with its text is far below. */
const SLOW_MS = 8;

interface Found {
  readonly place: string;
  readonly pattern: RegExp;
}

/** Every pattern that is written out in a file, and the places where one is put together of texts. */
function patternsOf(file: string): { written: Found[]; made: string[] } {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const [written, made]: [Found[], string[]] = [[], []];
  const visit = (node: ts.Node): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    const place = `${file}:${line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const [, body = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
      written.push({ place: `${place} ${node.text}`, pattern: new RegExp(body, flags) });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
      made.push(place);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { written, made };
}

/** The patterns that our own files put together while they are loaded. */
function madeOnLoading(files: readonly string[]): Found[] {
  const found = new Map<string, Found>();
  const Real = RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct(target, given: [string, string?]) {
      const pattern = new target(...given);
      const [, caller = ''] = new Error().stack?.split('\n')[2]?.split(`${process.cwd()}/`) ?? [];
      const [place] = /^src\/[^:]+:\d+/.exec(caller) ?? [];
      if (place !== undefined) found.set(`${place} ${pattern}`, { place: `${place} ${pattern}`, pattern });
      return pattern;
    },
  });
  try {
    jest.isolateModules(() => files.forEach(file => jest.requireActual(`../../${file}`)));
  } finally {
    globalThis.RegExp = Real;
  }
  return [...found.values()];
}

const inFiles = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map(file => ({ file: `src/${file}`, ...patternsOf(`src/${file}`) }));
const makers = inFiles.filter(({ made }) => made.length > 0);
// The module of the service loads all requests, whose members bring patterns of their own.
const made = madeOnLoading([...makers.map(({ file }) => file), 'src/app.module.ts']);
const patterns = [...inFiles.flatMap(({ written }) => written), ...made];

/** The best of three tries, in milliseconds. */
function timeOf(pattern: RegExp, text: string): number {
  const tries = [1, 2, 3].map(() => {
    pattern.lastIndex = 0;
    const began = performance.now();
    if (pattern.global) text.replace(pattern, '');
    else pattern.test(text);
    return performance.now() - began;
  });
  return Math.min(...tries);
}

/** The length at which a text took far more time than it is longer than the one before; undefined when there is none. */
function superLinearAt(pattern: RegExp): number | undefined {
  let before: number[] = [];
  for (const length of LENGTHS) {
    const times: number[] = [];
    for (const text of attackTexts(pattern, length)) {
      const ms = timeOf(pattern, text);
      if (ms > SLOW_MS && ms > 8 * (before[times.length] ?? 0)) return length;
      times.push(ms);
    }
    before = times;
  }
  return undefined;
}

describe('what a pattern takes grows with the text and no faster', () => {
  it('finds the patterns', () => {
    expect(patterns.length).toBeGreaterThan(50);
  });

  it('knows every pattern that is put together: none is made of what comes in later', () => {
    const places = makers.flatMap(maker => maker.made);
    expect(places.filter(place => !made.some(each => each.place.startsWith(`${place} `)))).toEqual([]);
  });

  it.each(patterns)('$place', ({ pattern }) => {
    expect(superLinearAt(pattern)).toBeUndefined();
  });

  it.each([
    /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/,
    /%.*$/,
    /\/\/\S*@/g,
    /^(a+)+$/,
    /^(?:\w|_)*-$/,
    /\s+$/,
    /key[^=]*=/,
    /<[^>]*>x/,
  ])('and would not of %s', pattern => {
    expect(superLinearAt(pattern)).toBeDefined();
  });
});
