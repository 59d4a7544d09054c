import { randomUUID } from 'node:crypto';
import type { TestApp } from './test-app';

/** A body for visit/create that lacks nothing; members can be replaced. */
export function newVisit(members: object = {}) {
  return {
    VisitId: randomUUID(),
    Visitor: { Name: 'Petr', Surname: 'Svoboda' },
    VisitType: { Title: 'Delivery' },
    Reason: 'spare parts',
    ...members,
  };
}

/** Makes a visit and takes it to a state by real calls; answers its id. */
export async function visitIn(
  app: TestApp,
  state: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8,
  members: object = {},
): Promise<string> {
  const type = state === 3 ? 'Contractor' : state === 4 ? 'Guest' : 'Delivery';
  const body = newVisit({ VisitType: { Title: type }, ...members });
  const { VisitId } = body;
  const step = async (action: string, input: object = {}) => {
    const answer = await app.call(`visit/${action}`, { VisitId, ...input });
    if (answer.status !== 200) throw new Error(`${action}: ${answer.text}`);
  };
  if (state === 1) await step('schedule', { ...body, VisitDate: app.clock.now().toISOString() });
  else await step('create', body);
  if (state === 8) await step('reject', { ReasonCode: 0, Reason: 'denied' });
  if (state < 2 || state === 8) return VisitId;
  await step('verify', { Method: 2 });
  if (state > 2) await step('check');
  if (state > 5) await step('enter');
  if (state === 7) await step('end', { Reason: 'left' });
  return VisitId;
}
