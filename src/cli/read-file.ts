import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { ExitCode, Failure } from '../exit-codes';
import type { Io } from './io';

/** Stands for standard input in the place of a file. */
export const STANDARD_INPUT = '-';

/** How a file is called in what is told about it. */
export function shownName(path: string): string {
  return path === STANDARD_INPUT ? 'standard input' : path;
}

/** The text of a file, or of standard input. @throws Failure when there is none to be read */
export async function readTextOf(io: Io, path: string): Promise<string> {
  const bytes = path === STANDARD_INPUT ? await io.read() : readBytes(path);
  if (!isUtf8(bytes) || bytes.includes(0))
    throw new Failure(`${shownName(path)}: is not UTF-8`, ExitCode.BadData);
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

/** The text of a file that has some lines, such as a key. @throws Failure when it cannot be read */
export function readText(path: string): string {
  return readBytes(path).toString('utf8');
}

function readBytes(path: string): Buffer {
  refuseOtherThanFile(path);
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, (error as NodeJS.ErrnoException).code);
  }
}

/** A pipe that nobody writes would be waited for for ever. */
function refuseOtherThanFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw unreadable(path, 'ENOENT');
  if (found.isFile()) return;
  const what = found.isDirectory()
    ? 'is a folder'
    : 'is not a file; where - is taken, it reads standard input';
  throw new Failure(`${path}: ${what}`, ExitCode.InputOutput);
}

function unreadable(path: string, code = 'unknown'): Failure {
  return new Failure(`${path}: cannot be read (${code})`, ExitCode.InputOutput);
}
