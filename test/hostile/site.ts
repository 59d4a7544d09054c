import { randomUUID } from 'node:crypto';
import type { Known } from './generator';

/** Sends an action as JSON; resolves with its answer. @throws Error when that is no 200 */
export type Call = (action: string, body: object) => Promise<Record<string, unknown>>;

const training = 'Work at heights';
const [plain, escorted] = ['Works', 'Escorted works'];
/** Of the visits of an ordinary day: no other request names it. */
const ordinary = 'Ordinary visit';
const root = 'Organization structure';
const units = [root, `${root} - Company ABC`, `${root} - Company ABC - Production`];

/** A small site for requests to be about. */
export async function makeSite(call: Call): Promise<void> {
  const ActivityType = { Title: training, Shortcut: 'ST', Frequency: 365, Signed: 1 };
  await call('activityType/create', { ActivityType });
  const types = [
    { Title: ordinary, EscortRequired: 0, RequiredActivities: [] },
    { Title: plain, EscortRequired: 0, RequiredActivities: [] },
    { Title: escorted, EscortRequired: 1, RequiredActivities: [training] },
  ];
  for (const VisitType of types) await call('visitType/create', { VisitType });
  await call('orgStructure/upsert', { OrgStructures: units.map(Structure => ({ Structure })) });
  const Persons = ['100', '200'].map(PersonId => ({ PersonId, Name: 'Jana', Surname: 'Nováková' }));
  await call('person/upsert', { Persons });
}

/** Rows that one sender of requests has to itself. */
export async function makeRows(call: Call): Promise<Known> {
  const cards = Array.from({ length: 3 }, () => randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase());
  for (const InternalNrLong of cards)
    await call('identifier/create', { Identifier: { InternalNrLong, Technology: 2, Type: 3 } });
  const visits: string[] = [];
  const visitors: string[] = [];
  for (const steps of [
    '',
    '',
    'verify',
    'verify check',
    'verify check enter',
    'verify check enter end',
    'reject',
  ]) {
    const VisitId = randomUUID();
    const { Visitor } = await call('visit/create', newVisit(VisitId));
    visits.push(VisitId);
    visitors.push((Visitor as { VisitorId: string }).VisitorId);
    for (const step of steps.split(' ').filter(Boolean)) await call(`visit/${step}`, stepOf(step, VisitId));
  }
  return {
    VisitId: visits,
    VisitorId: visitors,
    PersonId: ['100', '200'],
    Structure: units,
    VisitedOrgStructure: units,
    Title: [plain, escorted, training],
    InternalNrLong: cards,
  };
}

const newVisit = (VisitId: string, Title = plain) => ({
  VisitId,
  Visitor: { Name: 'Petr', Surname: 'Svoboda' },
  VisitType: { Title },
  Reason: 'spare parts',
});

function stepOf(step: string, VisitId: string): object {
  if (step === 'verify')
    return { VisitId, Method: 0, Document: { DocNumber: VisitId.slice(0, 8), State: 'CZ', DocType: 0 } };
  if (step === 'reject') return { VisitId, Reason: 'no', ReasonCode: 0 };
  return step === 'end' ? { VisitId, Reason: '' } : { VisitId };
}

/** A visitor who comes and goes, as on any day. */
export async function ordinaryVisit(call: Call): Promise<void> {
  const VisitId = randomUUID();
  await call('visit/create', newVisit(VisitId, ordinary));
  for (const step of ['verify', 'check', 'enter', 'end']) await call(`visit/${step}`, stepOf(step, VisitId));
}
