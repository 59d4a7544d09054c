import { randomUUID } from 'node:crypto';
import { VisitRow } from '../../src/visits';
import type { ErrorCode } from '../../src/shared/errors/error-catalogue';
import { errorCatalogue } from '../../src/shared/errors/error-catalogue';
import { forged } from '../support/licences';
import { holdWriter, loseAnswers, untilWaiting, whileBroken, whileLocked } from '../support/storage';
import { rawAnswer } from '../support/raw';
import { office } from '../support/seed';
import { TestApp } from '../support/test-app';
import { end, newVisit, visitIn, visitorIn } from '../support/visits';
import { type Answer, envelopeOf, type Format, formats, mediaTypes } from '../support/wire';

/** The refusal that came, and what must stand in its text for {0}, {1} … */
type Provoked = [Answer, ...(string | number)[]];

/** An error of the contract, written out by hand, and how a client comes by it. */
interface Provocation {
  number: number | null;
  status: number;
  message: string;
  provoke: (app: TestApp, format: Format) => Promise<Provoked>;
}

const unknownToken = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const card = (InternalNrLong: string) => ({ Identifier: { InternalNrLong } });
const passport = (DocNumber: string) => ({ DocNumber, State: 'CZ', DocType: 0 });

const login = (app: TestApp, format: Format, UserLogin: string, ApiKey: string) =>
  app.send('login', { UserLogin, ApiKey }, { format, token: null });

const create = (app: TestApp, format: Format, members: object) =>
  app.send('visit/create', newVisit(members), { format });

const eva = { Name: 'Eva', Surname: 'Malá' };

const training = (VisitorId: string, Title = 'Safety training') => ({
  VisitorId,
  Activity: { ActivityType: { Title }, ValidTo: '2027-11-23' },
});

