import { Baseline1795700000000 } from './1795700000000-baseline';

/** All migrations, oldest first. One that was released is never changed. */
export const migrations = [Baseline1795700000000] as const;
