import { createHash, randomBytes } from 'node:crypto';
import { UserRow } from '../../src/auth';
import { OrgUnitRow, PersonRow } from '../../src/directory';
import { VisitRow } from '../../src/visits';
import { VisitPhotoRow } from '../../src/visits/infrastructure/visit-photo.row';
import { office, production } from '../support/seed';
import { pixel } from '../support/pictures';
import type { TestApp } from '../support/test-app';
import { type Kind, kinds, type VisitName, visitNames } from './users';

const guid = (n: number) => `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;
const idOf = (login: string) =>
  `bbbbbbbb-0000-4000-8000-${createHash('md5').update(login).digest('hex').slice(0, 12)}`;

/** Nobody has these ids. */
export const missing = guid(999);

interface Person {
  readonly VisitorId: string;
  readonly Name: string;
  readonly Surname: string;
  readonly DateOfBirth: string;
  readonly Company: string;
  readonly Email: string;
  readonly PhoneNumber: string;
  readonly Language: string;
  readonly Document: { readonly DocNumber: string; readonly State: string; readonly DocType: number };
}

function visitor(n: number, Name: string, Surname: string): Person {
  return {
    ...{ VisitorId: guid(n), Name, Surname, DateOfBirth: `19${50 + n}-03-1${n}` },
    ...{ Company: `${Name}Works`, Email: `${Name}@mail.example`, PhoneNumber: `+420 77${n} 555 00${n}` },
    Language: `x${'abcdefgh'[n]}-${Name.slice(0, 4)}`,
    Document: { DocNumber: `DOC${n}4711`, State: 'CZ', DocType: 0 },
  };
}

const anna = visitor(1, 'Annabel', 'Alfa');
const bora = visitor(2, 'Borislav', 'Beta');
const cyril = visitor(3, 'Cyrilus', 'Gama');
const olga = visitor(4, 'Olgalina', 'Omega');

/** A visit, who comes, where to, whom to see, and which card the visitor gets. */
interface Planted {
  readonly id: string;
  readonly visitor: Person;
  readonly unit: string | null;
  readonly host: string;
  readonly by: 'everything' | 'own';
  readonly card: string | null;
  /** The same visitor's visit before it. */
  readonly last: VisitName | null;
}

export const records: Readonly<Record<VisitName, Planted>> = {
  anna: {
    id: guid(11),
    visitor: anna,
    unit: production,
    host: '100',
    by: 'everything',
    card: 'AA1',
    last: null,
  },
  bora: { id: guid(12), visitor: bora, unit: office, host: '200', by: 'everything', card: 'AA2', last: null },
  cyrilBefore: {
    id: guid(13),
    visitor: cyril,
    unit: production,
    host: '100',
    by: 'everything',
    card: null,
    last: null,
  },
  cyril: {
    id: guid(14),
    visitor: cyril,
    unit: office,
    host: '200',
    by: 'everything',
    card: 'AA4',
    last: 'cyrilBefore',
  },
  olga: { id: guid(15), visitor: olga, unit: null, host: '200', by: 'own', card: 'AA5', last: null },
};

/** Secrets by name: wherever the text of one stands in an answer, it was told. */
export const secrets: Record<string, string> = {};

function vehicle(name: VisitName) {
  return { VehicleLP: `PLATE-${name}.`, Type: 1, Model: `Model-${name}.`, Desc: `Freight-${name}.` };
}

function noteSecrets(): void {
  for (const { visitor, card } of Object.values(records)) {
    const name = visitor.Name;
    Object.assign(secrets, {
      [`${name} id`]: visitor.VisitorId,
      [`${name} name`]: visitor.Surname,
      [`${name} birth`]: visitor.DateOfBirth,
      [`${name} company`]: visitor.Company,
      [`${name} email`]: visitor.Email,
      [`${name} phone`]: visitor.PhoneNumber,
      [`${name} language`]: visitor.Language,
      [`${name} document`]: visitor.Document.DocNumber,
      [`${name} activity`]: `Trained-${name}.`,
      [`${name} attachment`]: Buffer.from(`attachment of ${name}`).toString('base64'),
    });
    if (card) secrets[`card ${card}`] = `PRINTED-${card}`;
  }
  for (const name of visitNames) {
    Object.assign(secrets, {
      [`${name} plate`]: vehicle(name).VehicleLP,
      [`${name} model`]: vehicle(name).Model,
      [`${name} freight`]: vehicle(name).Desc,
      [`${name} reason`]: `Reason-${name}.`,
      [`${name} trace`]: `trace-of-${name}.`,
    });
  }
  Object.assign(secrets, {
    'host 100': 'Hostova',
    'host 200': 'Wirthova',
    'email 100': 'hostova@inside.example',
    'email 200': 'wirthova@inside.example',
    'unit A': 'Description of A.',
    'unit B': 'Description of B.',
  });
}

/** Users, persons, units and cards of the matrix, and the visits, by real calls. Answers the tokens. */
export async function plant(app: TestApp): Promise<Record<string, string>> {
  noteSecrets();
  const tokens = await plantUsers(app);
  await app.database.write(async manager => {
    await manager.update(PersonRow, { personId: '100' }, { surname: 'Hostova', email: secrets['email 100'] });
    await manager.update(
      PersonRow,
      { personId: '200' },
      { surname: 'Wirthova', email: secrets['email 200'] },
    );
    await manager.update(OrgUnitRow, { structure: production }, { description: secrets['unit A'] });
    await manager.update(OrgUnitRow, { structure: office }, { description: secrets['unit B'] });
  });
  for (const name of visitNames) await plantVisit(app, name, tokens);
  await noteStored(app);
  return tokens;
}

async function plantUsers(app: TestApp): Promise<Record<string, string>> {
  const tokens: Record<string, string> = {};
  const key = randomBytes(16).toString('base64');
  const at = app.clock.now();
  for (const [login, { privileges, recordPermissions }] of Object.entries<Kind>(kinds)) {
    await app.database.write(manager =>
      manager.insert(UserRow, {
        ...{ id: idOf(login), login, privileges, recordPermissions, blocked: false, ipFilter: '' },
        ...{ keyDigest: createHash('sha256').update(key).digest('hex'), ratePolicy: null },
        ...{ createdAt: at, updatedAt: at },
      }),
    );
    const { body } = await app.post('/login').send({ UserLogin: login, ApiKey: key });
    tokens[login] = (body as { Token: string }).Token;
  }
  return tokens;
}

async function plantVisit(app: TestApp, name: VisitName, tokens: Record<string, string>): Promise<void> {
  const { id, visitor, unit, host, by, card, last } = records[name];
  const token = tokens[by];
  const call = async (action: string, body: object) => {
    const { status, text } = await app.send(action, body, {
      token,
      headers: { 'X-Request-Id': `trace-of-${name}.` },
    });
    if (status !== 200) throw new Error(`${action}: ${text}`);
  };
  if (card)
    await call('identifier/create', {
      Identifier: { InternalNrLong: card, RegistrationNr: `PRINTED-${card}` },
    });
  await call('visit/create', {
    ...{ VisitId: id, Visitor: visitor, VisitType: { Title: 'Delivery' }, Reason: `Reason-${name}.` },
    ...{ Vehicle: vehicle(name), VisitedPerson: { PersonId: host }, Photos: [pixel.toString('base64')] },
    ...(unit && { VisitedOrgStructure: { Structure: unit } }),
    ...(card && { Identifier: { InternalNrLong: card } }),
  });
  if (last) return;
  const Attachment = Buffer.from(`attachment of ${visitor.Name}`).toString('base64');
  const ValidTo = '2031-01-01T00:00:00.000Z';
  const Activity = {
    ActivityType: { Title: 'Safety training' },
    ValidTo,
    Description: `Trained-${visitor.Name}.`,
    Attachment,
  };
  await call('visitor/createActivity', { VisitorId: visitor.VisitorId, Activity });
}

/** Entry codes and photos are made by the service; each photo is to be told from the others. */
async function noteStored(app: TestApp): Promise<void> {
  await app.database.write(async manager => {
    for (const [index, name] of visitNames.entries()) {
      const { id } = records[name];
      const entryCode = `90909${index}`;
      await manager.update(VisitRow, { id }, { entryCode });
      const { seq: visitSeq } = await manager.findOneByOrFail(VisitRow, { id });
      const content = Buffer.concat([pixel, Buffer.from(`photo of ${name}.`)]);
      await manager.update(VisitPhotoRow, { visitSeq }, { content });
      Object.assign(secrets, { [`${name} code`]: entryCode, [`${name} photo`]: content.toString('base64') });
    }
  });
}
