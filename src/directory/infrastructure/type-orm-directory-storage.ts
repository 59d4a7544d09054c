import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../database';
import type { OrgUnitView } from '../../shared/directory';
import { type DirectoryChanges, DirectoryStorage, type PersonRecord } from '../application/ports';
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
  constructor(private readonly database: Database) {
    super();
  }

  async change<T>(work: (changes: DirectoryChanges) => Promise<{ keep: boolean; result: T }>): Promise<T> {
    try {
      return await this.database.write(async manager => {
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

function changesOf(manager: EntityManager): DirectoryChanges {
  const among = (column: string, keys: readonly string[]) => ({
    sql: `${column} IN (SELECT value FROM json_each(?))`,
    parameters: [JSON.stringify(keys)],
  });
  return {
    persons: personIds => findPersons(manager, among('person.person_id', personIds)),
    units: structures => findUnits(manager, among('org_unit.structure', structures)),
    putPersons: async persons => {
      await manager.query(PUT_PERSONS, [JSON.stringify(persons.map(toPersonColumns))]);
    },
    putUnits: async units => {
      await manager.query(PUT_UNITS, [JSON.stringify(units.map(toUnitColumns))]);
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

const PUT_UNITS = putStatement('org_unit', 'structure', {
  title: `value->>'title'`,
  description: `value->>'description'`,
  parent_unit: `value->>'parentUnit'`,
  type: `value->>'type'`,
  shortcut: `value->>'shortcut'`,
  changed_at: `value->>'changedAt'`,
  search_text: `value->>'searchText'`,
});

/** Makes rows or, where the key is on file, replaces their other columns. */
function putStatement(table: string, key: string, columns: Readonly<Record<string, string>>): string {
  const names = Object.keys(columns);
  return `INSERT INTO ${table} (${[key, ...names].join(', ')})
    SELECT value->>'key', ${Object.values(columns).join(', ')} FROM json_each(?) WHERE TRUE
    ON CONFLICT (${key}) DO UPDATE SET ${names.map(name => `${name} = excluded.${name}`).join(', ')}`;
}

function toPersonColumns(person: PersonRecord) {
  return { ...person, ...searchColumns(person), key: person.personId };
}

function toUnitColumns(unit: OrgUnitView) {
  return { ...unit, ...unitSearchColumns(unit), key: unit.structure };
}
