import { existsSync, readFileSync } from 'node:fs';

/** The OWASP API Security Top 10 of 2023. */
const risks = Array.from({ length: 10 }, (_, index) => `API${index + 1}`);

interface Point {
  readonly name: string;
  readonly tests: readonly string[];
}

const page = readFileSync('docs/security.md', 'utf8');
const points = pointsOf(page);
const tests = [...new Set(points.flatMap(point => point.tests))];

/** A point is an item of a list that begins with its name in bold; the tests that show it stand below it. */
function pointsOf(text: string): Point[] {
  return text
    .split(/^- (?=\*\*)/m)
    .slice(1)
    .map(item => ({
      name: /^\*\*(.+?)\*\*/.exec(item)?.[1] ?? '',
      tests: [...item.matchAll(/^ +- `(.+)`$/gm)].map(([, test = '']) => test),
    }));
}

/** Whether a test, or a group of tests, is called so in this file, before its placeholders are filled. */
function hasTitle(file: string, title: string): boolean {
  const literal = `(['"\`])${title.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\\1`;
  const call = `(?:\\b(?:it|test|describe\\w*|whereInstalled)(?:\\.each)?\\(|\\)\\()\\s*${literal}\\s*,`;
  return new RegExp(call).test(readFileSync(file, 'utf8'));
}

describe('docs/security.md', () => {
  it('has a point for each of the ten risks', () => {
    expect(points.map(({ name }) => name.split(' ')[0])).toEqual(expect.arrayContaining(risks));
  });

  it('has no point that no test shows', () => {
    expect(points.filter(point => point.tests.length === 0)).toEqual([]);
  });

  it('names tests as `file › title` and in no other way', () => {
    const named = page.match(/(?:src|test)\/[\w./-]+\.(?:spec|e2e|cluster)\.ts/g) ?? [];
    expect(named).toHaveLength(points.flatMap(point => point.tests).length);
  });

  it.each(tests)('%s', test => {
    const [file = '', title = ''] = test.split(' › ');
    expect({ file, isThere: existsSync(file) }).toEqual({ file, isThere: true });
    expect({ title, isThere: title !== '' && hasTitle(file, title) }).toEqual({ title, isThere: true });
  });
});

describe('SECURITY.md', () => {
  it('leads to pages that there are', () => {
    const text = readFileSync('SECURITY.md', 'utf8');
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(link => !existsSync(link))).toEqual([]);
  });
});
