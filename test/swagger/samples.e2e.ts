import { XMLParser } from 'fast-xml-parser';
import { declaredActions } from '../../src/http/action';
import '../../src/app.module';
import { startDemo, type Demo } from '../support/demo';

interface Shown {
  example?: unknown;
}
interface Operation {
  parameters?: { name: string; in: string; schema?: Shown }[];
  requestBody?: { content: Record<string, Shown> };
  responses: { 200: { content: Record<string, Shown> } };
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
}

const DAY_MS = 86_400_000;
const actions = declaredActions();
let demo: Demo;
let document: Document;
let token: string;

async function start(): Promise<void> {
  demo = await startDemo({ TOKEN_TTL_SECONDS: '600' });
  token = await logIn();
  document = (await (await fetch(`${demo.url}/openapi.json`)).json()) as Document;
}

async function logIn(): Promise<string> {
  const answer = await fetch(`${demo.url}/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ UserLogin: demo.login, ApiKey: demo.key }),
  });
  return ((await answer.json()) as { Token: string }).Token;
}

/** As Swagger UI sends it when Execute is pressed and nothing was typed. */
async function press(path: string, type: string): Promise<Response> {
  const [[verb, operation] = ['', undefined]] = Object.entries(document.paths[`/${path}`] ?? {});
  if (!operation) throw new Error(`${path} is not documented`);
  const query = (operation.parameters ?? [])
    .filter(({ schema }) => schema?.example !== undefined)
    .map(({ name, schema }): [string, string] => [name, String(schema?.example)]);
  const body = operation.requestBody?.content[type]?.example;
  return fetch(`${demo.url}/${path}?${new URLSearchParams(query).toString()}`, {
    method: verb.toUpperCase(),
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': type, Accept: type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const sampleAnswer = (path: string, verb: string, type = 'application/json') =>
  document.paths[`/${path}`]?.[verb.toLowerCase()]?.responses[200].content[type]?.example;

const xml = new XMLParser({ parseTagValue: false });
/** A list of one looks like one item in XML. */
const treeOf = (text: unknown, type: string): unknown =>
  typeof text === 'string' ? (type === 'application/xml' ? xml.parse(text) : JSON.parse(text)) : text;

/** Differ from day to day, from run to run, or with what was pressed before. */
const changing = new Set(
  (
    'Token ExpireDate IdentifierEntryCode IdentifierEntryCodeQR TimeLastChange Time RequestId Address UserLogin ' +
    'TotalCount ValidFrom ValidTo Photo Size ExpireInSec'
  ).split(' '),
);

/** What a sample shows and an answer lacks. */
function missing(sample: unknown, answer: unknown, path: string): string[] {
  const name = path.split('/').at(-1) ?? '';
  // Which visit was made before, and what became of it, depends on the order in which they are made and pressed.
  if (path.includes('/LastVisit/')) return sample === undefined || answer === undefined ? [path] : [];
  if (sample === null || answer === null || typeof sample !== typeof answer)
    return sample === answer ? [] : [`${path}: ${JSON.stringify(answer)}`];
  if (Array.isArray(sample) || Array.isArray(answer)) {
    const rows = [answer].flat();
    return [sample].flat().flatMap(item => {
      const faults = rows.map(row => missing(item, row, path));
      if (faults.some(each => each.length === 0)) return [];
      return [`${path}: no such item`, ...(faults.sort((a, b) => a.length - b.length)[0] ?? [])];
    });
  }
  if (typeof sample === 'object') {
    const names = Object.keys({ ...sample, ...(answer as object) });
    return names.flatMap(each =>
      missing(
        (sample as Record<string, unknown>)[each],
        (answer as Record<string, unknown>)[each],
        `${path}/${each}`,
      ),
    );
  }
  if (changing.has(name)) return [];
  return sample === answer ? [] : [`${path}: ${JSON.stringify(answer)}`];
}

describe.each(['application/json', 'application/xml'])('every sample works as it stands: %s', type => {
  beforeAll(start, 60_000);
  afterAll(() => demo.stop());

  it.each(actions)('$path', async ({ path, verb, response }) => {
    const answer = await press(path, type);
    if (typeof response !== 'function') {
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
      return;
    }
    const text = await answer.text();
    expect([answer.status, answer.status === 200 ? '' : text]).toEqual([200, '']);
    expect(answer.headers.get('content-type')).toContain(type);
    const faults = missing(treeOf(sampleAnswer(path, verb, type), type), treeOf(text, type), '');
    // The id of a new visitor is the service's. XML leaves out what is null, and the visit before may have been another.
    const expected = path === 'visitor/create' ? /\/Visitor\/VisitorId/ : /^\/Response\/LastVisit\//;
    expect(faults.filter(fault => !expected.test(fault))).toEqual([]);
  });
});

describe('the samples', () => {
  beforeAll(start, 60_000);
  afterAll(() => demo.stop());

  it('have no key that makes a second press a repeat of the first', () => {
    expect(JSON.stringify(document)).not.toMatch(/"name":"Idempotency-Key"[^{}]*\{[^{}]*\}[^{}]*"example"/);
  });

  it('of schedule announces somebody for tomorrow', () => {
    const { VisitDate } = document.paths['/visit/schedule']?.post?.requestBody?.content['application/json']
      ?.example as { VisitDate: string };
    expect(Date.parse(VisitDate)).toBeGreaterThan(Date.now());
    expect(Date.parse(VisitDate)).toBeLessThan(Date.now() + 2 * DAY_MS);
  });

  it('of an answer shows another visit as the last one', () => {
    for (const { path, verb } of actions) {
      const { VisitId, LastVisit } = (sampleAnswer(path, verb) ?? {}) as {
        VisitId?: string;
        LastVisit?: { VisitId: string } | null;
      };
      if (VisitId && LastVisit) expect([path, LastVisit.VisitId]).not.toEqual([path, VisitId]);
    }
  });
});
