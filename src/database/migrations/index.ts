import { Core1795500000000 } from './1795500000000-core';

/** All migrations, oldest first. One that was released is never changed. */
export const migrations = [Core1795500000000] as const;
