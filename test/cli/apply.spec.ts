import { existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { rows } from '../../src/app.rows';
import { UserRow } from '../../src/auth';
import { openDatabase } from '../../src/database';
import { OrgUnitRow, PersonRow } from '../../src/directory';
import { IdentifierRow } from '../../src/identifiers';
import { TypeOrmIdentifierRepository } from '../../src/identifiers/infrastructure/type-orm-identifier.repository';
import { AppError } from '../../src/shared/errors/app-error';
import { ActivityTypeRow, VisitTypeRow } from '../../src/visit-types';
import { CommandLine } from '../support/command-line';

const KEY = 'hDn/LFXIPESM036W+s7VKg==';
const PRODUCTION = 'Organization structure - Company ABC - Production';

const reception = `
users:
  - login: reception
    apiKey: ${KEY}
    blocked: false
    ipFilter: 10.0.0.0/8; 192.168.1.5
    ratePolicy: 50/1s
    privileges:
      Visits: [View, New, Edit]
      Visitors: [View, Activities]
    recordPermissions:
      Visits: { View: All, Edit: [${PRODUCTION}] }
organizationalStructure:
  - { structure: ${PRODUCTION}, type: Department, shortcut: PROD, desc: "where it is made" }
persons:
  - { personId: "100", name: Jana, surname: Nováková, structure: ${PRODUCTION}, email: jana@example.com }
activityTypes:
  - { title: Safety training, shortcut: ST, frequency: 365, signed: 1 }
visitTypes:
  - { title: Delivery, escortRequired: 0, requiredActivities: [] }
  - { title: Contractor, escortRequired: 1, requiredActivities: [Safety training] }
identifiers:
  - { internalNrLong: 04a1B2C3, registrationNr: V-001, technology: 2, type: 3, validTo: 2026-12-31 }
`;
const digest = (key: string) => createHash('sha256').update(key).digest('hex');

describe('gatehouse apply', () => {
  let cli: CommandLine;

  beforeEach(() => (cli = new CommandLine({ TIME_ZONE: 'Europe/Prague' })));
  afterEach(() => cli.remove());

  /** All rows that a file can make, without what only time and chance decide. */
  async function stored() {
    const database = await openDatabase(
      { database: { kind: 'file', file: cli.database }, migrateOnStart: false },
      rows,
    );
    try {
      return await database.read(async manager => ({
        users: await manager.find(UserRow, { order: { login: 'ASC' } }),
        units: await manager.find(OrgUnitRow, { order: { structure: 'ASC' } }),
        persons: await manager.find(PersonRow, { relations: { orgUnit: true } }),
        activityTypes: await manager.find(ActivityTypeRow),
        visitTypes: await manager.find(VisitTypeRow, { relations: { requiredActivities: true } }),
        identifiers: await manager.find(IdentifierRow),
      }));
    } finally {
      await database.close();
    }
  }

  it('makes everything that the file says, and the units above it, in a database that it makes first', async () => {
    const { exitCode, out, err } = await cli.apply(reception);

    expect(err).toEqual([]);
    expect(exitCode).toBe(0);
    expect(out).toEqual([
      'created activity type Safety training',
      'created visit type Delivery',
      'created visit type Contractor',
      'created org unit Organization structure',
      'created org unit Organization structure - Company ABC',
      `created org unit ${PRODUCTION}`,
      'created person 100',
      'created user reception',
      'created identifier 4A1B2C3',
      'created 9, changed 0, left 0',
    ]);
    const { users, units, persons, activityTypes, visitTypes, identifiers } = await stored();
    expect(users).toEqual([
      expect.objectContaining({
        login: 'reception',
        keyDigest: digest(KEY),
        blocked: false,
        ipFilter: '10.0.0.0/8; 192.168.1.5',
        ratePolicy: '50/1s',
        privileges: { Visits: ['View', 'New', 'Edit'], Visitors: ['View', 'Activities'] },
        recordPermissions: { Visits: { View: 'All', Edit: [PRODUCTION] } },
      }),
    ]);
    expect(
      units.map(({ title, parentUnit, type, description }) => [title, parentUnit, type, description]),
    ).toEqual([
      ['Organization structure', null, '', ''],
      ['Company ABC', 'Organization structure', '', ''],
      ['Production', 'Organization structure - Company ABC', 'Department', 'where it is made'],
    ]);
    expect(persons).toEqual([
      expect.objectContaining({
        personId: '100',
        surname: 'Nováková',
        email: 'jana@example.com',
        orgUnit: expect.objectContaining({ structure: PRODUCTION }),
      }),
    ]);
    expect(activityTypes).toEqual([
      expect.objectContaining({ shortcut: 'ST', frequency: 365, signed: true }),
    ]);
    expect(
      visitTypes.map(({ title, escortRequired, requiredActivities }) => [
        title,
        escortRequired,
        requiredActivities?.map(activity => activity.title),
      ]),
    ).toEqual([
      ['Delivery', false, []],
      ['Contractor', true, ['Safety training']],
    ]);
    expect(identifiers).toEqual([
      expect.objectContaining({
        internalNr: '4A1B2C3',
        registrationNr: 'V-001',
        technology: 2,
        type: 3,
        lost: false,
        validFrom: null,
        // The last instant of the day at the site, which is an hour ahead.
        validTo: new Date('2026-12-31T22:59:59.999Z'),
        heldBy: null,
      }),
    ]);
  });

  it('changes nothing the second time', async () => {
    await cli.apply(reception);
    const before = await stored();
    const { exitCode, out } = await cli.apply(reception);

    expect(exitCode).toBe(0);
    expect(out.at(-1)).toBe('created 0, changed 0, left 7');
    expect(await stored()).toEqual(before);
  });

  it('reads the same from JSON, indented by tabs', async () => {
    await cli.apply(reception);
    const json = JSON.stringify(
      { activityTypes: [{ title: 'Safety training', shortcut: 'ST', frequency: 365, signed: 1 }] },
      null,
      '\t',
    );
    expect((await cli.apply(json)).out.at(-1)).toBe('created 0, changed 0, left 1');
  });

  it('takes another order of rights, and another way to write a card, for no change', async () => {
    await cli.apply(reception);
    const { out } = await cli.apply(
      reception.replace('[View, New, Edit]', '[Edit, View, New]').replace('04a1B2C3', '4A1b2c3'),
    );
    expect(out.at(-1)).toBe('created 0, changed 0, left 7');
  });

  it('writes what differs, says which members, and deletes nothing that the file leaves out', async () => {
    await cli.apply(reception);
    const { exitCode, out } = await cli.apply(`
visitTypes:
  - { title: Delivery, escortRequired: 1, requiredActivities: [Safety training] }
  - { title: Contractor, escortRequired: 1 }
organizationalStructure:
  - { structure: Organization structure - Company ABC, type: Company }
persons:
  - { personId: "100", name: Jana, surname: Nová, email: jana@example.com, structure: ${PRODUCTION} }
identifiers:
  - { internalNrLong: 4A1B2C3, registrationNr: V-001, technology: 2, lost: true, validTo: "2026-12-31T22:59:59.999Z" }
`);

    expect(exitCode).toBe(0);
    expect(out).toEqual([
      'changed visit type Delivery: escortRequired, requiredActivities',
      'changed visit type Contractor: requiredActivities',
      'changed org unit Organization structure - Company ABC: type',
      'changed person 100: surname',
      'changed identifier 4A1B2C3: lost',
      'created 0, changed 5, left 0',
    ]);
    const { users, units, visitTypes } = await stored();
    expect(users).toHaveLength(1);
    expect(units).toHaveLength(3);
    expect(visitTypes.map(({ requiredActivities }) => requiredActivities?.map(({ title }) => title))).toEqual(
      [['Safety training'], []],
    );
  });

  it('writes one line for each record, whatever its name has in it', async () => {
    const { out } = await cli.apply('activityTypes: [{ title: "Fire\\nsafety\\u2028drill" }]');
    expect(out[0]).toBe('created activity type Fire safety drill');
    expect(out).toHaveLength(2);
  });

  describe('with users', () => {
    it('makes a key where none is given, shows it once, and keeps it from then on', async () => {
      const file = 'users: [{ login: erp, privileges: { Visits: [View] } }]';
      const first = await cli.apply(file);
      const [, key = ''] = /^API key of erp, shown this once: (.+)$/m.exec(first.out.join('\n')) ?? [];
      expect(Buffer.from(key, 'base64')).toHaveLength(16);
      const again = await cli.apply(file);

      expect(again.out).toEqual(['left user erp', 'created 0, changed 0, left 1']);
      expect((await stored()).users[0]?.keyDigest).toBe(digest(key));
    });

    it('changes the key of a user only to one that is given', async () => {
      await cli.apply('users: [{ login: erp }]');
      const { out } = await cli.apply(`users: [{ login: erp, apiKey: ${KEY} }]`);

      expect(out).toEqual(['changed user erp: apiKey', 'created 0, changed 1, left 0']);
      expect((await stored()).users[0]?.keyDigest).toBe(digest(KEY));
    });

    it('lifts no block that was put on by hand unless the file says so', async () => {
      await cli.apply('users: [{ login: erp }]');
      await cli.run(['user', 'block', 'erp']);

      expect((await cli.apply('users: [{ login: erp }]')).out.at(-1)).toBe('created 0, changed 0, left 1');
      expect((await stored()).users[0]?.blocked).toBe(true);
      await cli.apply('users: [{ login: erp, blocked: false }]');
      expect((await stored()).users[0]?.blocked).toBe(false);
    });

    it('takes away the privileges that the file no longer has', async () => {
      await cli.apply('users: [{ login: erp, privileges: { Visits: [View, Edit], Visitors: [View] } }]');
      const { out } = await cli.apply('users: [{ login: erp, privileges: { Visits: [View] } }]');

      expect(out[0]).toBe('changed user erp: privileges');
      expect((await stored()).users[0]?.privileges).toEqual({ Visits: ['View'] });
    });
  });

  describe('--dry-run', () => {
    it('shows the same and changes nothing', async () => {
      await cli.apply(reception);
      const before = await stored();
      const changes = `${reception}  - { internalNrLong: BEEF }\n`.replace(
        'surname: Nováková',
        'surname: Nová',
      );
      const dry = await cli.apply(changes, '--dry-run');

      expect(dry.exitCode).toBe(0);
      expect(dry.out[0]).toBe('dry run: nothing was changed');
      expect(dry.out.at(-1)).toBe('created 1, changed 1, left 6');
      expect(await stored()).toEqual(before);
      expect((await cli.apply(changes)).out).toEqual(dry.out.slice(1));
    });

    it('makes no database, and shows no key that will never be', async () => {
      const { exitCode, out } = await cli.apply('users: [{ login: erp }]', '--dry-run');

      expect(exitCode).toBe(0);
      expect(out).toEqual([
        'dry run: nothing was changed',
        'created user erp',
        'created 1, changed 0, left 0',
      ]);
      expect(existsSync(cli.database)).toBe(false);
    });

    it('shows the same where everything is new, also while another process writes', async () => {
      await cli.apply('users: []');
      const other = await openDatabase(
        { database: { kind: 'file', file: cli.database }, migrateOnStart: false },
        rows,
      );
      const dry = await other.write(() => cli.apply(reception, '--dry-run'));
      await other.close();
      expect(dry.err).toEqual([]);
      expect((await cli.apply(reception)).out).toEqual(dry.out.slice(1));
    });

    it('finds the same faults', async () => {
      const { exitCode, err } = await cli.apply('users: [{}]', '--dry-run');
      expect(exitCode).toBe(65);
      expect(err).toEqual([expect.stringContaining('apply.yaml:1: users[0].login is missing')]);
    });
  });

  describe('with a bad file', () => {
    it('names the line and the member of every fault at once, never a key, and changes nothing', async () => {
      await cli.apply(reception);
      const before = await stored();
      const { exitCode, out, err } = await cli.apply(`users:
  - login: gate
    apiKey: c2hvcnQ=
    ipFilter: 10.0.0.0/99
    ratePolicy: often
    colour: red
    privileges:
      Visits: [View, Fly]
      Parking: [View]
      Persons: [Activities]
    recordPermissions:
      Visits: { View: Some, Edit: [Organization structure - Nowhere] }
  - login: gate
  - blocked: maybe
organizationalStructure:
  - structure: " - Company"
persons:
  - { personId: 200, name: Karel, surname: "" }
  - { personId: "300", name: A, surname: "", structure: Organization structure - Elsewhere }
activityTypes:
  - { title: Induction, frequency: -1 }
visitTypes:
  - title: Trainee
    escortRequired: 2
  - title: Apprentice
    requiredActivities:
      - Safety training
      - Induction
      - Juggling
identifiers:
  - { internalNrLong: 00BEEF, technology: 6 }
  - { internalNrLong: beef, validFrom: tomorrow }
  - { internalNrLong: XYZ }
  - { internalNrLong: F00D, validFrom: 2026-12-31, validTo: 2026-01-01 }
parking: []
`);

      expect(exitCode).toBe(65);
      expect(out).toEqual([]);
      const file = cli.path('apply.yaml');
      expect(err.map(line => line.replace(`${file}:`, ''))).toEqual([
        '3: users[0].apiKey must be base64 of at least 16 bytes',
        '4: users[0].ipFilter must be a list of addresses, CIDR blocks, ranges a-b or 10.1.2.*',
        '5: users[0].ratePolicy must be off, or a count and a window such as 200/1s, 10/500ms or 60/1m',
        expect.stringMatching(/^6: users\[0\]\.colour is not known here; known are login, apiKey, /),
        '8: users[0].privileges.Visits[1] must be one of View, New, Edit, Types',
        expect.stringMatching(/^9: users\[0\]\.privileges\.Parking is not known here; known are Visits, /),
        '10: users[0].privileges.Persons[0] must be one of View, New, Edit',
        '12: users[0].recordPermissions.Visits.View must be All, Own, or a list of org-structure paths',
        '13: users[1].login is the same as on line 2',
        '14: users[2].login is missing',
        '14: users[2].blocked must be 0 or 1',
        '16: organizationalStructure[0].structure must be a path of at most 32 levels such as Organization structure - Company ABC - Office 123',
        '18: persons[0].personId must be a text; put a number in quotes',
        '19: persons[1].surname is required for a new person',
        '19: persons[1].structure is no unit on file',
        '21: activityTypes[0].frequency must be a whole number from 0 to 100000',
        '24: visitTypes[0].escortRequired must be a whole number from 0 to 1',
        '29: visitTypes[1].requiredActivities[2] is no activity type on file',
        '31: identifiers[0].technology must be a whole number from 0 to 5',
        '32: identifiers[1].internalNrLong is the same as on line 31',
        '32: identifiers[1].validFrom must be a date: ISO 8601 or /Date(ms)/',
        '33: identifiers[2].internalNrLong must be hexadecimal',
        '34: identifiers[3].validTo must not be before ValidFrom',
        expect.stringMatching(/^35: parking is no section; known are users, /),
      ]);
      expect(err.join()).not.toContain('c2hvcnQ=');
      expect(await stored()).toEqual(before);
    });

    it('refuses record permissions on a unit that is not there', async () => {
      const { exitCode, err } = await cli.apply(
        'users:\n  - login: erp\n    recordPermissions:\n      Visits:\n        View:\n          - Organization structure\n',
      );
      expect(exitCode).toBe(65);
      expect(err).toEqual([
        expect.stringContaining(
          ':6: users[0].recordPermissions.Visits.View[0] names an org unit that neither',
        ),
      ]);
    });

    it.each([
      ['no YAML', 'users:\n  - login: "a\n', ':3: the file is not readable here'],
      ['unfinished', '['.repeat(1000), ':1: the file is not readable here'],
      ['a key twice', 'users: []\nusers: []\n', ':2: the file is not readable here'],
      ['a list', '- users', ':1: the file must be a map of sections'],
      ['a text', 'users', ':1: the file must be a map of sections'],
      ['a section that is no list', '\npersons: { a: 1 }', ':2: persons must be a list'],
      ['an item that is no map', 'persons:\n  - 1', ':2: persons[0] must be a map of members'],
      ['a section of the name of a built-in', 'toString: []', ':1: toString is no section'],
      [
        'a prototype',
        '{"users":[{"login":"a","__proto__":{"blocked":true}}]}',
        ':1: users[0].__proto__ is not known',
      ],
      ['a control character', 'users: [{ login: "a\\e[31m" }]', 'must have no control characters'],
      ['a line separator', 'users: [{ login: "a\\u2028b" }]', 'must have no control characters'],
      ['a paragraph separator', 'users: [{ login: "a\\u2029b" }]', 'must have no control characters'],
      [
        'the login of the service',
        'users: [{ login: GateHouse }]',
        'must not be the name of the service itself',
      ],
      ['half a character', '{"users":[{"login":"\\ud800"}]}', 'must have no control characters'],
      ['too deep a nesting', '['.repeat(50_000) + ']'.repeat(50_000), ':1: the file is'],
      [
        'aliases that multiply',
        `a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [${'*a,'.repeat(10)}]\nc: &c [${'*b,'.repeat(10)}]\nd: [${'*c,'.repeat(10)}]`,
        ':1: the file is nested too deeply, or has too many aliases',
      ],
    ])('that is %s, says where and exits with 65', async (_, text, expected) => {
      const { exitCode, out, err } = await cli.apply(text);
      expect(exitCode).toBe(65);
      expect(out).toEqual([]);
      expect(err.join('\n')).toContain(expected);
    });

    it('finds the line of a member behind an alias', async () => {
      const { err } = await cli.apply(`users:
  - login: a
    privileges: &all
      Visits: [Fly]
  - login: b
    privileges: *all
`);
      expect(err.map(line => /:(\d+: \S+)/.exec(line)?.[1])).toEqual([
        '4: users[0].privileges.Visits[0]',
        '4: users[1].privileges.Visits[0]',
      ]);
    });

    it('of another kind: the first faults and how many more, and nothing that the file says', async () => {
      const text = Array.from({ length: 100 }, (_, n) => `secret-${n}: "x" y\n- *canary ] !!tag\n`).join('');
      const { exitCode, err } = await cli.apply(text);
      expect(exitCode).toBe(65);
      expect(err).toHaveLength(11);
      expect(err.at(-1)).toMatch(/: and \d+ more faults$/);
      expect(err.join()).not.toMatch(/secret|canary|tag/);
    });

    it('does not repeat a name that no member could have', async () => {
      const { exitCode, err } = await cli.apply('hDn/LFXIPESM036W+s7VKg==: []\nusers: [{ "a b c": 1 }]');
      expect(exitCode).toBe(65);
      expect(err.join()).toContain('(no name) is no section');
      expect(err.join()).not.toMatch(/hDn|a b c/);
    });

    it('a day that is over after the year 9999 is refused', async () => {
      const there = new CommandLine({ TIME_ZONE: 'America/New_York' });
      const card = 'identifiers: [{ internalNrLong: "1", validTo: 9999-12-31 }]';
      const { exitCode, out, err } = await there.apply(card);
      there.remove();
      expect([exitCode, out]).toEqual([65, []]);
      expect(err.join()).toContain('validTo');
    });

    it('the dates that .NET has for none are none, as in requests', async () => {
      await cli.apply('identifiers: [{ internalNrLong: "1", validTo: 2026-12-31 }]');
      const card = 'identifiers: [{ internalNrLong: "1", validTo: 0001-01-01 }]';
      expect((await cli.apply(card)).out[0]).toBe('changed identifier 1: validTo');
      expect((await stored()).identifiers).toMatchObject([{ validFrom: null, validTo: null }]);
    });

    it('is read from standard input with -', async () => {
      const input = 'users: [{ login: piped }]';
      expect(await cli.run(['apply', '-'], undefined, input)).toMatchObject({ exitCode: 0 });
      expect((await cli.run(['user', 'list'])).out.join()).toContain('piped');
      expect((await cli.run(['apply', '-'], undefined, 'users: 1')).err).toEqual([
        'standard input:1: users must be a list',
      ]);
    });

    it('that is not UTF-8 exits with 65, one that is not there with 74', async () => {
      const binary = await cli.run(['apply', cli.write('binary.yaml', Buffer.from([0xff, 0xfe, 0x00]))]);
      expect(binary).toMatchObject({ exitCode: 65, err: [expect.stringContaining('is not UTF-8')] });
      const missing = await cli.run(['apply', cli.path('missing.yaml')]);
      expect(missing).toMatchObject({ exitCode: 74, err: [expect.stringContaining('missing.yaml')] });
    });

    it('takes an empty one for nothing to do', async () => {
      expect(await cli.apply('')).toMatchObject({ exitCode: 0, out: ['created 0, changed 0, left 0'] });
      expect(await cli.apply('users:\npersons: []\n')).toMatchObject({ exitCode: 0 });
    });
  });

  it('keeps nothing of what was written when the last record cannot be', async () => {
    await cli.apply('users: []');
    const before = await stored();
    const failing = jest
      .spyOn(TypeOrmIdentifierRepository.prototype, 'add')
      .mockRejectedValue(new AppError('VisitUpdateFailed', 'concurrent update'));
    const { exitCode, out } = await cli.apply(reception);
    expect(failing).toHaveBeenCalledTimes(1);
    failing.mockRestore();
    expect(exitCode).not.toBe(0);
    expect(out).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('takes the example', async () => {
    const { exitCode, err } = await cli.run(['apply', 'examples/reception.yaml']);
    expect(err).toEqual([]);
    expect(exitCode).toBe(0);
    const again = await cli.run(['apply', 'examples/reception.yaml']);
    expect(again.out.at(-1)).toMatch(/^created 0, changed 0, left \d+$/);
  });
});
