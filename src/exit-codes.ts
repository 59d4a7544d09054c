import { ConfigFault } from './config/app-config';
import { DatabaseRefused } from './database';

/** Exit codes of sysexits.h that this program uses. */
export const ExitCode = {
  Ok: 0,
  Usage: 64,
  BadData: 65,
  Unavailable: 69,
  Software: 70,
  InputOutput: 74,
  Configuration: 78,
};

/** Says what went wrong, and gives the exit code for it. */
export function exitCodeOf(error: unknown, say: (line: string) => void): number {
  if (error instanceof ConfigFault) {
    say(error.message);
    return ExitCode.Configuration;
  }
  if (error instanceof DatabaseRefused) {
    say(error.message);
    return ExitCode.InputOutput;
  }
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    say(`HOST, PORT: cannot listen there (${code}): choose another address or port`);
    return ExitCode.Unavailable;
  }
  say(stack ?? message);
  return ExitCode.Software;
}
