import type { DataFiles } from './data-files';
import type { Target } from './targets';

/** What the command line says, or what goes without saying. */
export interface Settings {
  /** The built service. */
  main: string;
  /** For what is thrown away afterwards. */
  folder: string;
  files: DataFiles;
  /** A database on the PostgreSQL server that benchmarks of it make theirs on. */
  postgresUrl: string;
  /** How often everything is repeated; undefined is as often as the benchmark thinks right. */
  rounds: number | undefined;
  /** How long one run lasts, without its warm-up; undefined as above. */
  seconds: number | undefined;
  connections: readonly number[];
  /** Visits in the file; undefined as above. */
  sizes: readonly number[] | undefined;
}

/** Told now and then how much of how much is done of what. */
export type Progress = (what: string, done: number, total: number) => void;

export interface Outcome {
  /** One row each, as they are printed and written. */
  figures: readonly object[];
  targets: readonly Target[];
  /** What makes the figures worthless, such as requests that were refused. */
  faults: readonly string[];
}

export type Benchmark = (settings: Settings, progress: Progress) => Promise<Outcome>;

/** Not measured: the first requests are slow with everybody. */
export const WARM_UP_S = 3;
export const ROUNDS = 3;
export const SECONDS = 5;
