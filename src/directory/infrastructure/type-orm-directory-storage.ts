import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { among, Database, engineOf, lockByName, query, type Sql } from '../../database';
import type { OrgUnitView } from '../../shared/directory';
import {
  type DirectoryChanges,
  type DirectoryReads,
  DirectoryStorage,
  type PersonRecord,
} from '../application/ports';
import { findPersons, findUnits } from './directory-select';
import { searchColumns, unitSearchColumns } from './search-columns';

/** Thrown to roll a transaction back and still return its result. */
class Rollback<T> extends Error {
  constructor(readonly result: T) {
    super('rolled back');
  }
}

/** Writes many rows with one statement, which gets them as one JSON text. */
@Injectable()
export class TypeOrmDirectoryStorage extends DirectoryStorage {
  readonly reads: DirectoryReads = {
    persons: ids => this.database.read(manager => readsOf(manager).persons(ids)),
    units: structures => this.database.read(manager => readsOf(manager).units(structures)),
  };

  constructor(private readonly database: Database) {
    super();
  }

  async change<T>(work: (changes: DirectoryChanges) => Promise<{ keep: boolean; result: T }>): Promise<T> {
    try {
      return await this.database.write(async manager => {
        // Changes depend on what is read, so imports must not run concurrently.
        await lockByName(manager, 'directory');
        const { keep, result } = await work(changesOf(manager));
        if (!keep) throw new Rollback(result);
        return result;
      });
    } catch (error) {
      if (error instanceof Rollback) return (error as Rollback<T>).result;
      throw error;
    }
  }
}

function readsOf(manager: EntityManager): DirectoryReads {
  const keyed = (column: string, keys: readonly string[]) => ({
    sql: among(column)[engineOf(manager)],
    parameters: [JSON.stringify(keys)],
  });
  return {
    persons: personIds => findPersons(manager, keyed('person.person_id', personIds)),
    units: structures => findUnits(manager, keyed('org_unit.structure', structures)),
  };
}

function changesOf(manager: EntityManager): DirectoryChanges {
  return {
    ...readsOf(manager),
    putPersons: async persons => {
      await query(manager, PUT_PERSONS, [lastOfEach(persons.map(toPersonColumns))]);
    },
    putUnits: async units => {
      await query(manager, PUT_UNITS, [lastOfEach(units.map(toUnitColumns))]);
    },
  };
}

const PUT_PERSONS = putStatement('person', 'person_id', {
  name: `value->>'name'`,
  surname: `value->>'surname'`,
  email: `value->>'email'`,
  org_unit_seq: `(SELECT seq FROM org_unit WHERE structure = value->>'structure')`,
  search_name: `value->>'searchName'`,
  search_surname: `value->>'searchSurname'`,
});

/** The expressions of the unique index on the path of a unit in PostgreSQL; see its migration. */
const UNIQUE_PATH = 'left(structure, 600), hashtextextended(structure, 0)';

const PUT_UNITS = putStatement(
  'org_unit',
  'structure',
  {
    title: `value->>'title'`,
    description: `value->>'description'`,
    parent_unit: `value->>'parentUnit'`,
    type: `value->>'type'`,
    shortcut: `value->>'shortcut'`,
    changed_at: `value->>'changedAt'`,
    search_text: `value->>'searchText'`,
  },
  UNIQUE_PATH,
);

/** An upsert: inserts rows, or replaces the other columns of a row with the same key. */
function putStatement(
  table: string,
  key: string,
  columns: Readonly<Record<string, string>>,
  unique = key,
): Sql {
  const names = Object.keys(columns);
  const from = (rows: string, unique: string) => `INSERT INTO ${table} (${[key, ...names].join(', ')})
    SELECT value->>'key', ${Object.values(columns).join(', ')} FROM ${rows} WHERE TRUE
    ON CONFLICT (${unique}) DO UPDATE SET ${names.map(name => `${name} = excluded.${name}`).join(', ')}`;
  return { sqlite: from('jsonb_each(?)', key), postgres: from('json_array_elements(?::json)', unique) };
}

/** The last row of each key: PostgreSQL does not update a row twice in one statement. */
function lastOfEach(rows: readonly { readonly key: string }[]): string {
  return JSON.stringify([...new Map(rows.map(row => [row.key, row])).values()]);
}

function toPersonColumns(person: PersonRecord) {
  return { ...person, ...searchColumns(person), key: person.personId };
}

function toUnitColumns(unit: OrgUnitView) {
  return { ...unit, ...unitSearchColumns(unit), key: unit.structure };
}
