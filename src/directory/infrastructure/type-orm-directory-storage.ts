import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { among, Database, engineOf, oneAtATime, query, type Sql } from '../../database';
import type { OrgUnitView } from '../../shared/directory';
import {
  type DirectoryChanges,
  type DirectoryReads,
  DirectoryStorage,
  type PersonRecord,
} from '../application/ports';
import { findPersons, findUnits } from './directory-select';
import { searchColumns, unitSearchColumns } from './search-columns';

/** Ends a transaction that must leave nothing behind. */
class TakenBack<T> extends Error {
  constructor(readonly result: T) {
    super('taken back');
  }
}

/** Writes many rows by one statement, which is handed them as one JSON text. */
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
        // What is read is changed: two imports must not go by what the other has not written yet.
        await oneAtATime(manager, 'directory');
        const { keep, result } = await work(changesOf(manager));
        if (!keep) throw new TakenBack(result);
        return result;
      });
    } catch (error) {
      if (error instanceof TakenBack) return (error as TakenBack<T>).result;
      throw error;
    }
  }
}

function readsOf(manager: EntityManager): DirectoryReads {
  const those = (column: string, keys: readonly string[]) => ({
    sql: among(column)[engineOf(manager)],
    parameters: [JSON.stringify(keys)],
  });
  return {
    persons: personIds => findPersons(manager, those('person.person_id', personIds)),
    units: structures => findUnits(manager, those('org_unit.structure', structures)),
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

/** What is unique of the path of a unit: see the migration of PostgreSQL. */
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

/** Makes rows or, where the key is on file, replaces their other columns. */
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

/** Of rows with one key, the last: PostgreSQL changes a row once in a statement. */
function lastOfEach(rows: readonly { readonly key: string }[]): string {
  return JSON.stringify([...new Map(rows.map(row => [row.key, row])).values()]);
}

function toPersonColumns(person: PersonRecord) {
  return { ...person, ...searchColumns(person), key: person.personId };
}

function toUnitColumns(unit: OrgUnitView) {
  return { ...unit, ...unitSearchColumns(unit), key: unit.structure };
}
