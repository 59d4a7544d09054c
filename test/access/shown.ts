import { office, production } from '../support/seed';
import { missing, records } from './records';
import { type Kind, type Letter, may, type VisitName, visitNames } from './users';

/** One request, and what comes of it for a user: the number of the refusal, or the names of the secrets that are shown. */
export interface Case {
  /** @param id of a visit: a new one, or one that is as `copy` says */
  readonly request: (id: string) => object;
  /** The visit is a copy of this one, in this state. */
  readonly copy?: { readonly of: VisitName; readonly state: number };
  readonly outcome: (user: Kind) => number | readonly string[];
}

export interface Row {
  /** Agenda, right, and the number for who lacks it, in the order in which they are asked. */
  readonly needs: readonly string[];
  readonly cases: readonly Case[];
}

export const nothing = (): readonly string[] => [];
export const visitorOf = (visit: VisitName) => records[visit].visitor;
/** Of each visitor, the newest visit. */
export const newest: readonly VisitName[] = ['anna', 'bora', 'cyril', 'olga'];
const newestOf = (visit: VisitName): VisitName => (visit === 'cyrilBefore' ? 'cyril' : visit);
const holds = (user: Kind, agenda: keyof Kind['privileges'], right: string) =>
  (user.privileges[agenda] as readonly string[] | undefined)?.includes(right) ?? false;

export function named(visit: VisitName): string[] {
  const { Name } = visitorOf(visit);
  return [`${Name} id`, `${Name} name`];
}

/** What is on file beside the name. */
export function file(visit: VisitName): string[] {
  const { Name } = visitorOf(visit);
  return ['birth', 'company', 'email', 'phone', 'language', 'document'].map(member => `${Name} ${member}`);
}

/** A visit but for its visitor. */
function partsOf(visit: VisitName): string[] {
  const { unit, host, card } = records[visit];
  return [
    ...['plate', 'model', 'freight', 'reason'].map(member => `${visit} ${member}`),
    `host ${host}`,
    ...(unit === production ? ['unit A'] : unit === office ? ['unit B'] : []),
    ...(card ? [`card ${card}`] : []),
  ];
}

/** What an answer shows of a visit, and of the one before it. */
export function answer(user: Kind, visit: VisitName, last: VisitName | null): string[] {
  return [
    ...partsOf(visit),
    ...named(visit),
    ...(may(user, 'f', visit) ? file(visit) : []),
    ...(last && may(user, 'v', last) ? partsOf(last) : []),
  ];
}

type Shown = (user: Kind, visit: VisitName) => readonly string[];

/** Of every visit, and of one that there is not. */
export function reading(
  request: (id: string) => object,
  shown: Shown,
  isCovered = (user: Kind, visit: VisitName) => may(user, 'v', visit),
): Case[] {
  return [
    ...visitNames.map(visit => ({
      request: () => request(records[visit].id),
      outcome: (user: Kind) => (isCovered(user, visit) ? shown(user, visit) : 1537),
    })),
    { request: () => request(missing), outcome: () => 1540 },
  ];
}

/** Entry codes ask for another privilege, and for the record permission on visits. */
export const byRecordAlone = ({ covers }: Kind, visit: VisitName) => covers[visit].includes('v');

/** A command, on copies of every visit: the visit before a copy is the newest of the same visitor. */
export function command(state: number, members: object, refusal = 9105, shown?: Shown): Row {
  const letter = refusal === 1537 ? 'v' : 'e';
  const right = refusal === 1537 ? 'View 1516' : 'Edit 9104';
  const inCopy: Shown = (user, visit) => answer(user, visit, newestOf(visit));
  return {
    needs: [`Visits ${right}`],
    cases: [
      ...visitNames.map(visit => ({
        request: (VisitId: string) => ({ VisitId, ...members }),
        copy: { of: visit, state },
        outcome: (user: Kind) => (may(user, letter, visit) ? (shown ?? inCopy)(user, visit) : refusal),
      })),
      { request: () => ({ VisitId: missing, ...members }), outcome: () => 1540 },
    ],
  };
}

/** The ways to mean a visitor who is on file. */
export function meant(visit: VisitName): [object, isNamed: boolean][] {
  const { VisitorId, Name, Surname, Document, Email, DateOfBirth } = visitorOf(visit);
  const wrong = { Name: 'Somebody', Surname: 'Else' };
  return [
    [{ VisitorId, Name, Surname }, true],
    [{ Name, Surname, Document }, true],
    [{ Name, Surname, Email }, true],
    [{ Name, Surname, DateOfBirth }, true],
    [{ ...wrong, VisitorId }, false],
    [{ ...wrong, Document }, false],
  ];
}

