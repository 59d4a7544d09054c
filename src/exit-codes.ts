import { ConfigFault } from './config/app-config';
import { DatabaseRefused, StorageFault } from './database';
import { LicenceFault } from './licensing';

/** Exit codes of sysexits.h that this program uses. */
export const ExitCode = {
  Ok: 0,
  Usage: 64,
  BadData: 65,
  Unavailable: 69,
  Software: 70,
  InputOutput: 74,
  Configuration: 78,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** A command cannot do what it was asked for; the message says why and what to do. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode,
  ) {
    super(message);
    this.name = 'Failure';
  }
}

/** Says what went wrong, and gives the exit code for it. */
export function exitCodeOf(thrown: unknown, complain: (line: string) => void): number {
  const { exitCode, message } = failureOf(thrown);
  complain(message);
  return exitCode;
}

const notToListenOn = ['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND'];

function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  if (thrown instanceof ConfigFault) return new Failure(thrown.message, ExitCode.Configuration);
  if (thrown instanceof DatabaseRefused) return new Failure(thrown.message, ExitCode.InputOutput);
  if (thrown instanceof LicenceFault) return new Failure(thrown.message, ExitCode.BadData);
  if (thrown instanceof StorageFault) {
    const exitCode = thrown.reason === 'storage busy' ? ExitCode.Unavailable : ExitCode.InputOutput;
    return new Failure(`DATABASE_URL: ${thrown.reason}; nothing was changed`, exitCode);
  }
  const { code = '', syscall = '', path, stack } = thrown as NodeJS.ErrnoException;
  if (notToListenOn.includes(code) && ['listen', 'getaddrinfo'].includes(syscall)) {
    const problem = `HOST, PORT: cannot listen there (${code}): choose another address or port`;
    return new Failure(problem, ExitCode.Unavailable);
  }
  if (path !== undefined && syscall !== '')
    return new Failure(`${path}: cannot ${syscall} (${code})`, ExitCode.InputOutput);
  return new Failure(stack ?? String(thrown), ExitCode.Software);
}

/** Between the end of all work and that of the process, where something holds it. */
const HELD_MS = 500;

/** Ends the process when nothing is left to do. What holds it longer is a connection to a server that does not answer. */
export function endWith(exitCode: number): void {
  process.exitCode = exitCode;
  setTimeout(() => process.exit(), HELD_MS).unref();
}
