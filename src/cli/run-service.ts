import { configFrom, suspectNames } from '../environment';
import { ExitCode, exitCodeOf } from '../exit-codes';
import { serve } from '../serve';
import type { Io } from './io';

/**
 * Runs the service until it is stopped, without the rest of the command line, which would take a while to load. Never
 * throws.
 * @returns the exit code
 */
export async function runService(io: Io): Promise<number> {
  try {
    await serve(configFrom(io.env), io, suspectNames(io.env));
    return ExitCode.Ok;
  } catch (error) {
    return exitCodeOf(error, line => io.complain(`${line}\n`));
  }
}
