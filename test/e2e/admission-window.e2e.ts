import { TestApp } from '../support/test-app';
import { newVisit, stored, visitIn } from '../support/visits';
import { type Answer, envelopeOf, formats } from '../support/wire';

const minute = 60_000;

/** It is 09:00 UTC on 23 November; the visitor is expected at 15:00. */
describe.each(formats)('when a visit lets its visitor in: %s', format => {
  let app: TestApp;
  let VisitId: string;
  beforeEach(async () => {
    app = await TestApp.start();
    const body = newVisit({ VisitDate: '2026-11-23T15:00:00Z' });
    ({ VisitId } = body);
    await app.send('visit/schedule', body, { format });
    await app.send('visit/verify', { VisitId, Method: 2 }, { format });
  });
  afterEach(() => app.stop());

  const command = (name: string, members: object = {}) =>
    app.send(`visit/${name}`, { VisitId, ...members }, { format });
  const outcome = (answer: Answer): unknown => answer.body.State ?? envelopeOf(answer).Code;

  async function foreseen(name: string): Promise<unknown> {
    const { body } = await app.fetch('visit/getTransitions', { VisitId }, { format });
    const told = (body.Transitions as { Command: string; Code?: number; ClearedBy: object[] }[]).find(
      ({ Command }) => Command === name,
    );
    return [told?.Code ?? null, told?.ClearedBy ?? []];
  }

  it('not before VISIT_EARLY_MINUTES, told from when to when', async () => {
    app.clock.advance(4 * 60 * minute - 1);
    const early = await command('check');
    expect([early.status, envelopeOf(early).Code]).toEqual([403, 9114]);
    expect(envelopeOf(early).Message).toBe(
      `VisitId [${VisitId}] can be checked and entered only from 2026-11-23T13:00:00.000Z to 2026-11-23T23:59:59.999Z`,
    );
    expect(await foreseen('check')).toEqual([9114, [{ Kind: 'time', Name: '2026-11-23T13:00:00.000Z' }]]);
    app.clock.advance(1);
    expect(outcome(await command('check'))).toBe(5);
    expect(outcome(await command('enter'))).toBe(6);
  });

  it('not after its end, and again once the end was moved', async () => {
    app.clock.advance(6 * 60 * minute);
    await command('check');
    app.clock.advance(9 * 60 * minute);
    expect(outcome(await command('enter'))).toBe(9114);
    expect(await foreseen('enter')).toEqual([9114, [{ Kind: 'command', Name: 'update' }]]);
    await command('update', { ValidTo: '2026-11-24' });
    expect(outcome(await command('enter'))).toBe(6);
  });

  it('a guest in the area can stay longer, with another card; nothing else is changed there', async () => {
    app.clock.advance(6 * 60 * minute);
    await command('check');
    await command('enter');
    const longer = await command('update', {
      ValidTo: '2026-11-25T10:00:00Z',
      Identifier: { InternalNrLong: 'BEEF' },
    });
    expect([outcome(longer), longer.body.Identifier]).toEqual([
      6,
      expect.objectContaining({ InternalNrLong: 'BEEF' }),
    ]);
    for (const members of [
      { Reason: 'another' },
      { ValidTo: '2026-11-26', VisitedPerson: { PersonId: '100' } },
    ]) {
      const before = await stored(app, VisitId);
      expect(outcome(await command('update', members))).toBe(9102);
      expect(await stored(app, VisitId)).toEqual(before);
    }
    // As it is already.
    expect(outcome(await command('update', { Reason: 'spare parts' }))).toBe(6);
  });

  it('who came and left early has a visit that ends as it begins', async () => {
    app.clock.advance(5 * 60 * minute);
    await command('check');
    await command('enter');
    expect(outcome(await command('end', { Reason: 'left' }))).toBe(7);
    const [row] = (await stored(app, VisitId)).visit as { valid_from: string; valid_to: string }[];
    expect(row).toMatchObject({
      valid_from: '2026-11-23T15:00:00.000Z',
      valid_to: '2026-11-23T15:00:00.000Z',
    });
  });
});

it('a walk-in at night is valid until the end of the next day', async () => {
  const app = await TestApp.start();
  app.clock.advance(14.5 * 60 * minute);
  const VisitId = await visitIn(app, 5);
  app.clock.advance(60 * minute);
  expect((await app.send('visit/enter', { VisitId })).body.State).toBe(6);
  await app.stop();
});
