import type { DataFiles, Progress } from './data-files';
import type { Target } from './targets';

/** The options of the command line, or their defaults. */
export interface Settings {
  /** Path of the built service. */
  main: string;
  /** A folder for temporary files. */
  folder: string;
  files: DataFiles;
  /** A database on the PostgreSQL server on which benchmarks create theirs. */
  postgresUrl: string;
  /** Number of repetitions; undefined: the default of the benchmark. */
  rounds: number | undefined;
  /** Duration of one run without its warm-up; undefined as above. */
  seconds: number | undefined;
  connections: readonly number[];
  /** Visits in the file; undefined as above. */
  sizes: readonly number[] | undefined;
}

interface Outcome {
  /** One row each, as printed and written. */
  figures: readonly object[];
  targets: readonly Target[];
  /** Reasons why the figures are invalid, such as refused requests. */
  faults: readonly string[];
}

export type Benchmark = (settings: Settings, progress: Progress) => Promise<Outcome>;

/** Not measured: the first requests are slow in every contender. */
export const WARM_UP_S = 3;
export const ROUNDS = 3;
export const SECONDS = 5;
