import { randomUUID } from 'node:crypto';
import type { ActionInfo } from '../../src/http/action';
import { fieldsOf } from '../../src/http/fields';
import { widest } from '../../test/support/widest';
import { write } from '../../test/support/wire';
import { type Given, key, loose, type Site } from './site';

export interface HuntRequest {
  readonly name: string;
  readonly type: 'application/json' | 'application/xml';
  readonly query: Given;
  readonly body?: string;
  readonly withToken: boolean;
}

const wideCharacter = () => 'ß';

/** The members of an action, each with its longest or highest value. */
export function widestOf({ request }: ActionInfo, given: Given = {}): Given {
  return widest(request, wideCharacter, {
    ValidFrom: undefined,
    ValidTo: '2030-01-01T00:00:00.000Z',
    RequiredActivities: undefined,
    Photos: undefined,
    Clear: undefined,
    Cursor: undefined,
    Fields: undefined,
    VisitorId: randomUUID(),
    Structure: levels(30, 0),
    ParentUnit: undefined,
    InternalNrLong: 'F'.repeat(20),
    Status: 0,
    DryRun: false,
    Partial: false,
    PageNumber: 1,
    ...given,
  });
}

/** The longest page of all records. */
const page = Object.fromEntries(
  [
    'State OnSite From To Visitor VisitorId VisitedPersonId VisitedOrgStructure Plate VisitType ChangedSince Sort Fields',
    'Cursor Text Structure ParentUnit DocNumber Email Status Technology Type',
  ]
    .join(' ')
    .split(' ')
    .map(name => [name, undefined]),
);

/** The members of an action in addition to the widest ones. A missing action fails the hunt. */
const own: Record<string, (site: Site) => Given> = {
  login: () => ({}),
  'visit/create': () => ({ VisitId: randomUUID(), ...loose }),
  'visit/schedule': () => ({ VisitId: randomUUID(), ...loose }),
  'visit/getAll': () => page,
  'visitor/getAll': () => page,
  'person/getAll': () => page,
  'orgStructure/getAll': () => page,
  'identifier/getAll': () => page,
  'visit/getStructureAll': () => page,
  'person/get': () => ({ PersonId: key(0) }),
  'orgStructure/get': () => ({ Structure: key(0) }),
  'visit/getPhoto': ({ visit }) => ({ VisitId: visit, PhotoNumber: 1 }),
  'visitor/getActivityAttachment': ({ visitor }) => ({ VisitorId: visitor, ActivityNumber: 1 }),
  'visit/getPersonByName': () => ({ Name: '%ß%', UseDiacritics: 0 }),
  ...Object.fromEntries(
    [
      'visit/verify visit/check visit/approve visit/enter visit/stepOut visit/end visit/reject visit/update visit/addPhoto',
      'visit/get visit/getHistory visit/getTransitions visit/getIdentifierEntryCode visit/getIdentifierEntryCodeImage',
    ]
      .join(' ')
      .split(' ')
      .map(action => [action, ({ visit }: Site) => ({ VisitId: visit, ...loose })]),
  ),
  ...Object.fromEntries(
    [
      'visitor/create visitor/update visitor/get visitor/getActivities visitor/createActivity',
      'visitor/getByDoc',
    ]
      .join(' ')
      .split(' ')
      .map(action => [action, ({ visitor }: Site) => ({ VisitorId: visitor })]),
  ),
  ...Object.fromEntries(
    [
      'visitType/getAll visitType/create visitType/update activityType/getAll activityType/create identifier/create',
      'identifier/update person/upsert orgStructure/upsert',
    ]
      .join(' ')
      .split(' ')
      .map(action => [action, () => ({})]),
  ),
};

export const actionsWithRequests = (): string[] => Object.keys(own);

/** All requests of an action. @throws Error if the action is not listed */
export function requestsOf(action: ActionInfo, site: Site, limit: number): HuntRequest[] {
  const given = own[action.path]?.(site);
  if (!given) throw new Error(`${action.path} has no requests in scripts/hunt/requests.ts`);
  const members = widestOf(action, given);
  if (action.verb === 'GET') {
    return types.map(type => ({ name: `widest ${named(type)}`, type, query: members, withToken: true }));
  }
  const bodies = [...bodiesOf(action, members, limit), ...photosOf(action, members, site)].filter(
    ({ body }) => Buffer.byteLength(body) <= limit,
  );
  return [
    ...bodies.map(({ name, type, body }) => ({ name, type, query: {}, body, withToken: true })),
    // Without a token, only this much is read.
    ...bodies
      .filter(({ body }) => Buffer.byteLength(body) <= 65_536)
      .map(({ name, type, body }) => ({
        name: `${name} without a token`,
        type,
        query: {},
        body,
        withToken: false,
      })),
  ];
}

