import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const decisions = readdirSync('docs/adr');
const numbers = decisions.map(name => Number(name.slice(0, 4)));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:ts|md)$/.test(name))
    .map(name => join(folder, name));
}

describe('the decisions in docs/adr', () => {
  it('are numbered from 1, each by a number of its own, which its title has too', () => {
    expect(numbers.sort((a, b) => a - b)).toEqual(decisions.map((_, index) => index + 1));
    const titled = decisions.map(
      name => /^# (\d+)\. /.exec(readFileSync(join('docs/adr', name), 'utf8'))?.[1],
    );
    expect(titled.map(Number).sort((a, b) => a - b)).toEqual(numbers);
  });

  it('have a status and a date', () => {
    const unclear = decisions.filter(
      name =>
        !/^# .+\n\nStatus: (?:proposed|accepted|superseded by \d+), \d{4}-\d{2}-\d{2}\n/.test(
          readFileSync(join('docs/adr', name), 'utf8'),
        ),
    );
    expect(unclear).toEqual([]);
  });

  it('are referred to by numbers and files that there are', () => {
    const files = [
      'README.md',
      'CHANGELOG.md',
      'SECURITY.md',
      'CONTRIBUTING.md',
      ...['docs', 'src', 'test', 'scripts'].flatMap(filesBelow),
    ];
    const unknown = files.flatMap(file => {
      const text = readFileSync(file, 'utf8');
      const byNumber = [...text.matchAll(/\bADR (\d+)\b/g)].filter(([, n]) => !numbers.includes(Number(n)));
      const byFile = [...text.matchAll(/\badr\/(\d{4}-[\w.-]+\.md)/g)].filter(
        ([, name = '']) => !decisions.includes(name),
      );
      return [...byNumber, ...byFile].map(([found]) => `${file}: ${found}`);
    });
    expect(unknown).toEqual([]);
  });
});
