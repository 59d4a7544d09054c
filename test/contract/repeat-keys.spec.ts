import type { KeyedCall, RepeatKeys } from '../../src/idempotency/application/ports';
import { KEPT_MS, type WrittenAnswer } from '../../src/idempotency/domain/key-record';
import { TypeOrmRepeatKeys } from '../../src/idempotency/infrastructure/type-orm-repeat-keys';
import { guid } from '../fakes/examples';
import { FakeRepeatKeys } from '../fakes/fake-repeat-keys';
import { openOwn } from './visit-storage';
import { engineName } from '../support/engine';

interface Opened {
  keys: RepeatKeys;
  /** Changes something. */
  change: () => Promise<unknown>;
  close: () => Promise<void>;
}

function openFake(): Promise<Opened> {
  const keys = new FakeRepeatKeys();
  return Promise.resolve({ keys, change: () => keys.change(), close: () => Promise.resolve() });
}

async function openTypeOrm(): Promise<Opened> {
  const { database, close } = await openOwn();
  const change = () => database.write(manager => manager.query('DELETE FROM visit'));
  return { keys: new TypeOrmRepeatKeys(database), change, close };
}

const at = new Date('2026-11-23T09:00:00.000Z');
const later = new Date(at.getTime() + KEPT_MS);
const nobody = () => false;
const answer: WrittenAnswer = {
  ...{ status: 403, type: 'application/json', body: 'ž <&>', error: 'VisitGone' as const },
  shows: [{ agenda: 'Visits', right: 'View', id: guid(1) }],
};

function call(n: number, members: Partial<KeyedCall> = {}): KeyedCall {
  return { userId: guid(1), keyDigest: 'k'.repeat(64), fingerprint: 'f', attempt: guid(n), ...members };
}

const opened: readonly [string, () => Promise<Opened>][] = [
  ['fake', openFake],
  [engineName, openTypeOrm],
];

describe.each(opened)('RepeatKeys (%s)', (_, open) => {
  let keys: RepeatKeys;
  let change: Opened['change'];
  let close: Opened['close'];
  const holder = async (of: KeyedCall, now = at, isUnderWay = nobody) =>
    (await keys.reserve(of, now, isUnderWay)).attempt;

  beforeEach(async () => {
    ({ keys, change, close } = await open());
  });
  afterEach(() => close());

  it('gives a key to the first call, and its record to those that come while it works', async () => {
    expect(await holder(call(1))).toBe(guid(1));
    const second = await keys.reserve(call(2, { fingerprint: 'g' }), at, attempt => attempt === guid(1));
    expect(second).toMatchObject({ attempt: guid(1), fingerprint: 'f', committed: false, answer: null });
    expect(second.createdAt).toEqual(at);
  });

  it('keeps the keys of users apart, and the keys of a user', async () => {
    await keys.reserve(call(1), at, nobody);
    const everybody = () => true;
    expect(await holder(call(2, { userId: guid(2) }), at, everybody)).toBe(guid(2));
    expect(await holder(call(3, { keyDigest: 'l'.repeat(64) }), at, everybody)).toBe(guid(3));
  });

  it('gives a key on from a call that is gone and has changed nothing', async () => {
    await keys.reserve(call(1), at, nobody);
    expect(await holder(call(2, { fingerprint: 'g' }))).toBe(guid(2));
    const third = await keys.reserve(call(3), at, () => true);
    expect(third).toMatchObject({ attempt: guid(2), fingerprint: 'g' });
  });

  it('gives no key on from a call that has changed something', async () => {
    await keys.reserve(call(1), at, nobody);
    await keys.during(call(1), async () => {
      await change();
      await change();
    });
    expect(await keys.reserve(call(2), at, nobody)).toMatchObject({ attempt: guid(1), committed: true });
  });

  it('notes no change that is made before, after, or beside', async () => {
    await change();
    await keys.reserve(call(1), at, nobody);
    await keys.during(call(1), () => Promise.resolve());
    await change();
    expect(await holder(call(2))).toBe(guid(2));
  });

  it('lets a call that has lost its key change nothing', async () => {
    await keys.reserve(call(1), at, nobody);
    await keys.reserve(call(2), at, nobody);
    await expect(keys.during(call(1), change)).rejects.toMatchObject({ code: 'IdempotencyKeyBusy' });
    await keys.keep(call(1), answer);
    expect(await keys.reserve(call(3), at, () => true)).toMatchObject({ attempt: guid(2), answer: null });
  });

  it('keeps an answer, and gives the key to nobody else', async () => {
    await keys.reserve(call(1), at, nobody);
    await keys.keep(call(1), answer);
    expect(await keys.reserve(call(2), at, nobody)).toMatchObject({ attempt: guid(1), answer });
  });

  it('forgets a key after 24 hours with all that was kept under it', async () => {
    await keys.reserve(call(1), at, nobody);
    await keys.during(call(1), change);
    await keys.keep(call(1), answer);
    expect(await holder(call(2), new Date(later.getTime() - 1))).toBe(guid(1));
    expect(await holder(call(2), later)).toBe(guid(2));
    expect(await keys.reserve(call(3), later, () => true)).toMatchObject({ committed: false, answer: null });
  });
});