const types = ['application/json', 'application/xml'] as const;
const named = (type: string) => (type.endsWith('xml') ? 'XML' : 'JSON');

interface Body {
  readonly name: string;
  readonly type: HuntRequest['type'];
  readonly body: string;
}

function* bodiesOf(action: ActionInfo, members: Given, limit: number): Generator<Body> {
  const values = (action.maxValues ?? 20_000) - 1100;
  const trees: Record<string, Given> = {
    widest: members,
    'unknown members': { ...members, ...manyMembers('u', 990) },
    'unknown objects': {
      ...members,
      Unknown: Array.from({ length: Math.floor(values / 900) }, () => manyMembers('u', 890)),
    },
    deep: { ...members, Unknown: deep(29) },
    'a long text': { ...members, Unknown: 'ß'.repeat(Math.floor((limit - 100_000) / 2)) },
    ...listsOf(action, members),
  };
  for (const [name, tree] of Object.entries(trees)) {
    yield { name: `${name} JSON`, type: 'application/json', body: write('json', tree) };
    yield { name: `${name} XML`, type: 'application/xml', body: write('xml', tree) };
  }
  const attributes = Array.from({ length: 900 }, (_, index) => `a${index}="1"`).join(' ');
  const elements = `<U ${attributes}/>`.repeat(Math.floor(values / 910));
  yield {
    name: 'attributes',
    type: 'application/xml',
    body: write('xml', members).replace('</Request>', `${elements}</Request>`),
  };
}

function photosOf({ path }: ActionInfo, members: Given, { photos }: Site): Body[] {
  if (path !== 'visit/addPhoto') return [];
  return Object.entries(photos).map(([name, Photo]) => ({
    name,
    type: 'application/json',
    body: write('json', { ...members, Photo }),
  }));
}

/** The longest lists: of valid rows, of invalid rows, and of nested units. */
function listsOf({ request, path }: ActionInfo, members: Given): Record<string, Given> {
  const list = fieldsOf(request).find(({ rows }) => rows);
  if (!list?.type) return {};
  const max = list.schema.maxItems ?? 0;
  const lists = (row: (index: number) => Given, count = max, more: Given = {}) => ({
    [list.name]: Array.from({ length: count }, (_, index) => row(index)),
    ...more,
  });
  const good = (index: number): Given =>
    path.startsWith('person')
      ? { PersonId: `p${index}`, Name: 'Jana', Surname: 'Nováková' }
      : { Structure: `U${index % 100} - V${index}` };
  const many = (index: number) => ({ ...good(index), ...manyMembers('u', 200) });
  return {
    'the longest list': lists(good),
    'a dry run': lists(good, max, { DryRun: true }),
    'rows at fault': lists(() => ({ Unknown: 1 })),
    'rows at fault in every member': lists(() =>
      Object.fromEntries(Object.keys((members[list.name] as Given[])[0] ?? {}).map(name => [name, {}])),
    ),
    'rows at fault, the others stored': lists(index => (index % 2 ? good(index) : {}), max, {
      Partial: true,
    }),
    twins: lists(() => good(0)),
    'rows of unknown members': lists(many, 1000),
    ...(path.startsWith('orgStructure') && {
      'units of 30 levels': lists(index => ({ Structure: levels(30, index) }), 500),
      'units of 30 levels, at fault': lists(
        index => ({ Structure: levels(30, index), ParentUnit: 'x' }),
        500,
      ),
    }),
  };
}

function manyMembers(prefix: string, count: number): Given {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, index]));
}

function deep(depth: number): Given {
  return depth === 0 ? { a: 1 } : { a: deep(depth - 1) };
}

function levels(count: number, index: number): string {
  return Array.from({ length: count }, (_, level) => `L${level}${level > 1 ? ` ${index}` : ''}`).join(' - ');
}
