import { randomUUID } from 'node:crypto';
import { declaredActions } from '../../src/http/action';
import { hall, keys } from '../support/seed';
import { TestApp } from '../support/test-app';
import { newVisit, visitIn } from '../support/visits';
import { type Answer, write } from '../support/wire';
import { problemsUnder } from '../support/xml-schema';

/** A picture of one pixel, base64. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** What an action is sent so that it succeeds: the body of a POST, the query of a GET. */
type Example = (app: TestApp) => object | Promise<object>;

const visit =
  (state: Parameters<typeof visitIn>[1], members: object = {}): Example =>
  async app => ({ VisitId: await visitIn(app, state), ...members });

/** The id of a visitor on file, as a client may write it. */
const visitor =
  (members: object = {}): Example =>
  async app => {
    const { body } = await app.send('visit/create', newVisit());
    return { VisitorId: `{${body.Visitor?.VisitorId.toUpperCase()}}`, ...members };
  };

/** A visit that says all there is to say, of a visitor who has been here before. */
const everything: Example = async app => {
  const Document = { DocNumber: randomUUID(), State: 'CZ', DocType: 1 };
  const Visitor = {
    Name: 'Petr',
    Surname: 'Svoboda <&> "\u{1F600}"',
    DateOfBirth: '1980-05-17',
    Company: 'Acme',
    Email: 'petr@example.com',
    PhoneNumber: '+420 600 000 000',
    Language: 'cs-CZ',
    Document,
  };
  await app.send('visit/create', newVisit({ Visitor }));
  return newVisit({
    Visitor,
    Vehicle: { VehicleLP: '1E5', Type: 1, Model: 'Transit', Desc: 'white' },
    Trailer: { VehicleLP: '007', Type: 3, Model: '', Desc: '' },
    VisitedPerson: { PersonId: '100' },
    VisitedOrgStructure: { Structure: hall },
    EscortedByPerson: { PersonId: '200' },
    Identifier: { InternalNrLong: '004a1b2c3' },
    Photos: [pixel],
  });
};

const training = (members: object = {}) => ({
  ActivityType: { Title: 'Safety training' },
  ValidTo: '/Date(1826928000000)/',
  ...members,
});

