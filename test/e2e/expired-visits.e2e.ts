import { Logger } from '@nestjs/common';
import { query } from '../../src/database';
import { VisitExpiry } from '../../src/visits';
import { VisitRepository } from '../../src/visits/application/ports';
import { whileLocked } from '../support/storage';
import { type Settings, TestApp } from '../support/test-app';
import { end, type State, states, stored, visitIn } from '../support/visits';

const HOUR = 3_600_000;
const SETTINGS: Settings = { VISIT_EXPIRE_AFTER_HOURS: '24' };

/** It is 09:00, and visits of the day are valid until the last millisecond before midnight. */
const UNTIL_DUE = (15 + 24) * HOUR - 1;

describe('visits that nobody has closed', () => {
  let app: TestApp;
  let log: jest.SpyInstance;
  let warn: jest.SpyInstance;
  const start = async (settings: Settings = SETTINGS) => {
    app = await TestApp.start(settings);
  };
  beforeEach(() => {
    log = jest.spyOn(Logger.prototype, 'log').mockImplementation();
    warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await app.stop();
  });

  const expiry = () => app.app.get(VisitExpiry);
  const run = () => expiry().run();
  const lines = (spy: jest.SpyInstance) =>
    spy.mock.calls.map(([line]: unknown[]) => line).filter(line => JSON.stringify(line).includes('expire'));
  const visitOf = async (id: string) => {
    const { visit, history } = await stored(app, id);
    return { ...(visit[0] as object), steps: history } as {
      state: State;
      valid_to: string;
      entry_code: string | null;
      version: number;
      steps: Record<string, unknown>[];
    };
  };
  const stateOf = async (id: string) => (await visitOf(id)).state;
  async function steppedOut(): Promise<string> {
    const id = await visitIn(app, 6);
    await app.send('visit/stepOut', { VisitId: id });
    return id;
  }
  /** Few at a time, as all of them are for the same visitor. */
  async function many(count: number): Promise<string[]> {
    const ids: string[] = [];
    while (ids.length < count)
      ids.push(
        ...(await Promise.all(
          Array.from({ length: Math.min(10, count - ids.length) }, () => visitIn(app, 0)),
        )),
      );
    return ids;
  }
  /** What others do when the service knows which visits are overdue, and before it closes them. */
  function meanwhile(work: () => Promise<unknown>): jest.SpyInstance {
    const visits = app.app.get(VisitRepository);
    const overdue = visits.overdue.bind(visits);
    return jest.spyOn(visits, 'overdue').mockImplementationOnce(async (...asked) => {
      const found = await overdue(...asked);
      await work();
      return found;
    });
  }

  it.each(states.slice(0, 6))('in state %i expire, as the history tells', async state => {
    await start();
    const id = await visitIn(app, state, state === 1 ? {} : { Identifier: { InternalNrLong: 'BEEF' } });
    const before = await visitOf(id);
    app.clock.advance(UNTIL_DUE);
    await run();
    expect(await stateOf(id)).toBe(state);
    app.clock.advance(1);
    await run();

    const answer = await app.fetch('visit/get', { VisitId: id });
    expect(answer.body.State).toBe(8);
    const after = await visitOf(id);
    expect(after).toMatchObject({ entry_code: null, valid_to: before.valid_to, version: before.version + 1 });
    const history = await app.fetch('visit/getHistory', { VisitId: id });
    const steps = history.body.History as object[];
    expect(steps).toHaveLength(before.steps.length + 1);
    expect(steps.at(-1)).toEqual({
      Time: '2026-11-25T00:00:00.000Z',
      Command: 'reject',
      FromState: state,
      ToState: 8,
      Reason: 'ValidTo was more than 24 h ago',
      ReasonCode: 3,
      UserLogin: 'gatehouse',
      Address: '',
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    // The card and the code are free again.
    const card = { Identifier: { InternalNrLong: 'BEEF' } };
    expect(await stateOf(await visitIn(app, 0, card))).toBe(0);
    expect(lines(log)).toEqual([{ msg: 'visits have expired', rejected: 1, ended: 0, skipped: 0 }]);
  });

  it('whose visitor has stepped out and never come back are ended', async () => {
    await start();
    const id = await steppedOut();
    app.clock.advance(UNTIL_DUE + 1);
    await run();
    const { state, steps, entry_code } = await visitOf(id);
    expect([state, entry_code]).toEqual([7, null]);
    expect(steps.at(-1)).toMatchObject({
      command: 'end',
      login: 'gatehouse',
      from_state: 5,
      reason_code: null,
    });
    expect(expiry().totals).toEqual({ rejected: 0, ended: 1, skipped: 0 });
  });

  it('but are in the area, or over already, stay as they are', async () => {
    await start();
    const ids = [await visitIn(app, 6), await visitIn(app, 7), await visitIn(app, 8)];
    const before = await Promise.all(ids.map(id => stored(app, id)));
    app.clock.advance(400 * 24 * HOUR);
    await run();
    expect(await Promise.all(ids.map(id => stored(app, id)))).toEqual(before);
    expect(lines(log)).toEqual([]);
  });

  it('stay open where the setting is off, as it is by default', async () => {
    await start({});
    const id = await visitIn(app, 1);
    app.clock.advance(400 * 24 * HOUR);
    await run();
    await expiry().tick();
    expect(await stateOf(id)).toBe(1);
    expect((await app.get('/metrics')).text).toContain('gatehouse_leader 0');
  });

  it('are counted in the metrics of the node that leads', async () => {
    await start();
    await visitIn(app, 0);
    await steppedOut();
    app.clock.advance(UNTIL_DUE + 1);
    await run();
    const { text } = await app.get('/metrics');
    expect(text).toContain('gatehouse_leader 1');
    expect(text).toContain('gatehouse_visits_expired_total{outcome="rejected"} 1');
    expect(text).toContain('gatehouse_visits_expired_total{outcome="ended"} 1');
  });

  it('are taken in batches, until none is left', async () => {
    await start();
    await many(199);
    // The last of the first batch, whose ValidTo changes when it is ended.
    await steppedOut();
    await many(11);
    const batches = jest.spyOn(app.app.get(VisitRepository), 'overdue');
    app.clock.advance(UNTIL_DUE + 1);
    await run();
    const sizes = await Promise.all(batches.mock.results.map(({ value }) => value as Promise<object[]>));
    expect(sizes.map(({ length }) => length)).toEqual([200, 11, 0]);
    expect(lines(log)).toEqual([{ msg: 'visits have expired', rejected: 210, ended: 1, skipped: 0 }]);
  });

  it('are left to whoever moves or erases them meanwhile', async () => {
    await start();
    const [ended, erased, others] = [
      await visitIn(app, 5),
      await visitIn(app, 0),
      [await visitIn(app, 5), await visitIn(app, 2)],
    ];
    app.clock.advance(UNTIL_DUE + 1);
    meanwhile(async () => {
      expect((await end(app, ended)).status).toBe(200);
      await app.database.write(manager => query(manager, 'DELETE FROM visit WHERE id = ?', [erased]));
    });
    await run();
    const { state, steps } = await visitOf(ended);
    expect([state, steps.at(-1)!.login, steps.filter(({ command }) => command === 'end').length]).toEqual([
      7,
      'reception',
      1,
    ]);
    expect(await Promise.all(others.map(stateOf))).toEqual([8, 8]);
    expect(lines(log)).toEqual([{ msg: 'visits have expired', rejected: 2, ended: 0, skipped: 2 }]);
    expect(warn).not.toHaveBeenCalled();
  });

  it('wait for the next run while the storage is busy', async () => {
    await start({ ...SETTINGS, DATABASE_LOCK_TIMEOUT_MS: '300' });
    const ids = [await visitIn(app, 0), await visitIn(app, 1)];
    app.clock.advance(UNTIL_DUE + 1);
    await whileLocked(app, run);
    expect(await Promise.all(ids.map(stateOf))).toEqual([0, 1]);
    expect(lines(warn)).toEqual([
      { msg: 'visits expire later', reason: 'storage busy', rejected: 0, ended: 0, skipped: 0 },
    ]);
    await run();
    expect(await Promise.all(ids.map(stateOf))).toEqual([8, 8]);
  });

  it('are closed once, however often a run is asked for at the same time', async () => {
    await start();
    const id = await visitIn(app, 0);
    app.clock.advance(UNTIL_DUE + 1);
    await Promise.all([run(), run(), expiry().tick()]);
    expect((await visitOf(id)).steps.map(({ command }) => command)).toEqual(['create', 'reject']);
    expect(expiry().totals.skipped).toBe(0);
  });

  it('are looked for once a minute', async () => {
    await start();
    const batches = jest.spyOn(app.app.get(VisitRepository), 'overdue');
    for (const ms of [0, 5000, 54_999, 1, 59_999]) {
      app.clock.advance(ms);
      await expiry().tick();
    }
    expect(batches).toHaveBeenCalledTimes(2);
  });

  it('wait for the next start when the service stops: the batch under way is finished', async () => {
    await start();
    const ids = await many(203);
    app.clock.advance(UNTIL_DUE + 1);
    let closed: Promise<void> | undefined;
    meanwhile(async () => {
      closed = app.app.close();
      await new Promise(resolve => setImmediate(resolve));
    });
    await run();
    await closed;
    expect(lines(log)).toEqual([{ msg: 'visits have expired', rejected: 200, ended: 0, skipped: 0 }]);
    expect(lines(warn)).toEqual([]);
    app = await app.restart();
    const open = async () => (await Promise.all(ids.map(stateOf))).filter(state => state === 0).length;
    expect(await open()).toBe(3);
    await run();
    expect(await open()).toBe(0);
  });
});
