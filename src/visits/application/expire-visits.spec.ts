import { guid, someCaller, someDetails, storedVisit } from '../../../test/fakes/examples';
import { FakeReception } from '../../../test/fakes/fake-reception';
import type { Expired } from './expire-visits';

const caller = someCaller();
const DAY_MS = 86_400_000;

describe('expiring visits', () => {
  let reception: FakeReception;
  let expired: Expired;
  beforeEach(() => {
    reception = new FakeReception();
    expired = { rejected: 0, ended: 0, skipped: 0 };
  });

  const always = () => Promise.resolve(true);
  const run = (mayGoOn = always, hours = 24) => reception.expire.execute(hours, expired, mayGoOn);
  async function begin(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, (_, n) => guid(n + 1));
    for (const id of ids) await reception.create.execute(caller, id, someDetails());
    return ids;
  }
  const letPass = (days: number) => reception.clock.advance(days * DAY_MS);
  const states = async (ids: readonly string[]) =>
    Promise.all(ids.map(async id => (await reception.visits.find(id))?.visit.state));
  async function stepOut(visitId: string): Promise<void> {
    const step = { visitId, reason: '' };
    await reception.verify.execute(caller, { ...step, proof: { by: 'fingerprint' } });
    await reception.move.check(caller, step);
    await reception.move.enter(caller, step);
    await reception.move.stepOut(caller, step);
  }

  it('closes all, batch by batch, and says what has become of them', async () => {
    const ids = await begin(8);
    // Ends the first batch, and its ValidTo is then later than that of the others.
    await stepOut(guid(3));
    letPass(2);
    await run();
    expect(await states(ids)).toEqual([8, 8, 7, 8, 8, 8, 8, 8]);
    expect(expired).toEqual({ rejected: 7, ended: 1, skipped: 0 });
  });

  it('is written down as done by the service, under one id for the run', async () => {
    await begin(4);
    letPass(2);
    await run();
    const steps = await Promise.all(
      [1, 4].map(async n => {
        const { rows } = await reception.visits.history(guid(n), { number: 1, size: 10 });
        return rows.at(-1);
      }),
    );
    expect(steps[0]).toMatchObject({
      command: 'reject',
      reasonCode: 3,
      reason: 'ValidTo was more than 24 h ago',
      at: reception.clock.now(),
      login: 'gatehouse',
      address: '',
    });
    expect(steps[0]?.requestId).toBe(steps[1]?.requestId);
  });

  it('waits for as many hours as it is told', async () => {
    const ids = await begin(1);
    letPass(2);
    await run(always, 48);
    expect(await states(ids)).toEqual([0]);
    await run(always, 24);
    expect(await states(ids)).toEqual([8]);
  });

  it('asks before each batch whether it may go on', async () => {
    const ids = await begin(5);
    letPass(2);
    let asked = 0;
    await run(() => Promise.resolve((asked += 1) === 1));
    expect((await states(ids)).filter(state => state === 8)).toHaveLength(3);
    expect(asked).toBe(2);
  });

  it('leaves alone what others move or erase meanwhile, and goes on', async () => {
    const ids = await begin(5);
    letPass(2);
    reception.visits.interrupt(
      () => reception.elsewhere.erase(guid(1)),
      async () => {
        const visit = (await storedVisit(reception.elsewhere, guid(2)))!;
        visit.reject(1, { at: reception.clock.now(), reason: 'cancelled' });
        await reception.elsewhere.save(visit, caller);
      },
    );
    await run();
    expect(await states(ids)).toEqual([undefined, 8, 8, 8, 8]);
    expect(expired).toEqual({ rejected: 3, ended: 0, skipped: 2 });
  });

  it('ends where the storage fails, and has counted what was stored', async () => {
    const ids = await begin(5);
    letPass(2);
    const fault = new Error('storage busy');
    reception.visits.interrupt(
      () => Promise.resolve(),
      () => Promise.reject(fault),
    );
    await expect(run()).rejects.toBe(fault);
    expect(await states(ids)).toEqual([8, 0, 8, 0, 0]);
    expect(expired).toEqual({ rejected: 2, ended: 0, skipped: 0 });
  });
});
