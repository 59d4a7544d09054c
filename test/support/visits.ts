import { randomUUID } from 'node:crypto';
import { query } from '../../src/database';
import type { TestApp } from './test-app';
import type { TestLogin } from './seed';
import type { Answer, Format } from './wire';

export type State = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
export const states: readonly State[] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** A complete body for visit/create; members can be replaced. */
export function newVisit(members: object = {}) {
  return {
    VisitId: randomUUID(),
    Visitor: { Name: 'Petr', Surname: 'Svoboda' },
    VisitType: { Title: 'Delivery' },
    Reason: 'spare parts',
    ...members,
  };
}

/** Creates a visit, brings it into a state by real calls, and returns its id. */
export async function visitIn(
  app: TestApp,
  state: State,
  members: object = {},
  as: TestLogin = 'reception',
): Promise<string> {
  const type = state === 3 ? 'Contractor' : state === 4 ? 'Guest' : 'Delivery';
  const body = newVisit({ VisitType: { Title: type }, ...members });
  const { VisitId } = body;
  const step = async (action: string, input: object = {}) => {
    const answer = await app.send(`visit/${action}`, { VisitId, ...input }, { as });
    if (answer.status !== 200) throw new Error(`${action}: ${answer.text}`);
  };
  if (state === 1) await step('schedule', { VisitDate: app.clock.now().toISOString(), ...body });
  else await step('create', body);
  if (state === 8) await step('reject', { ReasonCode: 0, Reason: 'denied' });
  if (state < 2 || state === 8) return VisitId;
  await step('verify', { Method: 2 });
  if (state > 2) await step('check');
  if (state > 5) await step('enter');
  if (state === 7) await step('end', { Reason: 'left' });
  return VisitId;
}

/** Creates a visitor by a real call, and returns the id. */
export async function visitorIn(
  app: TestApp,
  members: object = {},
  as: TestLogin = 'reception',
): Promise<string> {
  const VisitorId = randomUUID();
  const Visitor = { VisitorId, Name: 'Petr', Surname: 'Svoboda', ...members };
  const answer = await app.send('visitor/create', { Visitor }, { as });
  if (answer.status !== 200) throw new Error(`visitor/create: ${answer.text}`);
  return VisitorId;
}

export function end(
  app: TestApp,
  visitId: string,
  manner: { as?: TestLogin; format?: Format; token?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return app.send('visit/end', { VisitId: visitId, Reason: 'left by the main gate' }, manner);
}

/** All data of a visit in the database, which a refusal must not change. */
export async function stored(app: TestApp, visitId: string) {
  return app.database.read(async manager => ({
    visit: await query(manager, 'SELECT * FROM visit WHERE id = ?', [visitId]),
    history: await query(
      manager,
      'SELECT h.* FROM visit_history h JOIN visit v ON v.seq = h.visit_seq WHERE v.id = ? ORDER BY h.seq',
      [visitId],
    ),
    cards: await manager.query<object[]>('SELECT internal_nr, held_by FROM identifier ORDER BY seq'),
  }));
}

/** The number of rows of every table, which bad input must not change. */
export async function rowCounts(app: TestApp): Promise<Record<string, number>> {
  const tables = 'visit visit_history visit_photo visitor visitor_activity activity_type identifier'.split(
    ' ',
  );
  return app.database.read(async manager => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const rows = await manager.query<{ n: number }[]>(`SELECT count(*) AS n FROM ${table}`);
      counts[table] = rows[0]?.n ?? -1;
    }
    return counts;
  });
}
