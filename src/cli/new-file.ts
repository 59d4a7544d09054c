import { existsSync, writeFileSync } from 'node:fs';
import { ExitCode, Failure } from '../exit-codes';

/** @throws Failure when there is a file of this name */
export function refuseOverwriting(file: string): void {
  if (existsSync(file)) {
    throw new Failure(`${file} is there already and is not overwritten`, ExitCode.InputOutput);
  }
}

/** Fails when the file appeared in the meantime. */
export function writeNew(file: string, text: string, mode: number): void {
  writeFileSync(file, text, { flag: 'wx', mode });
}
