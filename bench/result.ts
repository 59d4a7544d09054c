import type { Figures } from './figures';
import type { Machine } from './machine';
import type { Target } from './targets';

/** The content of the file of `--json`; the repository contains that of the last run. */
export interface Result {
  /** The day, in UTC. */
  date: string;
  machine: Machine;
  /** Duration of one run of a load, after its warm-up. */
  seconds: number;
  /** By benchmark. */
  figures: Readonly<Record<string, readonly object[]>> & {
    readonly end?: readonly Figures[];
    readonly 'end-postgres'?: readonly Figures[];
  };
  targets: readonly Target[];
  /** Reasons why figures are invalid. */
  faults: readonly string[];
}
