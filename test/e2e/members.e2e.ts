import { fieldsOf } from '../../src/http/fields';
import { VisitGetAll } from '../../src/visit-lists/http/visit-list.dto';
import { VisitCreateReq, VisitScheduleReq, VisitUpdateReq } from '../../src/visits/http/visit.dto';
import { hall } from '../support/seed';
import { TestApp } from '../support/test-app';
import { newVisit, visitIn } from '../support/visits';

/**
 * One value for each member that a visit can be given. A member that a request declares and this table lacks is red: it
 * has to be seen going in, coming out, and being changed.
 */
const values: Record<string, unknown> = {
  Visitor: {
    Name: 'Jana',
    Surname: 'Malá',
    DateOfBirth: '1980-05-17',
    Company: 'Company XYZ',
    Email: 'jana@example.com',
    PhoneNumber: '+420 123',
    Language: 'cs',
    Document: { DocNumber: 'ZX 1', State: 'CZ', DocType: 1 },
  },
  Vehicle: { VehicleLP: '1AB 2345', Type: 1, Model: 'Transit', Desc: 'white' },
  Trailer: { VehicleLP: '2AB 2345', Type: 3, Model: 'Box', Desc: 'grey' },
  VisitType: { Title: 'Guest' },
  VisitedPerson: { PersonId: '100' },
  VisitedOrgStructure: { Structure: hall },
  EscortedByPerson: { PersonId: '200' },
  Identifier: { InternalNrLong: 'BEEF' },
  Reason: 'inventory',
  ValidFrom: '2026-11-23T12:00:00.000Z',
  ValidTo: '2026-11-23T16:00:00.000Z',
};
/** Covered elsewhere: see the tests of photos, and of clearing in visit/update. */
const elsewhere = ['VisitId', 'VisitDate', 'Photos', 'Clear'];

/** How the list shows a member, where it is not by the same name and value. */
const flattened: Record<string, Record<string, unknown>> = {
  Visitor: { Visitor: 'Malá Jana' },
  Vehicle: { VisitorVehicleLP: '1AB 2345' },
  Trailer: { VisitorTrailerLP: '2AB 2345' },
  VisitType: { VisitType: 'Guest' },
  VisitedPerson: { VisitedPersonId: '100', VisitedPerson: 'Nováková Jana' },
  VisitedOrgStructure: { VisitedOrgStructure: hall },
  EscortedByPerson: { EscortedByPersonId: '200', EscortedByPerson: 'Dvořák Karel' },
  Identifier: {},
};
/** What the list shows of a visit that no request gives. */
const madeByUs = [
  'VisitId',
  'VisitorId',
  'IdentifierEntryCode',
  'IdentifierEntryCodeQR',
  'IsPlanned',
  'State',
];

const namesOf = (type: Parameters<typeof fieldsOf>[0]) => fieldsOf(type).map(({ name }) => name);
const membersOf = (type: Parameters<typeof fieldsOf>[0]) =>
  namesOf(type).filter(name => !elsewhere.includes(name));
const inListOf = (name: string) =>
  flattened[name] ?? (namesOf(VisitGetAll).includes(name) ? { [name]: values[name] } : {});

type Members = Record<string, unknown>;

describe('every member of a visit', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  /** As get and the list show the visit. */
  async function shown(VisitId: string): Promise<{ visit: Members; row: Members }> {
    const { body: visit } = await app.fetch('visit/get', { VisitId });
    const { body: list } = await app.fetch('visit/getAll', { PageSize: 1000 });
    const row = (list.Visits as Members[]).find(each => each.VisitId === VisitId) ?? {};
    // The list alone shows when a visit is valid.
    return { visit: { ...visit, ValidFrom: row.ValidFrom, ValidTo: row.ValidTo }, row };
  }

  it('has a value here and is in the list by its name or as its parts', () => {
    const given = new Set([VisitCreateReq, VisitScheduleReq, VisitUpdateReq].flatMap(membersOf));
    expect(Object.keys(values).sort()).toEqual([...given].sort());
    const inList = [...given].flatMap(name => Object.keys(inListOf(name)));
    expect([...madeByUs, ...inList].sort()).toEqual(namesOf(VisitGetAll).sort());
  });

  it.each([
    ['create', VisitCreateReq, {}],
    ['schedule', VisitScheduleReq, { VisitDate: '2026-12-01T08:00:00.000Z' }],
  ] as const)(
    'given to visit/%s is shown by its answer, visit/get and visit/getAll',
    async (action, type, more) => {
      const given = Object.fromEntries(membersOf(type).map(name => [name, values[name]]));
      const body = { ...newVisit(), ...given, ...more };
      const answer = await app.send(`visit/${action}`, body);
      expect(answer).toMatchObject({ status: 200, body: given });
      const { visit, row } = await shown(body.VisitId);
      expect(visit).toMatchObject(given);
      for (const name of membersOf(type)) expect(row).toMatchObject(inListOf(name));
      // Frees the card.
      await app.send('visit/reject', { VisitId: body.VisitId, ReasonCode: 1, Reason: 'called off' });
    },
  );

  it.each(membersOf(VisitUpdateReq))('%s: changed alone by visit/update, it is changed', async name => {
    const given = { [name]: values[name] };
    const VisitId = await visitIn(app, 1);
    const before = await shown(VisitId);
    expect(before.visit).not.toMatchObject(given);
    expect((await app.send('visit/update', { VisitId, ...given })).status).toBe(200);
    const after = await shown(VisitId);
    expect(after.visit).toMatchObject(given);
    // The pass is valid as long as the visit.
    const { IdentifierEntryCodeQR } = after.row;
    expect(after.row).toEqual({ ...before.row, ...inListOf(name), IdentifierEntryCodeQR });
    const others = membersOf(VisitUpdateReq).filter(each => each !== name);
    for (const other of others) expect([other, after.visit[other]]).toEqual([other, before.visit[other]]);
    const { body } = await app.fetch('visit/getHistory', { VisitId });
    expect(body.History?.at(-1)?.Reason).toBe(`changed: ${name}`);
  });
});
