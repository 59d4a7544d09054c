import type { Figures } from './figures';
import type { Machine } from './machine';
import type { Target } from './targets';

/** What `--json` writes; the one of the last run is kept in the repository. */
export interface Result {
  /** Of the day, in UTC. */
  date: string;
  machine: Machine;
  /** How long one run of a load lasts, after its warm-up. */
  seconds: number;
  /** By benchmark. */
  figures: Readonly<Record<string, readonly object[]>> & {
    readonly end?: readonly Figures[];
    readonly 'end-postgres'?: readonly Figures[];
  };
  targets: readonly Target[];
  /** What makes figures worthless. */
  faults: readonly string[];
}