/** An example for every action whose answer is XML: one that is missing fails the first test below. */
const examples: Record<string, Example> = {
  login: () => ({ UserLogin: 'reception', ApiKey: keys.reception }),
  'visit/create': everything,
  'visit/schedule': () => newVisit({ VisitDate: '2026-12-01 09:00', EscortedByPerson: { PersonId: '200' } }),
  'visit/get': visit(3),
  'visit/getHistory': visit(8),
  'visit/getIdentifierEntryCode': visit(1),
  'visit/verify': visit(0, { Method: 0, Document: { DocNumber: 'AB1', State: 'CZ', DocType: 0 } }),
  'visit/check': visit(2, { Reason: null }),
  'visit/approve': visit(4, { ApprovedByPerson: { PersonId: '100' }, Reason: 'known to me' }),
  'visit/enter': visit(5),
  'visit/stepOut': visit(6, { Reason: 'lunch' }),
  'visit/end': visit(6, { Reason: '' }),
  'visit/reject': visit(0, { Reason: 'denied', ReasonCode: 0 }),
  'visit/update': visit(5, {
    VisitType: { Title: 'Contractor' },
    ValidTo: '2026-12-01T16:00:00Z',
    Clear: ['Vehicle'],
  }),
  'visit/getTransitions': visit(3),
  'visit/getAll': () => ({ PageSize: 5 }),
  'visit/addPhoto': visit(0, { Photo: pixel }),
  'visit/getPhoto': async app => {
    const known = await visit(0)(app);
    await app.send('visit/addPhoto', { ...known, Photo: pixel });
    return known;
  },
  'visitType/getAll': () => ({}),
  'visitType/create': () => ({
    VisitType: { Title: 'Audit', Shortcut: null, EscortRequired: 0, RequiredActivities: ['Safety training'] },
  }),
  'visitType/update': () => ({ Title: 'Trainee', Shortcut: 'TR' }),
  'visit/getPersonByName': () => ({ Name: '%', UseDiacritics: 0 }),
  'visit/getStructureAll': () => ({ PageSize: 2 }),
  'person/get': () => ({ PersonId: '100' }),
  'person/getAll': () => ({}),
  'orgStructure/get': () => ({ Structure: hall }),
  'orgStructure/getAll': () => ({}),
  'person/upsert': () => ({ Persons: [{ PersonId: '300', Name: 'Eva', Surname: 'Malá' }], DryRun: true }),
  'orgStructure/upsert': () => ({ OrgStructures: [{ Structure: `${hall} - Gate` }], Partial: false }),
  'visitor/create': () => ({ Visitor: { Name: 'Eva', Surname: 'Malá', Email: 'eva@example.com' } }),
  'visitor/get': visitor(),
  'visitor/update': async app => ({
    Visitor: { ...(await visitor()(app)), Surname: 'Velká', DateOfBirth: null },
  }),
  'visitor/getAll': () => ({ PageSize: 3 }),
  'visitor/getByDoc': async app => {
    const [Name, Surname] = ['Iva', 'Malá'];
    const Document = { DocNumber: 'IM-1', State: 'CZ', DocType: 2 };
    await app.send('visit/create', newVisit({ Visitor: { Name, Surname, Document } }));
    return { ...Document, Name, Surname, DateOfBirth: null };
  },
  'visitor/createActivity': visitor({
    Activity: training({ Description: 'by J. Nováková', Attachment: 'JVBERi0xLjQ=' }),
  }),
  'visitor/getActivities': async app => {
    const known = await visitor()(app);
    await app.send('visitor/createActivity', {
      ...known,
      Activity: training({ Attachment: 'JVBERi0xLjQ=' }),
    });
    return known;
  },
  'visitor/getActivityAttachment': async app => {
    const known = await visitor()(app);
    await app.send('visitor/createActivity', {
      ...known,
      Activity: training({ Attachment: 'JVBERi0xLjQ=' }),
    });
    return { ...known, ActivityNumber: 1 };
  },
  'activityType/getAll': () => ({}),
  'activityType/create': () => ({ ActivityType: { Title: 'Fire drill', Frequency: '30', Signed: 0 } }),
  'identifier/getAll': () => ({ PageNumber: 1 }),
  'identifier/create': () => ({
    Identifier: {
      InternalNrLong: '00c0ffee',
      Technology: 1,
      Type: 3,
      ValidFrom: '2026-01-01',
      ValidTo: null,
    },
  }),
  'identifier/update': () => ({ InternalNrLong: 'DEAD', Status: 0, RegistrationNr: 'V-003' }),
};

const actions = declaredActions().filter(({ response }) => typeof response === 'function');
let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const schemaOf = async (action: string) => (await app.get('/schema.xsd').query({ Action: action })).text;

const asXml = { format: 'xml' } as const;
function call(path: string, verb: string, given: object, token?: null): Promise<Answer> {
  const manner = token === null ? { ...asXml, token } : asXml;
  return verb === 'POST' ? app.send(path, given, manner) : app.fetch(path, { ...given }, manner);
}

it('has an example for every action', () => {
  expect(actions.map(({ path }) => path).filter(path => !(path in examples))).toEqual([]);
});

it.each(actions)(
  '$path: what is sent and answered is valid, a success and a refusal',
  async ({ path, verb }) => {
    const given = (await examples[path]?.(app)) ?? {};
    const success = await call(path, verb, given);
    const refusal = await call(path, verb, {}, null);
    expect([success.status, refusal.status, refusal.body.Code]).toEqual([200, 400, 1002]);
    const sent = verb === 'POST' ? [write('xml', given)] : [];
    expect(await problemsUnder(await schemaOf(path), [...sent, success.text, refusal.text])).toEqual([]);
  },
);

