import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rows } from '../../src/app.rows';
import { loadConfig } from '../../src/config/settings';
import { type Database, openDatabase, query } from '../../src/database';
import { DirectoryStore, OrgUnitRow, PersonRow } from '../../src/directory';
import { IdentifierRow, IdentifierStore } from '../../src/identifiers';
import { ActivityTypeRow, VisitTypeRow } from '../../src/visit-types';
import { VisitorStore } from '../../src/visitors';
import type { VisitPhotos } from '../../src/visits/application/photos';
import type {
  VisitFacts,
  VisitorActivities,
  VisitorLookup,
  VisitRepository,
} from '../../src/visits/application/ports';
import { VisitRow } from '../../src/visits';
import { TypeOrmVisitFacts } from '../../src/visits/infrastructure/type-orm-visit-facts';
import { TypeOrmVisitPhotos } from '../../src/visits/infrastructure/type-orm-visit-photos';
import { TypeOrmVisitRepository } from '../../src/visits/infrastructure/type-orm-visit.repository';
import { TypeOrmVisitorLookup } from '../../src/visits/infrastructure/type-orm-visitor-lookup';
import { TypeOrmVisitorActivities } from '../../src/visits/infrastructure/type-orm-visitor-activities';
import { FakeRandom } from '../fakes/fake-random';
import { FakeReception } from '../fakes/fake-reception';
import { activityTypes, cards, persons, units, visitTypes } from '../fakes/reference-data';
import { engine, engineName, patient } from '../support/engine';
import { ownDatabase } from '../support/postgres';
import { TestClock } from '../support/test-clock';

/** The ports of the visits upon one storage that holds the reference data and no visit. */
export interface VisitStorage {
  readonly clock: TestClock;
  readonly visits: VisitRepository;
  readonly visitors: VisitorLookup;
  readonly facts: VisitFacts;
  readonly activities: VisitorActivities;
  readonly photos: VisitPhotos;
  erase(visitId: string): Promise<void>;
  close(): Promise<void>;
}

/** Where a new database is, and how it goes again. */
async function place(): Promise<{ url: string; remove: () => Promise<void> }> {
  if (engine === 'postgres') {
    const { url, drop } = await ownDatabase();
    return { url, remove: drop };
  }
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-contract-'));
  return {
    url: `sqlite:${join(folder, 'gatehouse.sqlite')}`,
    remove: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}

/** A database of its own, new and migrated. */
export async function openOwn(): Promise<{ database: Database; close: () => Promise<void> }> {
  const { url, remove } = await place();
  const database = await openDatabase(loadConfig({ DATABASE_URL: url, ...patient }, []), rows);
  return {
    database,
    close: async () => {
      await database.close();
      await remove();
    },
  };
}

function openFakes(): Promise<VisitStorage> {
  const { clock, visits, visitors, facts, activities, photos } = new FakeReception();
  return Promise.resolve({
    clock,
    visits,
    visitors,
    facts,
    activities,
    photos,
    erase: id => visits.erase(id),
    close: () => Promise.resolve(),
  });
}

/** What production uses, with the database to look into. */
export async function openStored(): Promise<VisitStorage & { database: Database }> {
  const { database, close } = await openOwn();
  await writeReferenceData(database);
  const clock = new TestClock('2026-11-23T09:00:00.000Z');
  const visitors = new VisitorStore(new FakeRandom());
  const visits = new TypeOrmVisitRepository(
    database,
    new DirectoryStore(),
    visitors,
    new IdentifierStore(),
    clock,
  );
  return {
    database,
    clock,
    visits,
    visitors: new TypeOrmVisitorLookup(database),
    facts: new TypeOrmVisitFacts(database),
    activities: new TypeOrmVisitorActivities(database, visitors, visits, clock),
    photos: new TypeOrmVisitPhotos(database),
    erase: id =>
      database.write(async manager => {
        await manager.delete(VisitRow, { id });
      }),
    close,
  };
}

export const visitStorages: readonly [string, () => Promise<VisitStorage>][] = [
  ['fakes', openFakes],
  [engineName, openStored],
];

function writeReferenceData(database: Database): Promise<void> {
  return database.write(async manager => {
    await manager.insert(OrgUnitRow, [...units]);
    await manager.insert(
      PersonRow,
      persons.map(person => ({ ...person, email: '', orgUnitSeq: null })),
    );
    await manager.insert(ActivityTypeRow, [...activityTypes]);
    await manager.insert(
      IdentifierRow,
      cards.map(card => ({ ...card, heldBy: null })),
    );
    for (const { requiredActivities, ...type } of visitTypes) {
      await manager.insert(VisitTypeRow, type);
      for (const title of requiredActivities)
        await query(
          manager,
          `INSERT INTO visit_type_activity
           SELECT v.seq, a.seq FROM visit_type v, activity_type a WHERE v.title = ? AND a.title = ?`,
          [type.title, title],
        );
    }
  });
}
