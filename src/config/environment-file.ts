import { isUtf8 } from 'node:buffer';
import { ConfigFault, type SettingFault } from './app-config';
import { nearestSetting } from './near-names';

const assignment = /[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*/y;
const nothing = /[ \t]*(?:#.*)?$/my;
/** A quoted value may span lines. A double quote inside double quotes is written \". */
const quoted = /(?:"((?:\\[^]|[^"\\])*)"|'([^']*)'|`([^`]*)`)(?=[ \t]*(?:#.*)?$)/my;
const bare = /(?!["'`])((?:[^ \t\r\n\u2028\u2029#]|[ \t]+(?![ \t#]|$))*)/my;

/**
 * The settings of a `.env` file, with the same values as other programs read from it. Unlike them, it refuses lines
 * other than `NAME=VALUE`, comments and blank lines: such a line could be a setting with a slip.
 * @throws ConfigFault with the number of every bad line, never with its text
 */
export function parseEnvironmentFile(bytes: Buffer): Readonly<Record<string, string>> {
  if (!isUtf8(bytes) || bytes.includes(0)) throw fault([{ line: 1, problem: 'the file is not UTF-8' }]);
  const text = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  const values = new Map<string, { value: string; line: number }>();
  const faults: { line: number; problem: string }[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const { name, value, problem, end } = readLine(text, at);
    const first = name === undefined ? undefined : values.get(name);
    const near = name === undefined ? undefined : nearestSetting(name);
    if (problem !== undefined) faults.push({ line, problem });
    else if (first) faults.push({ line, problem: `sets ${name} again, after line ${first.line}` });
    else if (near !== undefined)
      faults.push({ line, problem: `sets ${name}, which is not a setting: is ${near} meant?` });
    else if (name !== undefined) values.set(name, { value: value ?? '', line });
    line += text.slice(at, end).split('\n').length;
    at = end + 1;
  }
  if (faults.length > 0) throw fault(faults);
  return Object.fromEntries([...values].map(([name, { value }]) => [name, value]));
}

interface Line {
  name?: string;
  value?: string;
  problem?: string;
  /** Index of its line feed. */
  end: number;
}

function readLine(text: string, start: number): Line {
  const blank = matchAt(nothing, text, start);
  if (blank) return { end: start + blank[0].length };
  const lineEnd = endOfLine(text, start);
  const head = matchAt(assignment, text, start);
  if (!head) return { problem: 'is not NAME=VALUE, a # comment or a blank line', end: lineEnd };
  const [{ length }, name = ''] = head;
  const from = start + length;
  const inQuotes = matchAt(quoted, text, from);
  if (inQuotes) {
    const [whole, double, single, back] = inQuotes;
    const value =
      double === undefined ? (single ?? back) : double.replace(/\\n/g, '\n').replace(/\\r/g, '\r');
    return { name, value, end: endOfLine(text, from + whole.length) };
  }
  const plain = matchAt(bare, text, from);
  if (!plain) return { problem: `${name} has a quote that is not closed, or text after it`, end: lineEnd };
  const [value] = plain;
  if (text[from + value.length] === '#' && value !== '')
    return { problem: `${name} has a # in its value: put the value in quotes`, end: lineEnd };
  return { name, value, end: lineEnd };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

function fault(faults: readonly { line: number; problem: string }[]): ConfigFault {
  return new ConfigFault(
    faults.map(({ line, problem }): SettingFault => ({ name: `.env:${line}:`, rule: problem })),
  );
}
