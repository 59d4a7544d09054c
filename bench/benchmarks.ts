import type { Benchmark } from './benchmark';
import { day } from './day';
import { end } from './end';
import { endOnPostgres } from './end-postgres';
import { growth } from './growth';
import { lists } from './lists';
import { login } from './login';
import { readsUnderLoad } from './reads';
import { start } from './start';
import { steady } from './steady';

/** By their names on the command line. */
export const benchmarks: Readonly<Record<string, Benchmark>> = {
  end,
  login,
  growth,
  start,
  reads: readsUnderLoad,
  steady,
  day,
  lists,
  'end-postgres': endOnPostgres,
};

/** The benchmarks that run if none is named. */
export const usual: readonly string[] = ['end', 'login', 'growth', 'start', 'reads'];
