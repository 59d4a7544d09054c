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
    const outcome = thrown.reason === 'outcome unknown' ? 'look whether it was done' : 'nothing was changed';
    return new Failure(`DATABASE_URL: ${thrown.reason}; ${outcome}`, exitCode);
  }
  return listenFailure(thrown) ?? systemFailure(thrown) ?? new Failure(stackOf(thrown), ExitCode.Software);
}

interface SystemFault extends NodeJS.ErrnoException {
  address?: string;
  port?: number;
  hostname?: string;
}

/** By the setting that is to be changed. */
function listenFailure(thrown: unknown): Failure | undefined {
  const { code = '', syscall = '', address, port, hostname } = thrown as SystemFault;
  if (!['listen', 'getaddrinfo'].includes(syscall)) return undefined;
  const problems: Readonly<Record<string, string>> = {
    EADDRINUSE: `PORT: ${port} of ${address} is taken by another process; choose another port, or end that process`,
    EACCES: `PORT: ${port} of ${address} may not be opened by this user; choose one from 1024 on`,
    EADDRNOTAVAIL: `HOST: ${address} is no address of this machine`,
    ENOTFOUND: `HOST: there is no host ${hostname}`,
  };
  const problem = problems[code] ?? `HOST, PORT: cannot listen on ${address ?? hostname}:${port}`;
  return new Failure(`${problem} (${code})`, ExitCode.Unavailable);
}

/** What the system refused, most often with a file. */
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

/** Between the end of all work and that of the process, where something holds it. */
const HELD_MS = 500;

/**
 * Ends the process when nothing is left to do. What holds it longer is a connection to a server that does not answer, standard
 * output that nobody reads, or a write of the log that hangs. An orderly end would wait for the thread of the last, so that
 * one is killed: the log begins no write any more, and one that is under way then has been so all the time.
 */
export function endWith(exitCode: number): void {
  process.exitCode = exitCode;
  setTimeout(() => {
    const isHung = process.getActiveResourcesInfo().includes('FSReqCallback');
    if (isHung) process.kill(process.pid, 'SIGKILL');
    else process.exit();
  }, HELD_MS).unref();
}
