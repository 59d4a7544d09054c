import { randomUUID } from 'node:crypto';
import { VisitRow } from '../../src/visits';
import type { TestLogin } from '../support/seed';
import { holdWriter, untilWaiting, whileBroken, whileFull, whileLocked } from '../support/storage';
import { engine, onSqlite } from '../support/engine';
import { expired, forged, licensed, notYetValid } from '../support/licences';
import { type Settings, type SettingsIn, TestApp } from '../support/test-app';
import { end, newVisit, stored, visitIn } from '../support/visits';
import { type Answer, envelopeOf, formats, mediaTypes } from '../support/wire';

const unknownToken = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

describe.each(formats)('visit/end in %s', format => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  function expectRefusal(answer: Answer, [status, Code, Message]: [number, number | null, string]): void {
    expect({ status: answer.status, ...envelopeOf(answer) }).toMatchObject({ status, Code, Message });
    expect(answer.type).toBe(`${mediaTypes[format]}; charset=utf-8`);
    expect(answer.headers['x-request-id']).toBe(envelopeOf(answer).RequestId);
    if (format === 'xml' && Code === null) expect(answer.text).not.toContain('<Code');
  }

  /** The visit, its history and the cards are after the call what they were before. */
  async function expectUnchanged(visitId: string, call: () => Promise<Answer>, by = app): Promise<Answer> {
    const before = await stored(by, visitId);
    const answer = await call();
    expect(await stored(by, visitId)).toEqual(before);
    return answer;
  }

  it('0: the visit has left, and the answer is the whole visit', async () => {
    const visitId = await visitIn(app, 6, { Identifier: { InternalNrLong: 'beef' } });

    const answer = await end(app, visitId, { format });

    expect(answer.status).toBe(200);
    expect(answer.type).toBe(`${mediaTypes[format]}; charset=utf-8`);
    expect(answer.body).toMatchObject({
      VisitId: visitId,
      State: 7,
      Reason: 'spare parts',
      Visitor: { Name: 'Petr', Surname: 'Svoboda' },
      Identifier: { InternalNrLong: 'BEEF', Status: 0 },
    });
    const { visit, history } = await stored(app, visitId);
    expect(visit).toMatchObject([{ state: 7, entry_code: null, valid_to: app.clock.now().toISOString() }]);
    expect(history.at(-1)).toMatchObject({
      command: 'end',
      from_state: 6,
      to_state: 7,
      reason: 'left by the main gate',
      login: 'reception',
      address: '127.0.0.1',
      request_id: answer.headers['x-request-id'],
    });
  });

  it('0: from state 5, in braces and capitals, with an empty reason', async () => {
    const visitId = await visitIn(app, 5);

    const answer = await app.send(
      'visit/end',
      { VisitId: `{${visitId.toUpperCase()}}`, Reason: '' },
      { format },
    );

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ VisitId: visitId, State: 7 });
  });

  describe('1002', () => {
    const refusal: [number, number, string] = [
      400,
      1002,
      'Entry parameter missing or parameter bindigs failed',
    ];

    it.each<[string, object, string[]]>([
      ['no member at all', {}, ['VisitId', 'Reason']],
      ['both null', { VisitId: null, Reason: null }, ['VisitId', 'Reason']],
      ['an id that is none', { VisitId: 'x', Reason: '' }, ['VisitId']],
      ['one brace', { VisitId: '{5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11', Reason: '' }, ['VisitId']],
      ['an empty id', { VisitId: '', Reason: '' }, ['VisitId']],
      ['an object for the id', { VisitId: { Id: 1 }, Reason: '' }, ['VisitId']],
    ])('%s', async (_, body, fields) => {
      const answer = await app.send('visit/end', body, { format });

      expectRefusal(answer, refusal);
      expect(envelopeOf(answer).Details.map(({ Field }) => Field)).toEqual(fields);
    });

    it.each<[string, object]>([
      ['no reason', {}],
      ['a reason that is null', { Reason: null }],
      ['a reason of 4001 characters', { Reason: 'x'.repeat(4001) }],
    ])('%s', async (_, members) => {
      const visitId = await visitIn(app, 6);
      const answer = await expectUnchanged(visitId, () =>
        app.send('visit/end', { VisitId: visitId, ...members }, { format }),
      );

      expectRefusal(answer, refusal);
      expect(envelopeOf(answer).Details.map(({ Field }) => Field)).toEqual(['Reason']);
    });

    it.each(['', '{', '<Request>', 'null', '[]', '"text"'])('the body %j', async text => {
      expectRefusal(await app.send('visit/end', text, { format }), refusal);
    });

    it('no token', async () => {
      const visitId = await visitIn(app, 6);
      const body = { VisitId: visitId, Reason: '' };
      const answer = await expectUnchanged(visitId, () =>
        app.send('visit/end', body, { format, token: null }),
      );

      expectRefusal(answer, refusal);
      expect(envelopeOf(answer).Details.map(({ Field }) => Field)).toEqual(['Token']);
    });

    it('a token that is no GUID', async () => {
      const visitId = await visitIn(app, 6);
      const answer = await expectUnchanged(visitId, () => end(app, visitId, { format, token: 'me' }));

      expectRefusal(answer, refusal);
    });
  });

  it('a reason of 4000 characters passes', async () => {
    const visitId = await visitIn(app, 6);
    const Reason = 'ř'.repeat(4000);

    const answer = await app.send('visit/end', { VisitId: visitId, Reason }, { format });

    expect(answer.status).toBe(200);
    expect((await stored(app, visitId)).history.at(-1)).toMatchObject({ reason: Reason });
  });

  it('1000: a token that nobody issued', async () => {
    const visitId = await visitIn(app, 6);
    const answer = await expectUnchanged(visitId, () => end(app, visitId, { format, token: unknownToken }));

    expectRefusal(answer, [401, 1000, `Token ${unknownToken} not found`]);
  });

  it('1001: a token that is 20 seconds old', async () => {
    const visitId = await visitIn(app, 6);
    const token = await app.token();
    app.clock.advance(20_000);
    const answer = await expectUnchanged(visitId, () => end(app, visitId, { format, token }));

    expectRefusal(answer, [401, 1001, `Token ${token} already expired`]);
  });

  it('1008: the third request in a minute of a user who has two', async () => {
    const visitId = await visitIn(app, 6);
    await app.fetch('visit/get', { VisitId: visitId }, { as: 'slow' });
    await app.fetch('visit/get', { VisitId: visitId }, { as: 'slow' });
    const answer = await expectUnchanged(visitId, () => end(app, visitId, { format, as: 'slow' }));

    expectRefusal(answer, [401, 1008, 'Request rate policy violated for [slow]']);
    expect(answer.headers['retry-after']).toBe('60');
    app.clock.advance(60_000);
    expect((await end(app, visitId, { format, as: 'slow' })).status).toBe(200);
  });

  it.each<[TestLogin, number, number, string]>([
    ['elsewhere', 401, 1006, 'Ip filter violated for ip client address [127.0.0.1]'],
    ['unreadable', 401, 1007, 'Ip filter [10.0.0.0/99] parsing failed'],
    ['nobody', 403, 1516, 'Privilege View of agenda Visits violated'],
    ['host', 403, 1537, 'Record permission View of agenda Visits violated'],
    ['foreman', 403, 1537, 'Record permission View of agenda Visits violated'],
  ])('%s is refused with %i/%i', async (as, status, code, message) => {
    const visitId = await visitIn(app, 6);
    const answer = await expectUnchanged(visitId, () => end(app, visitId, { format, as }));

    expectRefusal(answer, [status, code, message]);
  });

  it.each<[string, Settings | SettingsIn]>([
    ['expired', expired],
    ['not yet valid', notYetValid],
    ['forged', forged],
    ['for another agenda', licensed({ agendas: ['Visitors'] })],
    ['missing', { LICENCE_FILE: '/nowhere/l', LICENCE_PUBLIC_KEY_FILE: '/nowhere/k' }],
  ])('8: the licence is %s', async (_, licence) => {
    const unlicensed = await TestApp.start(licence);
    try {
      expectRefusal(await end(unlicensed, randomUUID(), { format }), [403, 8, 'Not licensed']);
    } finally {
      await unlicensed.stop();
    }
  });

  it('8: the licence runs out while the visitor is in the area', async () => {
    const licence = licensed({ expires: new Date('2026-11-23T10:00:00Z') });
    const soon = await TestApp.start(licence);
    try {
      const visitId = await visitIn(soon, 6);
      soon.clock.advance(3_600_000);
      const answer = await expectUnchanged(visitId, () => end(soon, visitId, { format }), soon);

      expectRefusal(answer, [403, 8, 'Not licensed']);
    } finally {
      await soon.stop();
    }
  });

  it.each([0, 1, 2, 3, 4, 7, 8] as const)('1545: from state %i', async state => {
    const visitId = await visitIn(app, state);
    const answer = await expectUnchanged(visitId, () => end(app, visitId, { format }));

    expectRefusal(answer, [403, 1545, `VisitId [${visitId}] cannot be ended`]);
  });

  it('1545 for all but one of 64 that end one visit at once', async () => {
    const visitId = await visitIn(app, 6);
    const token = await app.token();

    const answers = await Promise.all(Array.from({ length: 64 }, () => end(app, visitId, { format, token })));

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expectRefusal(answer, [403, 1545, `VisitId [${visitId}] cannot be ended`]);
    }
    const { history } = await stored(app, visitId);
    expect(history.filter(step => (step as { command: string }).command === 'end')).toHaveLength(1);
  });

  it('1517: the visit is erased after it was found and before it is saved', async () => {
    const visitId = await visitIn(app, 6);
    const held = holdWriter(app, manager => manager.delete(VisitRow, { id: visitId }));
    await held.begun;
    const pending = end(app, visitId, { format });
    await untilWaiting(app, 2);
    await held.release();

    expectRefusal(await pending, [404, 1517, 'Visit not found']);
    expect(await stored(app, visitId)).toMatchObject({ visit: [], history: [] });
  });

  it('1540: no visit has this id', async () => {
    const visitId = randomUUID();
    const answer = await expectUnchanged(visitId, () => end(app, visitId, { format }));

    expectRefusal(answer, [404, 1540, 'Visit not exists']);
  });

  describe('1544', () => {
    const refusal = (reason: string): [number, number, string] => [
      404,
      1544,
      `Updating visit ended with exception ${reason}.`,
    ];

    it('storage busy: another process keeps the write lock for long', async () => {
      const visitId = await visitIn(app, 6);
      const answer = await expectUnchanged(visitId, () =>
        whileLocked(app, () => end(app, visitId, { format })),
      );

      expectRefusal(answer, refusal('storage busy'));
      expect((await end(app, visitId, { format })).status).toBe(200);
    });

    onSqlite('storage full: the disk has no page left', async () => {
      const visitId = await visitIn(app, 6);
      const body = { VisitId: visitId, Reason: 'x'.repeat(4000) };
      const answer = await expectUnchanged(visitId, () =>
        whileFull(app, async () => {
          // What is free in the pages that are there already is used up first.
          let last = await app.send('visit/create', newVisit({ Reason: body.Reason }));
          while (last.status === 200)
            last = await app.send('visit/create', newVisit({ Reason: body.Reason }));
          expect(envelopeOf(last).Message).toBe(refusal('storage full')[2]);
          return app.send('visit/end', body, { format });
        }),
      );

      expectRefusal(answer, refusal('storage full'));
      expect((await app.send('visit/end', body, { format })).status).toBe(200);
    });

    onSqlite('storage unavailable: the file cannot be written any more', async () => {
      const readOnly = await TestApp.start();
      try {
        const visitId = await visitIn(readOnly, 6);
        await readOnly.database.write(manager => manager.query('PRAGMA query_only = 1'));
        const answer = await expectUnchanged(visitId, () => end(readOnly, visitId, { format }), readOnly);

        expectRefusal(answer, refusal('storage unavailable'));
      } finally {
        await readOnly.stop();
      }
    });

    /** Somebody else is faster so many times in a row: between loading and saving, the visit changes. */
    async function endingBehind(visitId: string, times: number): Promise<Answer> {
      const faster = () =>
        holdWriter(app, manager => manager.increment(VisitRow, { id: visitId }, 'version', 1));
      const turnOfLoop = () => new Promise(resolve => setImmediate(resolve));
      let other = faster();
      await other.begun;
      const pending = end(app, visitId, { format });
      for (let round = 1; round <= times; round += 1) {
        await other.begun;
        // The other one, and behind it the request, which has loaded the visit already.
        await untilWaiting(app, 2);
        await turnOfLoop();
        const before = other;
        if (round < times && engine === 'postgres') {
          // Behind the request, whose next try then finds it there.
          other = faster();
          await untilWaiting(app, 3);
        }
        await before.release();
        // On SQLite, the next one stands behind the request's transaction, and not in it.
        await turnOfLoop();
        if (round < times && engine === 'sqlite') other = faster();
      }
      return pending;
    }

    it('concurrent update: somebody else is faster three times in a row', async () => {
      const visitId = await visitIn(app, 6);
      const { history } = await stored(app, visitId);

      expectRefusal(await endingBehind(visitId, 3), refusal('concurrent update'));
      const after = await stored(app, visitId);
      expect(after.visit).toMatchObject([{ state: 6 }]);
      expect(after.history).toEqual(history);
    });

    it('not when somebody else is faster twice', async () => {
      const visitId = await visitIn(app, 6);

      expect((await endingBehind(visitId, 2)).status).toBe(200);
    });
  });

  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['application/octet-stream'],
    ['application/json; charset=utf-16'],
  ])('415: %s', async type => {
    const visitId = await visitIn(app, 6);
    const answer = await expectUnchanged(visitId, () =>
      end(app, visitId, { format, headers: { 'Content-Type': type } }),
    );

    expectRefusal(answer, [
      415,
      null,
      'The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported',
    ]);
  });

  it('500: says nothing but the RequestId, and undoes what it had begun', async () => {
    const visitId = await visitIn(app, 6);
    const before = await stored(app, visitId);

    const answer = await whileBroken(app, 'visit_history', () =>
      end(app, visitId, { format, headers: { 'X-Request-Id': 'my-own.id_1' } }),
    );

    expectRefusal(answer, [
      500,
      null,
      'The request failed in the server. Nothing more is told here; the log has it under RequestId my-own.id_1',
    ]);
    expect(answer.text).not.toMatch(/sqlite|table|visit_history|insert|at .*\.ts/i);
    expect(await stored(app, visitId)).toEqual(before);
    expect((await end(app, visitId, { format })).status).toBe(200);
  });
});
