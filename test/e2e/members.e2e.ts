import { fieldsOf } from '../../src/http/fields';
import { VisitCreateReq, VisitScheduleReq, VisitUpdateReq } from '../../src/visits/http/visit-requests.dto';
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
/** Asked for by other means than the answer of the visit: see the tests of photos, and of clearing in visit/update. */
const elsewhere = ['VisitId', 'VisitDate', 'Photos', 'Clear'];

const membersOf = (type: Parameters<typeof fieldsOf>[0]) =>
  fieldsOf(type)
    .map(({ name }) => name)
    .filter(name => !elsewhere.includes(name));

describe('every member of a visit', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  /** As get shows the visit; when it is valid is shown by the list alone. */
  async function shown(VisitId: string): Promise<Record<string, unknown>> {
    const { body } = await app.fetch('visit/get', { VisitId });
    const { body: list } = await app.fetch('visit/getAll', { PageSize: 1000 });
    const row = (list.Visits as Record<string, unknown>[]).find(each => each.VisitId === VisitId);
    return { ...body, ValidFrom: row?.ValidFrom, ValidTo: row?.ValidTo };
  }

  it.each([
    ['create', VisitCreateReq, {}],
    ['schedule', VisitScheduleReq, { VisitDate: '2026-12-01T08:00:00.000Z' }],
  ] as const)('given to visit/%s is shown by visit/get', async (action, type, more) => {
    const given = Object.fromEntries(membersOf(type).map(name => [name, values[name]]));
    const body = { ...newVisit(), ...given, ...more };
    expect((await app.send(`visit/${action}`, body)).status).toBe(200);
    expect(await shown(body.VisitId)).toMatchObject(given);
    // Frees the card.
    await app.send('visit/reject', { VisitId: body.VisitId, ReasonCode: 1, Reason: 'called off' });
  });

  it.each(membersOf(VisitUpdateReq))('%s: changed alone by visit/update, it is changed', async name => {
    const given = { [name]: values[name] };
    expect(values[name]).toBeDefined();
    const VisitId = await visitIn(app, 1);
    const before = await shown(VisitId);
    expect(before).not.toMatchObject(given);
    const answer = await app.send('visit/update', { VisitId, ...given });
    expect(answer.status).toBe(200);
    const after = await shown(VisitId);
    expect(after).toMatchObject(given);
    const others = membersOf(VisitUpdateReq).filter(each => each !== name);
    for (const other of others) expect([other, after[other]]).toEqual([other, before[other]]);
  });
});
