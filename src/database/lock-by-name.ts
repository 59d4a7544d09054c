import type { EntityManager } from 'typeorm';
import { engineOf } from './statements';

/**
 * Holds an advisory lock on `name` until the transaction ends. Later reads see what earlier holders have committed. Does
 * nothing on SQLite, which has one writer.
 */
export async function lockByName(manager: EntityManager, name: string): Promise<void> {
  if (engineOf(manager) === 'postgres')
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}
