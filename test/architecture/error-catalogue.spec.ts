import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { AppError } from '../../src/shared/errors/app-error';
import { type ErrorCode, type ErrorParams, errorCatalogue } from '../../src/shared/errors/error-catalogue';

const rows = Object.entries(errorCatalogue);
const catalogueFile = join('src', 'shared', 'errors', 'error-catalogue.ts');

describe('the error catalogue', () => {
  it('gives a number to one error only', () => {
    const numbers = rows.flatMap(([, { number }]) => (number === null ? [] : [number]));
    expect(numbers).toEqual([...new Set(numbers)]);
  });

  it('is documented row by row, and nothing else is', () => {
    const documented = readFileSync('docs/errors.md', 'utf8')
      .split('\n')
      .filter(line => line.startsWith('|'))
      .slice(2)
      .map(line => line.split(' | ').slice(0, 5))
      .map(([number = '', ...cells]) => [number.replace('| ', ''), ...cells].join(' '));
    const expected = rows.map(
      ([code, { number, status, message, when }]) =>
        `${number ?? '–'} ${status} ${code} \`${message}\` ${when}`,
    );
    expect(documented).toEqual(expected);
  });

  it.each(rows)('%s: fills every placeholder of its message', (code, { message }) => {
    const placeholders = [...message.matchAll(/\{(\d)\}/g)].map(([, index]) => Number(index));
    expect(placeholders).toEqual(placeholders.map((_, index) => index));
    const values = placeholders.map(index => `value ${index}`);
    const filled = refusal(code as ErrorCode, values).message;
    expect(filled).toBe(message.replace(/\{(\d)\}/g, 'value $1'));
    expect(filled).not.toMatch(/\{\d\}|undefined/);
  });
});

describe('no file but the catalogue', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map(name => join('src', name))
    .filter(name => name.endsWith('.ts') && !name.endsWith('.spec.ts') && name !== catalogueFile);

  /** 8 and 1000 are also other things than error numbers. */
  const numbers = new Set<number>(
    rows.flatMap(([, { number }]) => (number === null || number <= 1000 ? [] : [number])),
  );

  it('states an error number', () => {
    expect(literalsIn(files, node => ts.isNumericLiteral(node) && numbers.has(Number(node.text)))).toEqual(
      [],
    );
  });

  it('sets a status of a refusal', () => {
    expect(literalsIn(files, setsRefusedStatus)).toEqual([]);
  });

  it('repeats the text of a message', () => {
    const openings = rows
      .map(([, { message }]) => message.split('{')[0] ?? '')
      .filter(text => text.length >= 12);
    expect(
      literalsIn(
        files,
        node => ts.isStringLiteralLike(node) && openings.some(text => node.text.startsWith(text)),
      ),
    ).toEqual([]);
  });
});

/** The compiler knows how many values each code wants; for all codes at once it cannot say. */
function refusal(code: ErrorCode, values: string[]): AppError {
  return new AppError(code, ...(values as ErrorParams<ErrorCode>));
}

/** `response.status(403)`, `new ForbiddenException()` and their like. */
function setsRefusedStatus(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return /^(?!.*Fault)\w*Exception$/.test(node.expression.getText());
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const [status] = node.arguments;
  const sets = ['status', 'sendStatus', 'writeHead'].includes(node.expression.name.text);
  return sets && status !== undefined && ts.isNumericLiteral(status) && Number(status.text) >= 400;
}

/** The places, as `file:line`, of nodes that are at fault. */
function literalsIn(files: readonly string[], isFault: (node: ts.Node) => boolean): string[] {
  return files.flatMap(file => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (isFault(node))
        found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
      node.forEachChild(visit);
    };
    visit(source);
    return found;
  });
}
