import { Baseline1795700000000 } from './1795700000000-baseline';
import { OverdueVisits1795700100000 } from './1795700100000-overdue-visits';

/** All migrations, oldest first. One that was released is never changed. */
export const migrations = [Baseline1795700000000, OverdueVisits1795700100000] as const;
