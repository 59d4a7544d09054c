import { createHash } from 'node:crypto';
import { UserRow } from '../../src/auth';
import type { Privileges, RecordPermissions } from '../../src/shared/caller';
import type { Database } from '../../src/database';
import { OrgUnitRow, PersonRow } from '../../src/directory';
import { searchColumns, unitSearchColumns } from '../../src/directory/infrastructure/search-columns';
import { IdentifierRow } from '../../src/identifiers';
import { ActivityTypeRow, VisitTypeRow } from '../../src/visit-types';

const everything: Privileges = {
  Visits: ['View', 'New', 'Edit', 'Types'],
  Visitors: ['View', 'New', 'Edit', 'Activities', 'Types'],
  Identifiers: ['View', 'New', 'Edit'],
  OrganizationalStructure: ['View', 'New', 'Edit'],
  Persons: ['View', 'New', 'Edit'],
};

const company = 'Organization structure - Company ABC';
export const production = `${company} - Production`;
export const office = `${company} - Office`;
/** A unit below the production. */
export const hall = `${production} - Hall 1`;
/** A sibling of the production, although its path begins like that of a child. */
export const productionTwo = `${production} 2`;

const users = {
  /** May do everything. */
  reception: { privileges: everything },
  /** A second user that may do everything. */
  gate: { privileges: everything },
  /** Everything, but only on visits to the production. */
  foreman: {
    privileges: everything,
    recordPermissions: { Visits: { View: [production], Edit: [production] } },
  },
  /** Everything, but only on visits of its own. */
  host: { privileges: everything, recordPermissions: { Visits: { View: 'Own', Edit: 'Own' } } },
  /** Reads visits, edits those of its own. */
  guard: { privileges: everything, recordPermissions: { Visits: { Edit: 'Own' } } },
  /** Everything, but only on visitors of its own. */
  usher: { privileges: everything, recordPermissions: { Visitors: { View: 'Own', Edit: 'Own' } } },
  /** Everything, but only on visitors who came to the production. */
  trainer: {
    privileges: everything,
    recordPermissions: { Visitors: { View: [production], Edit: [production] } },
  },
  /** Everything, but only with cards of its own. */
  keeper: { privileges: everything, recordPermissions: { Identifiers: { View: 'Own', Edit: 'Own' } } },
  /** Everything, but only the production, its persons and what lies below it. */
  personnel: {
    privileges: everything,
    recordPermissions: {
      Persons: { View: [production], Edit: [production] },
      OrganizationalStructure: { View: [production], Edit: [production] },
    },
  },
  /** Everything, but only persons and units of its own, of which there are none. */
  stranger: {
    privileges: everything,
    recordPermissions: {
      Persons: { View: 'Own', Edit: 'Own' },
      OrganizationalStructure: { View: 'Own', Edit: 'Own' },
    },
  },
  /** Reads visits and nothing else. */
  viewer: { privileges: { Visits: ['View'] } },
  /** May make persons and units, but not change them. */
  newcomer: { privileges: { Persons: ['New'], OrganizationalStructure: ['New'] } },
  /** No privilege at all. */
  nobody: { privileges: {} },
  /** May edit visitors, but not their activities. */
  registrar: { privileges: { Visitors: ['View', 'New', 'Edit'] } },
  blocked: { privileges: everything, blocked: true },
  /** May not call from loopback. */
  elsewhere: { privileges: everything, ipFilter: '10.0.0.0/8' },
  /** Has an invalid filter. */
  unreadable: { privileges: everything, ipFilter: '10.0.0.0/99' },
  /** Two requests a minute. */
  slow: { privileges: everything, ratePolicy: '2/1m' },
  /** Two requests a minute, and only from 10.0.0.0/8. */
  strict: { privileges: everything, ratePolicy: '2/1m', ipFilter: '10.0.0.0/8' },
  /** Two requests a minute, and no privilege. */
  idle: { privileges: {}, ratePolicy: '2/1m' },
} satisfies Record<
  string,
  Partial<UserRow> & { privileges: Privileges; recordPermissions?: RecordPermissions }
>;

export type TestLogin = keyof typeof users;

/** API keys: 16 bytes, different for each login. */
export const keys = Object.fromEntries(
  Object.keys(users).map(login => [login, createHash('md5').update(login).digest('base64')]),
) as Record<TestLogin, string>;

export async function seed(database: Database, at: Date): Promise<void> {
  await database.write(async manager => {
    for (const [login, user] of Object.entries(users)) {
      await manager.insert(UserRow, {
        id: `00000000-0000-4000-8000-${createHash('md5').update(login).digest('hex').slice(0, 12)}`,
        login,
        keyDigest: createHash('sha256')
          .update(keys[login as TestLogin])
          .digest('hex'),
        blocked: false,
        ipFilter: '',
        ratePolicy: null,
        recordPermissions: {},
        createdAt: at,
        updatedAt: at,
        ...(user as Partial<UserRow>),
      });
    }
    for (const [structure, parentUnit] of [
      ['Organization structure', null],
      [company, 'Organization structure'],
      [production, company],
      [office, company],
      [hall, production],
      [productionTwo, company],
    ] as const) {
      const title = structure.split(' - ').at(-1) ?? structure;
      await manager.insert(OrgUnitRow, {
        ...unitSearchColumns({ structure, title, shortcut: '' }),
        structure,
        title,
        description: '',
        parentUnit,
        type: 'Department',
        shortcut: '',
        changedAt: at,
      });
    }
    const persons = [
      { personId: '100', name: 'Jana', surname: 'Nováková', email: 'jana@example.com', orgUnitSeq: 3 },
      { personId: '200', name: 'Karel', surname: 'Dvořák', email: '', orgUnitSeq: 4 },
    ];
    await manager.insert(
      PersonRow,
      persons.map(person => ({ ...person, ...searchColumns(person) })),
    );
    await manager.insert(ActivityTypeRow, {
      title: 'Safety training',
      shortcut: 'ST',
      frequency: 365,
      signed: true,
    });
    await manager.insert(VisitTypeRow, [
      { title: 'Delivery', shortcut: 'DEL', escortRequired: false },
      { title: 'Guest', shortcut: 'GST', escortRequired: true },
      { title: 'Contractor', shortcut: 'CON', escortRequired: true },
      { title: 'Trainee', shortcut: 'TRA', escortRequired: false },
    ]);
    await manager.query(
      `INSERT INTO visit_type_activity SELECT seq, 1 FROM visit_type WHERE title IN ('Contractor', 'Trainee')`,
    );
    const card = {
      registrationNr: '',
      technology: 2,
      type: 3,
      lost: false,
      validFrom: null,
      validTo: null,
      heldBy: null,
    };
    await manager.insert(IdentifierRow, [
      { ...card, internalNr: '4A1B2C3', registrationNr: 'V-001' },
      { ...card, internalNr: 'BEEF', registrationNr: 'V-002' },
      { ...card, internalNr: 'DEAD', registrationNr: 'V-003', lost: true },
    ]);
  });
}