describe('under the schema of visit/end', () => {
  const VisitId = randomUUID();
  const request = (members: string) => `<Request>${members}</Request>`;
  const valid = request(`<VisitId>${VisitId}</VisitId><Reason>left</Reason>`);
  const problems = async (...documents: string[]) => problemsUnder(await schemaOf('visit/end'), documents);
  let success: string;
  let refusal: string;
  beforeAll(async () => {
    const id = await visitIn(app, 6, { Identifier: { InternalNrLong: 'BEEF' } });
    success = (await app.send('visit/end', { VisitId: id, Reason: 'left' }, asXml)).text;
    refusal = (await app.send('visit/end', {}, asXml)).text;
  });

  it('requests are valid in any order, with braces, and at the limits', async () => {
    const longest = 'x'.repeat(4000);
    expect(
      await problems(
        valid,
        request(`<Reason>left</Reason><VisitId>${VisitId}</VisitId>`),
        request(`<VisitId>{${VisitId.toUpperCase()}}</VisitId><Reason/>`),
        request(`<VisitId>${VisitId}</VisitId><Reason>${longest}</Reason>`),
      ),
    ).toEqual([]);
  });

  it.each([
    ['a member is missing', valid.replace('<Reason>left</Reason>', '')],
    ['a text is too long', valid.replace('left', 'x'.repeat(4001))],
    ['an id has one brace', valid.replace('<VisitId>', '<VisitId>{')],
    ['an id is none', valid.replace(VisitId, '42')],
    [
      'null is said where a value is required',
      valid.replace(
        '<Reason>',
        '<Reason xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true">',
      ),
    ],
    ['a member is given twice', valid.replace('</Request>', '<Reason>again</Reason></Request>')],
    ['the root is another', valid.replaceAll('Request>', 'VisitEndReq>')],
  ])('a request is not valid when %s', async (_, document) => {
    expect(document).not.toBe(valid);
    expect(await problems(document)).not.toEqual([]);
  });

  it('answers of this service are valid, whatever number they carry or do not', async () => {
    const unsupported = await app.send(
      'visit/end',
      {},
      { ...asXml, headers: { 'Content-Type': 'text/csv' } },
    );
    expect(unsupported.status).toBe(415);
    expect(await problems(success, refusal, unsupported.text)).toEqual([]);
  });

  it.each<[string, (text: string) => string]>([
    ['two members change places', text => text.replace(/(<Reason>.*<\/Reason>)(<State>.*<\/State>)/, '$2$1')],
    ['a member is missing', text => text.replace(/<State>\d<\/State>(?=<\/Response>)/, '')],
    ['a member is not documented', text => text.replace('</Response>', '<Extra>1</Extra></Response>')],
    ['a text is too long', text => text.replace(/<Reason>[^<]*/, `<Reason>${'x'.repeat(4001)}`)],
    ['a text is too short', text => text.replace(/<Title>[^<]*/, '<Title>')],
    ['a number is out of its range', text => text.replace(/<State>\d</, '<State>9<')],
    ['a number is none', text => text.replace(/<State>\d</, '<State>seven<')],
    [
      'an id has upper case',
      text => text.replace(/<VisitId>[^<]*/, id => `<VisitId>${id.slice(9).toUpperCase()}A`),
    ],
    ['a text has another pattern', text => text.replace('>BEEF<', '>BEEG<')],
    [
      'an item has another name',
      text =>
        text.replace(
          '<RequiredActivities></RequiredActivities>',
          '<RequiredActivities><Item>x</Item></RequiredActivities>',
        ),
    ],
    ['the root is another', text => text.replaceAll('Response>', 'VisitGetResp>')],
    [
      'null is said',
      text =>
        text.replace(
          '<State>',
          '<State xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true">',
        ),
    ],
  ])('an answer is not valid when %s', async (_, change) => {
    expect(change(success)).not.toBe(success);
    expect(await problems(change(success))).not.toEqual([]);
  });

  it.each<[string, (text: string) => string]>([
    ['the message is missing', text => text.replace(/<Message>.*<\/Message>/, '')],
    ['it is mixed with a success', text => text.replace('<Message>', '<Reason>left</Reason><Message>')],
    ['a detail has another name', text => text.replaceAll('Detail>', 'Fault>')],
  ])('a refusal is not valid when %s', async (_, change) => {
    expect(change(refusal)).not.toBe(refusal);
    expect(await problems(change(refusal))).not.toEqual([]);
  });
});
