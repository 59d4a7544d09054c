import type { MigrationInterface } from 'typeorm';
import { DatabaseRefused } from '../database-refused';
import type { EngineName } from '../statements';
import { Core1795500000000 } from './1795500000000-core.sqlite';
import { Visitors1795600000000 } from './1795600000000-visitors.sqlite';
import { Directory1795600100000 } from './1795600100000-directory.sqlite';
import { CardsAndPhotos1795600200000 } from './1795600200000-cards-and-photos.sqlite';
import { PassKey1795600300000 } from './1795600300000-pass-key.sqlite';
import { IdempotencyKey1795600400000 } from './1795600400000-idempotency-key.sqlite';
import { VisitLists1795600500000 } from './1795600500000-visit-lists.sqlite';
import { Baseline1795700000000 } from './1795700000000-baseline.postgres';
import { OverdueVisits1795700100000 } from './1795700100000-overdue-visits';
import { ChangeNumbers1795900000000 } from './1795900000000-change-numbers';
import { WideTexts1795900100000 } from './1795900100000-wide-texts.postgres';
import { OpensFile1795900300000 } from './1795900300000-opens-file';
import { ShownRecords1795900400000 } from './1795900400000-shown-records';
import { FoldedDocuments1796000000000 } from './1796000000000-folded-documents';

type Migration = new () => MigrationInterface;

/**
 * All migrations, oldest first. A database records each by the name of its class, so a released one is never renamed,
 * moved or changed. SQLite came first: the baseline of PostgreSQL makes at once what its first seven had made.
 */
const all: readonly (readonly [Migration, only?: EngineName])[] = [
  [Core1795500000000, 'sqlite'],
  [Visitors1795600000000, 'sqlite'],
  [Directory1795600100000, 'sqlite'],
  [CardsAndPhotos1795600200000, 'sqlite'],
  [PassKey1795600300000, 'sqlite'],
  [IdempotencyKey1795600400000, 'sqlite'],
  [VisitLists1795600500000, 'sqlite'],
  [Baseline1795700000000, 'postgres'],
  [OverdueVisits1795700100000],
  [ChangeNumbers1795900000000],
  [WideTexts1795900100000, 'postgres'],
  [OpensFile1795900300000],
  [ShownRecords1795900400000],
  [FoldedDocuments1796000000000],
];

const forEngine = (engine: EngineName): readonly Migration[] =>
  all.filter(([, only]) => only === undefined || only === engine).map(([migration]) => migration);

export const migrations: Readonly<Record<EngineName, readonly Migration[]>> = {
  sqlite: forEngine('sqlite'),
  postgres: forEngine('postgres'),
};

/** @param done names of migrations that were run @throws DatabaseRefused if one is not known here */
export function refuseUnknown(engine: EngineName, done: readonly string[], database: string): void {
  const newer = done.filter(name => !migrations[engine].some(known => known.name === name));
  if (newer.length > 0)
    throw new DatabaseRefused(
      database,
      `was written by a newer version (${newer.join(', ')}): install that version`,
    );
}