/** Who may not view the visitor is told what they sent, and nothing where they do not know the name. */
export function beginning(members: object): Row {
  const cases = newest.flatMap(visit =>
    meant(visit).map(([Visitor, isNamed]): Case => ({
      request: VisitId => ({ VisitId, Visitor, VisitType: { Title: 'Delivery' }, Reason: '', ...members }),
      outcome: user => {
        const isViewed = may(user, 'f', visit);
        if (!isViewed && !isNamed) return 1538;
        return [
          ...(isViewed ? [...named(visit), ...file(visit)] : []),
          ...(may(user, 'v', visit) ? partsOf(visit) : []),
        ];
      },
    })),
  );
  return { needs: ['Visits New 9103'], cases };
}

const query = (visit: VisitName) => ({ VisitorId: visitorOf(visit).VisitorId });

/** Of every visitor, and of one that there is not. */
export function onFile(
  request: (id: { VisitorId: string }) => object,
  shown: Shown,
  letter: Letter = 'f',
  refusal = 1538,
): Case[] {
  return [
    ...newest.map(visit => ({
      request: () => request(query(visit)),
      outcome: (user: Kind) => (may(user, letter, visit) ? shown(user, visit) : refusal),
    })),
    { request: () => request({ VisitorId: missing }), outcome: () => 9202 },
  ];
}

/** A row of a list of visits. */
function listed(user: Kind, visit: VisitName): string[] {
  const members = [`${visit} plate`, `${visit} reason`, `host ${records[visit].host}`, ...named(visit)];
  return holds(user, 'Identifiers', 'View') ? [...members, `${visit} code`] : members;
}

function listOf(request: object, isListed: (user: Kind, visit: VisitName) => boolean): Case {
  const outcome = (user: Kind) =>
    visitNames.filter(visit => isListed(user, visit)).flatMap(visit => listed(user, visit));
  return { request: () => request, outcome };
}

const isOf = (one: VisitName, other: VisitName) => visitorOf(one) === visitorOf(other);

export const visitLists: Case[] = [
  listOf({}, (user, visit) => may(user, 'v', visit)),
  listOf({ Cursor: '' }, (user, visit) => may(user, 'v', visit)),
  ...newest.flatMap(asked => {
    const { Surname, Email, PhoneNumber, Company, Document } = visitorOf(asked);
    return [
      listOf({ Visitor: Surname }, (user, visit) => isOf(visit, asked) && may(user, 'v', visit)),
      // By what is not shown, nothing is found.
      ...[Email, PhoneNumber, Company, Document.DocNumber].map(Visitor =>
        listOf(
          { Visitor },
          (user, visit) => isOf(visit, asked) && may(user, 'v', visit) && may(user, 'f', visit),
        ),
      ),
    ];
  }),
];

export function byDocument(visit: VisitName): Case[] {
  const { Name, Surname, Document } = visitorOf(visit);
  const viewable = (user: Kind) => visitNames.findLast(other => isOf(other, visit) && may(user, 'v', other));
  return [
    {
      request: () => ({ ...Document, Name, Surname }),
      outcome: user => {
        if (!may(user, 'f', visit)) return 1538;
        const last = viewable(user);
        return [...named(visit), ...file(visit), ...(last ? partsOf(last) : [])];
      },
    },
    { request: () => ({ ...Document, Name: 'Somebody', Surname: 'Else' }), outcome: nothing },
  ];
}

const units = { production: 'unit A', office: 'unit B' };
type Place = keyof typeof units;

/** The persons and units of A and B that a user may view; `own` has none. */
function places(user: Kind, agenda: 'Persons' | 'OrganizationalStructure'): Place[] {
  const permission = user.recordPermissions[agenda]?.View ?? 'All';
  if (permission === 'All') return ['production', 'office'];
  if (permission === 'Own') return [];
  return permission.includes(production) ? ['production'] : ['office'];
}
const hostOf = (place: Place): string => (place === 'production' ? '100' : '200');
export const persons = (user: Kind) => places(user, 'Persons').map(hostOf);
export const structure = (user: Kind) => places(user, 'OrganizationalStructure').map(place => units[place]);

export const cards = ['AA1', 'AA2', 'AA4', 'AA5'];
export const cardsOf = (user: Kind) => (user.recordPermissions.Identifiers ? ['AA5'] : cards);
