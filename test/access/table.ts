import { office, production } from '../support/seed';
import { pixel } from '../support/pictures';
import { records } from './records';
import {
  answer,
  beginning,
  byDocument,
  byRecordAlone,
  cards,
  cardsOf,
  type Case,
  command,
  file,
  meant,
  named,
  newest,
  nothing,
  onFile,
  persons,
  reading,
  type Row,
  structure,
  visitLists,
  visitorOf,
} from './shown';
import { may } from './users';

const free = () => Math.floor(Math.random() * 1e9).toString(16);

const one = (request: () => object, outcome: Case['outcome']): Case[] => [{ request, outcome }];

/**
 * Every action, and what its answer shows of what is secret, to whom. What the caller sent does not count, and a refusal
 * may name the record by its id.
 */
export const table: Readonly<Record<string, Row>> = {
  'POST login': { needs: [], cases: [] },

  'GET visit/get': {
    needs: ['Visits View 1516'],
    cases: reading(
      VisitId => ({ VisitId }),
      (user, visit) => answer(user, visit, records[visit].last),
    ),
  },
  'GET visit/getHistory': {
    needs: ['Visits View 1516'],
    cases: reading(
      VisitId => ({ VisitId }),
      (_, visit) => [`${visit} trace`, `${visit} reason`],
    ),
  },
  'GET visit/getTransitions': {
    needs: ['Visits View 1516'],
    cases: reading(VisitId => ({ VisitId }), nothing),
  },
  'GET visit/getPhoto': {
    needs: ['Visits View 1516'],
    cases: reading(
      VisitId => ({ VisitId }),
      (_, visit) => [`${visit} photo`],
    ),
  },
  'GET visit/getAll': { needs: ['Visits View 1516'], cases: visitLists },
  'GET visit/getIdentifierEntryCode': {
    needs: ['Identifiers View 1141'],
    cases: reading(
      VisitId => ({ VisitId }),
      (_, visit) => [`${visit} code`],
      byRecordAlone,
    ),
  },
  'GET visit/getIdentifierEntryCodeImage': {
    needs: ['Identifiers View 1141'],
    cases: reading(VisitId => ({ VisitId }), nothing, byRecordAlone),
  },

  'POST visit/create': beginning({}),
  'POST visit/schedule': beginning({ VisitDate: '2030-01-01T09:00:00Z' }),
  'POST visit/update': command(0, { Trailer: { VehicleLP: 'TRAIL' } }),
  'POST visit/verify': command(0, { Method: 2 }),
  'POST visit/check': command(2, {}),
  'POST visit/approve': command(0, { ApprovedByPerson: { PersonId: '100' }, Reason: '' }),
  'POST visit/enter': command(5, {}),
  'POST visit/stepOut': command(6, {}),
  'POST visit/end': command(6, { Reason: '' }, 1537),
  'POST visit/reject': command(0, { ReasonCode: 0, Reason: '' }),
  'POST visit/addPhoto': command(0, { Photo: pixel.toString('base64') }, 9105, nothing),

  'GET visitor/get': {
    needs: ['Visitors View 1526'],
    cases: onFile(
      id => id,
      (_, visit) => [...named(visit), ...file(visit)],
    ),
  },
  'GET visitor/getAll': {
    needs: ['Visitors View 1526'],
    cases: one(
      () => ({}),
      user =>
        newest.filter(visit => may(user, 'f', visit)).flatMap(visit => [...named(visit), ...file(visit)]),
    ),
  },
  'GET visitor/getActivities': {
    needs: ['Visitors View 1526'],
    cases: onFile(
      id => id,
      (_, visit) => [`${visitorOf(visit).Name} activity`],
    ),
  },
  'GET visitor/getActivityAttachment': {
    needs: ['Visitors View 1526'],
    cases: onFile(
      id => ({ ...id, ActivityNumber: 1 }),
      (_, visit) => [`${visitorOf(visit).Name} attachment`],
    ),
  },
  'POST visitor/getByDoc': { needs: ['Visitors View 1526'], cases: newest.flatMap(byDocument) },
  'POST visitor/create': {
    needs: ['Visitors New 9214'],
    cases: [
      { request: () => ({ Visitor: { Name: 'Nobody', Surname: free() } }), outcome: nothing },
      ...newest.flatMap(visit =>
        // With an id, it is somebody new.
        meant(visit)
          .filter(([visitor]) => !('VisitorId' in visitor))
          .map(([Visitor]): Case => ({
            request: () => ({ Visitor }),
            outcome: user => (may(user, 'f', visit) ? [...named(visit), ...file(visit)] : 1538),
          })),
      ),
    ],
  },
  'POST visitor/update': {
    needs: ['Visitors Edit 9212'],
    cases: onFile(
      id => ({ Visitor: { ...id } }),
      (user, visit) => (may(user, 'f', visit) ? [...named(visit), ...file(visit)] : []),
      'g',
      9216,
    ),
  },
  'POST visitor/createActivity': {
    needs: ['Visitors Edit 9212', 'Visitors Activities 9213'],
    cases: onFile(
      id => ({
        ...id,
        Activity: { ActivityType: { Title: 'Safety training' }, ValidTo: '2030-01-01T00:00:00Z' },
      }),
      nothing,
      'g',
      9216,
    ),
  },

  'GET visit/getPersonByName': {
    needs: ['Persons View 9230'],
    cases: one(
      () => ({ Name: '%' }),
      user => persons(user).map(id => `host ${id}`),
    ),
  },
  'GET person/getAll': {
    needs: ['Persons View 9230'],
    cases: one(
      () => ({}),
      user => persons(user).flatMap(id => [`host ${id}`, `email ${id}`]),
    ),
  },
  'GET person/get': {
    needs: ['Persons View 9230'],
    cases: [
      ...['100', '200'].map((PersonId): Case => ({
        request: () => ({ PersonId }),
        outcome: user =>
          persons(user).includes(PersonId) ? [`host ${PersonId}`, `email ${PersonId}`] : 9235,
      })),
      { request: () => ({ PersonId: 'none' }), outcome: () => 1100 },
    ],
  },
  'POST person/upsert': {
    needs: ['Persons New 9231', 'Persons Edit 9232'],
    cases: one(
      () => ({ Persons: [{ PersonId: '100', Name: 'Jana' }], DryRun: true, Partial: true }),
      nothing,
    ),
  },
  'GET visit/getStructureAll': {
    needs: ['OrganizationalStructure View 1161'],
    cases: one(() => ({}), structure),
  },
  'GET orgStructure/getAll': {
    needs: ['OrganizationalStructure View 1161'],
    cases: one(() => ({}), structure),
  },
  'GET orgStructure/get': {
    needs: ['OrganizationalStructure View 1161'],
    cases: [
      ...([production, office] as const).map((Structure): Case => {
        const unit = Structure === production ? 'unit A' : 'unit B';
        return {
          request: () => ({ Structure }),
          outcome: user => (structure(user).includes(unit) ? [unit] : 9236),
        };
      }),
      { request: () => ({ Structure: 'none' }), outcome: () => 1160 },
    ],
  },
  'POST orgStructure/upsert': {
    needs: ['OrganizationalStructure New 9233', 'OrganizationalStructure Edit 9234'],
    cases: one(
      () => ({ OrgStructures: [{ Structure: production, Type: 'Hall' }], DryRun: true, Partial: true }),
      nothing,
    ),
  },

  'GET identifier/getAll': {
    needs: ['Identifiers View 1141'],
    cases: one(
      () => ({}),
      user => cardsOf(user).map(card => `card ${card}`),
    ),
  },
  'POST identifier/create': {
    needs: ['Identifiers New 9220'],
    cases: one(() => ({ Identifier: { InternalNrLong: free() } }), nothing),
  },
  'POST identifier/update': {
    needs: ['Identifiers Edit 9222'],
    cases: [
      ...cards.map((card): Case => ({
        request: () => ({ InternalNrLong: card }),
        outcome: user => (cardsOf(user).includes(card) ? [`card ${card}`] : 9223),
      })),
      { request: () => ({ InternalNrLong: 'FFFF' }), outcome: () => 1140 },
    ],
  },

  'GET visitType/getAll': { needs: ['Visits View 1516'], cases: one(() => ({}), nothing) },
  'POST visitType/create': {
    needs: ['Visits Types 9110'],
    cases: one(
      () => ({ VisitType: { Title: free(), Shortcut: 'N', EscortRequired: 0, RequiredActivities: [] } }),
      nothing,
    ),
  },
  'POST visitType/update': {
    needs: ['Visits Types 9110'],
    cases: one(() => ({ Title: 'Guest' }), nothing),
  },
  'GET activityType/getAll': { needs: ['Visitors View 1526'], cases: one(() => ({}), nothing) },
  'POST activityType/create': {
    needs: ['Visitors Types 9218'],
    cases: one(() => ({ ActivityType: { Title: free() } }), nothing),
  },
};
