import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const tickMs = 1000 / Number(execFileSync('getconf', ['CLK_TCK']).toString());

/** Processor time that the process has taken since its start, in all its threads. */
export function cpuMs(pid: number): number {
  // After the name, which may have blanks in it: user and system time are fields 14 and 15 of the line.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** The most memory that the process has had since its start. */
export function peakMb(pid: number): number {
  const kb = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1024;
}
