import { ConfigFault } from './config/app-config';
import { DatabaseRefused, StorageFault } from './database';
import { LicenceFault } from './licensing';

/** The exit codes of this program, from sysexits.h. */
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

/** A command has failed. The message gives the reason and a remedy. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode,
  ) {
    super(message);
    this.name = 'Failure';
  }
}

/** Reports the error and returns its exit code. */
export function exitCodeOf(thrown: unknown, complain: (line: string) => void): ExitCode {
  const { exitCode, message } = failureOf(thrown);
  complain(message);
  return exitCode;
}

function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  if (thrown instanceof ConfigFault) return new Failure(thrown.message, ExitCode.Configuration);
  if (thrown instanceof DatabaseRefused) {
    const exitCode = thrown.isUnsuited ? ExitCode.Configuration : ExitCode.InputOutput;
    return new Failure(thrown.message, exitCode);
  }
  if (thrown instanceof LicenceFault) return new Failure(thrown.message, ExitCode.BadData);
  if (thrown instanceof StorageFault) {
    const exitCode = thrown.reason === 'storage busy' ? ExitCode.Unavailable : ExitCode.InputOutput;
    const outcome = thrown.reason === 'outcome unknown' ? 'check whether it was done' : 'nothing was changed';
    return new Failure(`DATABASE_URL: ${thrown.reason}; ${outcome}`, exitCode);
  }
  return listenFailure(thrown) ?? systemFailure(thrown) ?? new Failure(stackOf(thrown), ExitCode.Software);
}

interface SystemFault extends NodeJS.ErrnoException {
  address?: string;
  port?: number;
  hostname?: string;
}

/** Names the setting to change. */
function listenFailure(thrown: unknown): Failure | undefined {
  const { code = '', syscall = '', address, port, hostname } = thrown as SystemFault;
  if (!['listen', 'getaddrinfo'].includes(syscall)) return undefined;
  const problems: Readonly<Record<string, string>> = {
    EADDRINUSE: `PORT: ${port} of ${address} is in use by another process; choose another port, or stop that process`,
    EACCES: `PORT: ${port} of ${address} may not be opened by this user; choose a port from 1024 on`,
    EADDRNOTAVAIL: `HOST: ${address} is not an address of this machine`,
    ENOTFOUND: `HOST: there is no host ${hostname}`,
  };
  const problem = problems[code] ?? `HOST, PORT: cannot listen on ${address ?? hostname}:${port}`;
  return new Failure(`${problem} (${code})`, ExitCode.Unavailable);
}

/** An error of a system call, usually on a file. */
function systemFailure(thrown: unknown): Failure | undefined {
  const { code = '', syscall = '', path } = thrown as SystemFault;
  if (syscall === '' && path === undefined) return undefined;
  return new Failure(
    `${path === undefined ? '' : `${path}: `}cannot ${syscall} (${code})`,
    ExitCode.InputOutput,
  );
}

function stackOf(thrown: unknown): string {
  return (thrown instanceof Error ? thrown.stack : undefined) ?? String(thrown);
}

/** Grace period before a forced exit when an open handle keeps the process alive. */
const HELD_MS = 500;

/**
 * Ends the process when all work is done. A connection to a server that does not answer, standard output without a reader
 * or a hanging write of the log can keep it alive. `process.exit` would wait for the thread of such a write, so the process
 * is killed instead: the log starts no write any more, and one in flight after the grace period hangs.
 */
export function endWith(exitCode: number): void {
  process.exitCode = exitCode;
  setTimeout(() => {
    const isHung = process.getActiveResourcesInfo().includes('FSReqCallback');
    if (isHung) process.kill(process.pid, 'SIGKILL');
    else process.exit();
  }, HELD_MS).unref();
}
