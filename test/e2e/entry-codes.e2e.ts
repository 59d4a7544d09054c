import { randomUUID } from 'node:crypto';
import type { TestLogin } from '../support/seed';
import { TestApp } from '../support/test-app';
import { newVisit, stored, visitIn } from '../support/visits';
import { type Answer, envelopeOf, formats } from '../support/wire';

const blocked = [401, 1008, 'Request rate policy violated for [reception]'];

describe.each(formats)('guessing entry codes in %s', format => {
  let app: TestApp;
  let VisitId: string;
  let right: string;
  let wrong: string;

  beforeEach(async () => {
    app = await TestApp.start({ TRUSTED_PROXIES: '127.0.0.1' });
    VisitId = await visitIn(app, 0);
    right = await codeOf(VisitId);
    wrong = right === '000000' ? '000001' : '000000';
  });
  afterEach(() => app.stop());

  async function codeOf(visitId: string): Promise<string> {
    const { body } = await app.fetch('visit/getIdentifierEntryCode', { VisitId: visitId }, { format });
    return body.IdentifierEntryCode ?? '';
  }

  const verify = (members: object, as: TestLogin = 'reception', address = '10.0.0.1') =>
    app.send(
      'visit/verify',
      { VisitId, Method: 1, ...members },
      { format, as, headers: { 'X-Forwarded-For': address } },
    );

  const guess = (EntryCode: string) => verify({ EntryCode });

  async function guessWrongly(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) expect(codeIn(await guess(wrong))).toBe(9106);
  }

  it('has five tries a minute; the sixth is answered 1008, wrong or right, and changes nothing', async () => {
    await guessWrongly(5);
    const before = await stored(app, VisitId);
    for (const code of [wrong, right]) {
      const answer = await guess(code);
      expect([answer.status, codeIn(answer), envelopeOf(answer).Message]).toEqual(blocked);
      expect(answer.headers['retry-after']).toBe('60');
    }
    expect(await stored(app, VisitId)).toEqual(before);
  });

  it('has a try again a minute after the first one, and one only', async () => {
    for (let time = 0; time < 5; time += 1) {
      await guessWrongly(1);
      app.clock.advance(10_000);
    }
    expect((await guess(wrong)).headers['retry-after']).toBe('10');
    app.clock.advance(10_000);
    await guessWrongly(1);
    expect(codeIn(await guess(right))).toBe(1008);
    app.clock.advance(10_000);
    expect((await guess(right)).body.State).toBe(2);
  });

  it('looks at five codes when twenty come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess(wrong)));
    expect(answers.map(codeIn).sort()).toEqual([
      ...Array.from({ length: 15 }, () => 1008),
      ...Array.from({ length: 5 }, () => 9106),
    ]);
  });

  it('is not made harder by right codes, nor by what is refused before the code is looked at', async () => {
    const over = await visitIn(app, 8);
    for (let time = 0; time < 6; time += 1) {
      expect(codeIn(await verify({ VisitId: randomUUID(), EntryCode: wrong }))).toBe(1540);
      expect(codeIn(await verify({ VisitId: over, EntryCode: wrong }))).toBe(9102);
      expect(codeIn(await verify({}))).toBe(1002);
    }
    await guessWrongly(4);
    for (let time = 0; time < 6; time += 1) {
      const other = await visitIn(app, 0);
      const answer = await verify({ VisitId: other, EntryCode: await codeOf(other) });
      expect(answer.body.State).toBe(2);
    }
    await guessWrongly(1);
    expect(codeIn(await guess(wrong))).toBe(1008);
  });

  it('counts the right code on another day', async () => {
    const planned = randomUUID();
    const body = newVisit({ VisitId: planned, VisitDate: '2026-11-25T13:00:00Z' });
    await app.send('visit/schedule', body, { format });
    const EntryCode = await codeOf(planned);
    for (let time = 0; time < 5; time += 1)
      expect(codeIn(await verify({ VisitId: planned, EntryCode }))).toBe(9106);
    expect(codeIn(await verify({ VisitId: planned, EntryCode }))).toBe(1008);
  });

  it('tells who has no try left nothing, of a visit no more than of its code', async () => {
    await guessWrongly(5);
    const over = await visitIn(app, 7);
    for (const id of [randomUUID(), over]) {
      expect(codeIn(await verify({ VisitId: id, EntryCode: right }))).toBe(1008);
    }
    expect(codeIn(await verify({ EntryCode: null }))).toBe(1002);
  });

  it('stops neither other users, nor the same from elsewhere, nor other ways to verify', async () => {
    await guessWrongly(5);
    expect(codeIn(await verify({ EntryCode: wrong }, 'gate'))).toBe(9106);
    expect(codeIn(await verify({ EntryCode: wrong }, 'reception', '10.0.0.2'))).toBe(9106);
    const Document = { DocNumber: 'P-1', State: 'CZ', DocType: 0 };
    expect((await verify({ Method: 0, Document })).body.State).toBe(2);
    VisitId = await visitIn(app, 0);
    expect((await verify({ Method: 2 })).body.State).toBe(2);
  });
});

function codeIn(answer: Answer): number | null {
  return envelopeOf(answer).Code;
}
