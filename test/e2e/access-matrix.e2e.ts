import { randomUUID } from 'node:crypto';
import { declaredActions } from '../../src/http/action';
import { VisitHistoryRow, VisitPhotoRow, VisitRow } from '../../src/visits';
import { plant, records, secrets } from '../access/records';
import type { Case, Row } from '../access/shown';
import { table } from '../access/table';
import { type Kind, type KindName, kindNames, kinds } from '../access/users';
import { TestApp } from '../support/test-app';
import type { State } from '../support/visits';
import { type Format, formats, mediaTypes, read, write } from '../support/wire';

/** What an answer came to: the number of a refusal and, sorted, the secrets that it tells and the request does not. */
interface Outcome {
  readonly code: number | null;
  readonly shown: readonly string[];
}

/** Every action, by every kind of user, on records of several owners and units: what is shown, and not only the status. */
describe('the access matrix', () => {
  let app: TestApp;
  let tokens: Record<string, string>;
  beforeAll(async () => {
    app = await TestApp.start();
    tokens = await plant(app);
  });
  afterAll(() => app.stop());

  it('knows every action', () => {
    expect(Object.keys(table).sort()).toEqual(declaredActions().map(routeOf).sort());
  });

  it.each(Object.entries(table))(
    '%s',
    async (route, row) => {
      const wrong: string[] = [];
      for (const name of kindNames) {
        for (const [index, each] of casesFor(row, kinds[name]).entries()) {
          for (const format of formatsOf(row, index)) {
            const expected = expectedOf(row, each, kinds[name]);
            const found = await call(route, each, name, format);
            if (JSON.stringify(found) === JSON.stringify(expected)) continue;
            wrong.push(JSON.stringify({ name, format, request: each.request('…'), expected, found }));
          }
        }
      }
      expect(wrong.slice(0, 20)).toEqual([]);
    },
    60_000,
  );

  async function call(route: string, each: Case, name: KindName, format: Format): Promise<Outcome> {
    const id = each.copy ? await copyOf(each.copy) : randomUUID();
    const [verb = '', action = ''] = route.split(' ');
    const request = each.request(id);
    const query = new URLSearchParams({ Token: tokens[name]!, ...(verb === 'GET' && request) });
    const type = mediaTypes[format];
    // Not by supertest, which takes as long again.
    const answer = await fetch(`http://127.0.0.1:${app.port}/${action}?${query.toString()}`, {
      method: verb,
      headers: { Accept: type, ...(verb === 'POST' && { 'Content-Type': type }) },
      ...(verb === 'POST' && { body: write(format, request) }),
    });
    const text = await answer.text();
    if (verb === 'POST' && answer.ok && action.startsWith('visit/')) await remove(id);
    const code = answer.ok ? null : (read(answer.headers.get('Content-Type') ?? '', text).Code ?? null);
    return outcomeOf(code, text, JSON.stringify(request));
  }

  async function copyOf({ of, state }: NonNullable<Case['copy']>): Promise<string> {
    const id = randomUUID();
    await app.database.write(async manager => {
      const { seq: _, ...like } = await manager.findOneByOrFail(VisitRow, { id: records[of].id });
      await manager.insert(VisitRow, { ...like, id, state: state as State, entryCode: null });
    });
    return id;
  }

  /** So that every request meets the same visits. */
  async function remove(id: string): Promise<void> {
    await app.database.write(async manager => {
      const visit = await manager.findOneBy(VisitRow, { id });
      if (!visit) return;
      await manager.delete(VisitHistoryRow, { visitSeq: visit.seq });
      await manager.delete(VisitPhotoRow, { visitSeq: visit.seq });
      await manager.delete(VisitRow, { id });
    });
  }
});

function routeOf({ verb, path }: { verb: string; path: string }): string {
  return `${verb} ${path}`;
}

/** Who lacks the privilege is refused before anything is looked at: one request tells. */
function casesFor(row: Row, kind: Kind): readonly Case[] {
  return lacking(row, kind) === undefined ? row.cases : row.cases.slice(0, 1);
}

/** Where there are many cases, they take turns. */
function formatsOf({ cases }: Row, index: number): readonly Format[] {
  if (cases.length <= 10) return formats;
  return index % 2 === 0 ? ['json'] : ['xml'];
}

function lacking({ needs }: Row, { privileges }: Kind): number | undefined {
  const needed = needs.map(need => need.split(' ') as [keyof Kind['privileges'], string, string]);
  const lacked = needed.find(
    ([agenda, right]) => !(privileges[agenda] as readonly string[] | undefined)?.includes(right),
  );
  return lacked && Number(lacked[2]);
}

function expectedOf(row: Row, each: Case, kind: Kind): Outcome {
  const outcome = lacking(row, kind) ?? each.outcome(kind);
  if (typeof outcome === 'number') return { code: outcome, shown: [] };
  return { code: null, shown: unsent(outcome, JSON.stringify(each.request(''))) };
}

/** Digits of a GUID, such as the RequestId, can look like an entry code. */
const GUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function outcomeOf(code: number | null, text: string, sent: string): Outcome {
  const withoutGuids = text.replace(GUID, '');
  const isTold = (secret: string) => (/^\d{6}$/.test(secret) ? withoutGuids : text).includes(secret);
  const told = Object.keys(secrets).filter(name => isTold(secrets[name]!));
  const shown = unsent(told, sent);
  return { code, shown: code === null ? shown : shown.filter(name => !name.endsWith(' id')) };
}

function unsent(names: readonly string[], sent: string): string[] {
  return [...new Set(names)].filter(name => !sent.includes(secrets[name]!)).sort();
}
