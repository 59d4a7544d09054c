import type { EntityManager } from 'typeorm';
import { engineOf } from './statements';

/**
 * Within a change: until it has ended, no other change that names the same goes on past this call, on any node. It then
 * reads what those before it have committed. SQLite makes all changes so.
 */
export async function oneAtATime(manager: EntityManager, what: string): Promise<void> {
  if (engineOf(manager) === 'postgres')
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [what]);
}