/** A row for every error of the catalogue: without one, this does not compile. */
const provocations: Record<ErrorCode, Provocation> = {
  NotLicensed: {
    number: 8,
    status: 403,
    message: 'Not licensed',
    provoke: async (_, format) => {
      const unlicensed = await TestApp.start(forged);
      try {
        return [await end(unlicensed, randomUUID(), { format })];
      } finally {
        await unlicensed.stop();
      }
    },
  },
  TokenNotFound: {
    number: 1000,
    status: 401,
    message: 'Token {0} not found',
    provoke: async (app, format) => [
      await end(app, randomUUID(), { format, token: unknownToken }),
      unknownToken,
    ],
  },
  TokenExpired: {
    number: 1001,
    status: 401,
    message: 'Token {0} already expired',
    provoke: async (app, format) => {
      const token = await app.token();
      app.clock.advance(20_000);
      return [await end(app, randomUUID(), { format, token }), token];
    },
  },
  BadParameters: {
    number: 1002,
    status: 400,
    message: 'Entry parameter missing or parameter bindigs failed',
    provoke: async (app, format) => [await app.send('visit/end', {}, { format })],
  },
  LoginUnknown: {
    number: 1003,
    status: 401,
    message: 'UserLogin or ApiKey are unknown',
    provoke: async (app, format) => [await login(app, format, 'somebody', 'AAAA')],
  },
  KeyInvalid: {
    number: 1004,
    status: 401,
    message: 'ApiKey is invalid',
    provoke: async (app, format) => [await login(app, format, 'reception', 'AAAA')],
  },
  AddressRefused: {
    number: 1006,
    status: 401,
    message: 'Ip filter violated for ip client address [{0}]',
    provoke: async (app, format) => [await end(app, randomUUID(), { format, as: 'elsewhere' }), '127.0.0.1'],
  },
  FilterUnreadable: {
    number: 1007,
    status: 401,
    message: 'Ip filter [{0}] parsing failed',
    provoke: async (app, format) => [
      await end(app, randomUUID(), { format, as: 'unreadable' }),
      '10.0.0.0/99',
    ],
  },
  RateExceeded: {
    number: 1008,
    status: 401,
    message: 'Request rate policy violated for [{0}]',
    provoke: async (app, format) => {
      const ask = () => end(app, randomUUID(), { format, as: 'slow' });
      await ask();
      await ask();
      return [await ask(), 'slow'];
    },
  },
  PersonNotFound: {
    number: 1100,
    status: 404,
    message: 'PersonId [{0}] not found',
    provoke: async (app, format) => [
      await create(app, format, { VisitedPerson: { PersonId: '9-9' } }),
      '9-9',
    ],
  },
  IdentifierNotFound: {
    number: 1140,
    status: 404,
    message: 'Identifier [{0}] not found',
    provoke: async (app, format) => [await create(app, format, card('C0FFEE')), 'C0FFEE'],
  },
  IdentifiersViewPrivilege: {
    number: 1141,
    status: 403,
    message: 'Privilege View of agenda Identifiers violated for [{0}]',
    provoke: async (app, format) => [
      await app.fetch('visit/getIdentifierEntryCode', { VisitId: randomUUID() }, { format, as: 'nobody' }),
      'nobody',
    ],
  },
  StructureNotFound: {
    number: 1160,
    status: 404,
    message: 'Organization structure [{0}] not found',
    provoke: async (app, format) => [
      await create(app, format, { VisitedOrgStructure: { Structure: 'Organization structure - Moon' } }),
      'Organization structure - Moon',
    ],
  },
  StructureViewPrivilege: {
    number: 1161,
    status: 403,
    message: 'Privilege View of agenda Organizational structure violated for [{0}]',
    provoke: async (app, format) => [
      await app.fetch('visit/getStructureAll', {}, { format, as: 'nobody' }),
      'nobody',
    ],
  },
  VisitsViewPrivilege: {
    number: 1516,
    status: 403,
    message: 'Privilege View of agenda Visits violated',
    provoke: async (app, format) => [await end(app, randomUUID(), { format, as: 'nobody' })],
  },
  VisitGone: {
    number: 1517,
    status: 404,
    message: 'Visit not found',
    provoke: async (app, format) => {
      const visitId = await visitIn(app, 5);
      const held = holdWriter(app, manager => manager.delete(VisitRow, { id: visitId }));
      await held.begun;
      const pending = end(app, visitId, { format });
      await untilWaiting(app, 2);
      await held.release();
      return [await pending];
    },
  },
  VisitorsViewPrivilege: {
    number: 1526,
    status: 403,
    message: 'Privilege View of agenda Visitors violated for [Visitor {0}]',
    provoke: async (app, format) => [
      await app.fetch('visitor/get', { VisitorId: randomUUID() }, { format, as: 'nobody' }),
      'nobody',
    ],
  },
  VisitsViewPermission: {
    number: 1537,
    status: 403,
    message: 'Record permission View of agenda Visits violated',
    provoke: async (app, format) => [
      await app.fetch('visit/get', { VisitId: await visitIn(app, 0) }, { format, as: 'host' }),
    ],
  },
  VisitorsViewPermission: {
    number: 1538,
    status: 403,
    message: 'Record permission View of agenda Visitors violated for [Visitor {0}]',
    provoke: async (app, format) => {
      const VisitorId = await visitorIn(app);
      return [await app.fetch('visitor/get', { VisitorId }, { format, as: 'usher' }), VisitorId];
    },
  },
  VisitNotExists: {
    number: 1540,
    status: 404,
    message: 'Visit not exists',
    provoke: async (app, format) => [await app.fetch('visit/get', { VisitId: randomUUID() }, { format })],
  },
  VisitUpdateFailed: {
    number: 1544,
    status: 404,
    message: 'Updating visit ended with exception {0}.',
    provoke: async (app, format) => {
      const visitId = await visitIn(app, 5);
      return [await whileLocked(app, () => end(app, visitId, { format })), 'storage busy'];
    },
  },
  VisitCannotBeEnded: {
    number: 1545,
    status: 403,
    message: 'VisitId [{0}] cannot be ended',
    provoke: async (app, format) => {
      const visitId = await visitIn(app, 0);
      return [await end(app, visitId, { format }), visitId];
    },
  },
  MethodDisabled: {
    number: 9001,
    status: 403,
    message: 'Method disabled by configuration',
    provoke: async (app, format) => [await app.send('visit/stepOut', { VisitId: randomUUID() }, { format })],
  },
  IdempotencyKeyReused: {
    number: 9002,
    status: 422,
    message: 'Idempotency-Key was used for another request',
    provoke: async (app, format) => {
      const headers = { 'Idempotency-Key': randomUUID() };
      await app.send('visit/create', newVisit(), { format, headers });
      return [await app.send('visit/create', newVisit(), { format, headers })];
    },
  },
  IdempotencyKeyBusy: {
    number: 9003,
    status: 409,
    message: 'A request with this Idempotency-Key is under way',
    provoke: async (app, format) => {
      const body = newVisit();
      const manner = { format, headers: { 'Idempotency-Key': randomUUID() } };
      const held = holdWriter(app);
      await held.begun;
      const calls = [app.send('visit/create', body, manner), app.send('visit/create', body, manner)];
      await untilWaiting(app, 3);
      await held.release();
      return [(await Promise.all(calls)).find(({ status }) => status !== 200)!];
    },
  },
  IdempotencyAnswerLost: {
    number: 9004,
    status: 409,
    message:
      'The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed',
    provoke: async (app, format) => {
      const body = newVisit();
      const manner = { format, headers: { 'Idempotency-Key': randomUUID() } };
      await app.send('visit/create', body, manner);
      await loseAnswers(app);
      return [await app.send('visit/create', body, manner)];
    },
  },
  VisitExists: {
    number: 9101,
    status: 403,
    message: 'VisitId [{0}] already exists',
    provoke: async (app, format) => {
      const VisitId = await visitIn(app, 7);
      return [await create(app, format, { VisitId }), VisitId];
    },
  },
  VisitCannotMove: {
    number: 9102,
    status: 403,
    message: 'VisitId [{0}] in state {1} cannot be {2}',
    provoke: async (app, format) => {
      const VisitId = await visitIn(app, 0);
      return [await app.send('visit/enter', { VisitId }, { format }), VisitId, 0, 'entered'];
    },
  },
  VisitOutsideWindow: {
    number: 9114,
    status: 403,
    message: 'VisitId [{0}] can be checked and entered only from {1} to {2}',
    provoke: async (app, format) => {
      const VisitId = await visitIn(app, 1, { VisitDate: '2026-12-01T11:00:00+01:00' });
      await app.send('visit/verify', { VisitId, Method: 2 });
      const answer = await app.send('visit/check', { VisitId }, { format });
      return [answer, VisitId, '2026-12-01T08:00:00.000Z', '2026-12-01T23:59:59.999Z'];
    },
  },
  VisitsNewPrivilege: {
    number: 9103,
    status: 403,
    message: 'Privilege New of agenda Visits violated',
    provoke: async (app, format) => [await app.send('visit/create', newVisit(), { format, as: 'nobody' })],
  },
  VisitsEditPrivilege: {
    number: 9104,
    status: 403,
    message: 'Privilege Edit of agenda Visits violated',
    provoke: async (app, format) => [
      await app.send('visit/check', { VisitId: randomUUID() }, { format, as: 'nobody' }),
    ],
  },
  VisitsEditPermission: {
    number: 9105,
    status: 403,
    message: 'Record permission Edit of agenda Visits violated',
    provoke: async (app, format) => [
      await app.send('visit/check', { VisitId: await visitIn(app, 2) }, { format, as: 'guard' }),
    ],
  },
  IdentityNotVerified: {
    number: 9106,
    status: 403,
    message: 'Identity of the visitor of VisitId [{0}] not verified',
    provoke: async (app, format) => {
      const VisitId = await visitIn(app, 0);
      return [
        await app.send('visit/verify', { VisitId, Method: 1, EntryCode: 'not.a.pass' }, { format }),
        VisitId,
      ];
    },
  },
  NoEntryCode: {
    number: 9113,
    status: 404,
    message: 'VisitId [{0}] has no entry code any more',
    provoke: async (app, format) => {
      const VisitId = await visitIn(app, 7);
      return [await app.fetch('visit/getIdentifierEntryCodeImage', { VisitId }, { format }), VisitId];
    },
  },
  VisitTypesPrivilege: {
    number: 9110,
    status: 403,
    message: 'Privilege Types of agenda Visits violated',
    provoke: async (app, format) => [
      await app.send('visitType/update', { Title: 'Guest' }, { format, as: 'nobody' }),
    ],
  },
  VisitTypeExists: {
    number: 9111,
    status: 403,
    message: 'VisitType [{0}] already exists',
    provoke: async (app, format) => [
      await app.send('visitType/create', { VisitType: { Title: 'Guest' } }, { format }),
      'Guest',
    ],
  },
  PhotoNotFound: {
    number: 9112,
    status: 404,
    message: 'Photo {0} of VisitId [{1}] not found',
    provoke: async (app, format) => {
      const VisitId = await visitIn(app, 0);
      return [await app.fetch('visit/getPhoto', { VisitId, PhotoNumber: 2 }, { format }), 2, VisitId];
    },
  },
  VisitTypeNotFound: {
    number: 9201,
    status: 404,
    message: 'VisitType [{0}] not found',
    provoke: async (app, format) => [await create(app, format, { VisitType: { Title: 'Spying' } }), 'Spying'],
  },
  VisitorNotFound: {
    number: 9202,
    status: 404,
    message: 'Visitor [{0}] not found',
    provoke: async (app, format) => {
      const visitorId = randomUUID();
      return [await app.send('visitor/createActivity', training(visitorId), { format }), visitorId];
    },
  },
  IdentifierAssigned: {
    number: 9203,
    status: 403,
    message: 'Identifier [{0}] is assigned to another visit',
    provoke: async (app, format) => {
      await create(app, format, card('BEEF'));
      return [await create(app, format, card('BEEF')), 'BEEF'];
    },
  },
  ActivityTypeNotFound: {
    number: 9204,
    status: 404,
    message: 'ActivityType [{0}] not found',
    provoke: async (app, format) => {
      const VisitorId = randomUUID();
      await create(app, format, { Visitor: { VisitorId, Name: 'Eva', Surname: 'Malá' } });
      return [await app.send('visitor/createActivity', training(VisitorId, 'Diving'), { format }), 'Diving'];
    },
  },
  IdentifierUnusable: {
    number: 9210,
    status: 403,
    message: 'Identifier [{0}] is lost or not valid now',
    provoke: async (app, format) => [await create(app, format, card('DEAD')), 'DEAD'],
  },
  DocumentOfAnother: {
    number: 9211,
    status: 403,
    message: 'Document belongs to another visitor than [{0}]',
    provoke: async (app, format) => {
      const Document = passport(`P-${format}`);
      const VisitorId = randomUUID();
      await create(app, format, { Visitor: { Name: 'Eva', Surname: 'Malá', Document } });
      const second = { VisitorId, Name: 'Iva', Surname: 'Malá', Document };
      return [await create(app, format, { Visitor: second }), VisitorId];
    },
  },
  VisitorsEditPrivilege: {
    number: 9212,
    status: 403,
    message: 'Privilege Edit of agenda Visitors violated',
    provoke: async (app, format) => [
      await app.send('visitor/createActivity', training(randomUUID()), { format, as: 'nobody' }),
    ],
  },
  ActivitiesEditPrivilege: {
    number: 9213,
    status: 403,
    message: 'Privilege Edit of item Activities of agenda Visitors violated',
    provoke: async (app, format) => [
      await app.send('visitor/createActivity', training(randomUUID()), { format, as: 'registrar' }),
    ],
  },
  VisitorsNewPrivilege: {
    number: 9214,
    status: 403,
    message: 'Privilege New of agenda Visitors violated',
    provoke: async (app, format) => [
      await app.send('visitor/create', { Visitor: eva }, { format, as: 'nobody' }),
    ],
  },
  VisitorExists: {
    number: 9215,
    status: 403,
    message: 'Visitor [{0}] already exists',
    provoke: async (app, format) => {
      const VisitorId = await visitorIn(app);
      return [await app.send('visitor/create', { Visitor: { ...eva, VisitorId } }, { format }), VisitorId];
    },
  },
  VisitorsEditPermission: {
    number: 9216,
    status: 403,
    message: 'Record permission Edit of agenda Visitors violated for [Visitor {0}]',
    provoke: async (app, format) => {
      const VisitorId = await visitorIn(app);
      return [
        await app.send('visitor/update', { Visitor: { VisitorId } }, { format, as: 'usher' }),
        VisitorId,
      ];
    },
  },
  ActivityTypeExists: {
    number: 9217,
    status: 403,
    message: 'ActivityType [{0}] already exists',
    provoke: async (app, format) => [
      await app.send('activityType/create', { ActivityType: { Title: 'Safety training' } }, { format }),
      'Safety training',
    ],
  },
  ActivityTypesPrivilege: {
    number: 9218,
    status: 403,
    message: 'Privilege Types of agenda Visitors violated',
    provoke: async (app, format) => [
      await app.send(
        'activityType/create',
        { ActivityType: { Title: 'Diving' } },
        { format, as: 'registrar' },
      ),
    ],
  },
  AttachmentNotFound: {
    number: 9219,
    status: 404,
    message: 'Attachment of activity {0} of visitor [{1}] not found',
    provoke: async (app, format) => {
      const visit = await app.fetch('visit/get', { VisitId: await visitIn(app, 0) });
      const VisitorId = String(visit.body.Visitor?.VisitorId);
      const query = { VisitorId, ActivityNumber: 3 };
      return [await app.fetch('visitor/getActivityAttachment', query, { format }), 3, VisitorId];
    },
  },
  IdentifiersNewPrivilege: {
    number: 9220,
    status: 403,
    message: 'Privilege New of agenda Identifiers violated',
    provoke: async (app, format) => [
      await app.send('identifier/create', card('F00D'), { format, as: 'nobody' }),
    ],
  },
  IdentifierExists: {
    number: 9221,
    status: 403,
    message: 'Identifier [{0}] already exists',
    provoke: async (app, format) => [await app.send('identifier/create', card('0dead'), { format }), 'DEAD'],
  },
  IdentifiersEditPrivilege: {
    number: 9222,
    status: 403,
    message: 'Privilege Edit of agenda Identifiers violated',
    provoke: async (app, format) => [
      await app.send('identifier/update', { InternalNrLong: 'BEEF' }, { format, as: 'nobody' }),
    ],
  },
  IdentifiersEditPermission: {
    number: 9223,
    status: 403,
    message: 'Record permission Edit of agenda Identifiers violated for [{0}]',
    provoke: async (app, format) => [
      await app.send('identifier/update', { InternalNrLong: 'BEEF' }, { format, as: 'keeper' }),
      'BEEF',
    ],
  },
  PersonsViewPrivilege: {
    number: 9230,
    status: 403,
    message: 'Privilege View of agenda Persons violated',
    provoke: async (app, format) => [
      await app.fetch('visit/getPersonByName', { Name: '%' }, { format, as: 'nobody' }),
    ],
  },
  PersonsNewPrivilege: {
    number: 9231,
    status: 403,
    message: 'Privilege New of agenda Persons violated',
    provoke: async (app, format) => [
      await app.send('person/upsert', { Persons: [] }, { format, as: 'nobody' }),
    ],
  },
  PersonsEditPrivilege: {
    number: 9232,
    status: 403,
    message: 'Privilege Edit of agenda Persons violated',
    provoke: async (app, format) => [
      await app.send('person/upsert', { Persons: [] }, { format, as: 'newcomer' }),
    ],
  },
  StructureNewPrivilege: {
    number: 9233,
    status: 403,
    message: 'Privilege New of agenda Organizational structure violated',
    provoke: async (app, format) => [
      await app.send('orgStructure/upsert', { OrgStructures: [] }, { format, as: 'nobody' }),
    ],
  },
  StructureEditPrivilege: {
    number: 9234,
    status: 403,
    message: 'Privilege Edit of agenda Organizational structure violated',
    provoke: async (app, format) => [
      await app.send('orgStructure/upsert', { OrgStructures: [] }, { format, as: 'newcomer' }),
    ],
  },
  PersonsViewPermission: {
    number: 9235,
    status: 403,
    message: 'Record permission View of agenda Persons violated for [{0}]',
    provoke: async (app, format) => [
      await app.fetch('person/get', { PersonId: '200' }, { format, as: 'personnel' }),
      'personnel',
    ],
  },
  StructureViewPermission: {
    number: 9236,
    status: 403,
    message: 'Record permission View of agenda Organizational structure violated for [{0}]',
    provoke: async (app, format) => [
      await app.fetch('orgStructure/get', { Structure: office }, { format, as: 'personnel' }),
      'personnel',
    ],
  },
  RouteNotFound: {
    number: null,
    status: 404,
    message: 'No such route. The actions are listed in the OpenAPI document',
    provoke: async (app, format) => [await app.fetch('visit/nothing', {}, { format })],
  },
  MethodNotAllowed: {
    number: null,
    status: 405,
    message: 'The action does not answer to this verb. Use {0}',
    provoke: async (app, format) => [await app.fetch('visit/end', {}, { format }), 'POST'],
  },
  BodyTooLarge: {
    number: null,
    status: 413,
    message: 'The body is larger than the {0} bytes that this action reads',
    provoke: async (app, format) => [
      await app.send('visit/end', { VisitId: randomUUID(), Reason: 'x'.repeat(20_000) }, { format }),
      16_384,
    ],
  },
  UnsupportedMediaType: {
    number: null,
    status: 415,
    message:
      'The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported',
    provoke: async (app, format) => [
      await end(app, randomUUID(), { format, headers: { 'Content-Type': 'text/csv' } }),
    ],
  },
  HostUnclear: {
    number: null,
    status: 400,
    message: 'The request has no Host header, or several',
    provoke: async (app, format) => [
      await rawAnswer(
        app,
        `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nAccept: ${mediaTypes[format]}\r\nConnection: close\r\n\r\n`,
      ),
    ],
  },
  ExpectationUnmet: {
    number: null,
    status: 417,
    message: 'The header Expect may say 100-continue and nothing else',
    provoke: async (app, format) => [
      await rawAnswer(
        app,
        `GET / HTTP/1.1\r\nHost: a\r\nExpect: b\r\nAccept: ${mediaTypes[format]}\r\nConnection: close\r\n\r\n`,
      ),
    ],
  },
  ServerFault: {
    number: null,
    status: 500,
    message:
      'The request failed in the server. Nothing more is told here; the log has it under RequestId {0}',
    provoke: async (app, format) => {
      const answer = await whileBroken(app, 'visit_history', () =>
        app.send('visit/create', newVisit(), { format }),
      );
      return [answer, answer.headers['x-request-id'] ?? ''];
    },
  },
};

describe.each(formats)('every refusal of the catalogue in %s', format => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ DISABLED_METHODS: 'visit/stepOut', BODY_LIMIT: '16kb' });
  });
  afterAll(() => app.stop());

  it.each(Object.entries(provocations))('%s', async (_, { number, status, message, provoke }) => {
    const [answer, ...values] = await provoke(app, format);

    const envelope = envelopeOf(answer);
    expect({ status: answer.status, ...envelope }).toMatchObject({
      status,
      Code: number,
      Message: message.replace(/\{(\d)\}/g, (_match, index: string) => String(values[Number(index)])),
    });
    expect(answer.type).toBe(`${mediaTypes[format]}; charset=utf-8`);
    expect(envelope.RequestId).toBe(answer.headers['x-request-id']);
    expect(envelope.Details.length > 0).toBe(number === 1002 || status === 415);
  });
});

it('no error is in the catalogue that is not provoked here', () => {
  expect(Object.keys(errorCatalogue).sort()).toEqual(Object.keys(provocations).sort());
});

it('no two errors have the same number', () => {
  const numbers = Object.values(provocations).flatMap(({ number }) => (number === null ? [] : [number]));
  expect(new Set(numbers).size).toBe(numbers.length);
});
