import {
  guid,
  passport,
  someCaller,
  someDetails,
  someVisitor,
  storedVisit,
} from '../../../test/fakes/examples';
import { FakeReception } from '../../../test/fakes/fake-reception';
import { hall, office, production } from '../../../test/fakes/reference-data';
import type { RecordPermission, RecordPermissions } from '../../shared/caller';
import { ConcurrentUpdate } from './ports';

const caller = someCaller();
const visitId = guid(1);
const step = { visitId, reason: 'as agreed' };

describe('the course of a command', () => {
  let reception: FakeReception;
  const state = async (id = visitId) => (await reception.visits.find(id))?.visit.state;
  const confirmElsewhere = async () => {
    const visit = await storedVisit(reception.elsewhere, visitId);
    visit?.approve('100', { escortRequired: false, activities: [] }, { at: new Date(0), reason: null });
    await reception.elsewhere.save(visit!, caller);
  };

  beforeEach(async () => {
    reception = new FakeReception();
    await reception.create.execute(caller, visitId, someDetails({ visitedStructure: hall }));
  });

  it('answers the visit as it is now, which is stored with who did it, where, when and why', async () => {
    reception.clock.advance(60_000);
    const gate = someCaller({ login: 'gate', address: '10.0.0.8', requestId: 'request-2' });
    const { visit } = await reception.verify.execute(gate, { ...step, proof: { by: 'fingerprint' } });
    expect(visit).toMatchObject({ id: visitId, state: 2 });
    const { rows } = await reception.visits.history(visitId, { number: 1, size: 10 });
    expect(rows.at(-1)).toEqual({
      command: 'verify',
      from: 0,
      to: 2,
      at: new Date('2026-11-23T09:01:00.000Z'),
      reason: 'as agreed',
      reasonCode: null,
      login: 'gate',
      address: '10.0.0.8',
      requestId: 'request-2',
    });
  });

  it('refuses a visit that does not exist with VisitNotExists', async () => {
    await expect(reception.move.end(caller, { visitId: guid(9), reason: '' })).rejects.toMatchObject({
      code: 'VisitNotExists',
    });
  });

  it('refuses what the state does not allow, and stores nothing', async () => {
    await expect(reception.move.end(caller, step)).rejects.toMatchObject({ code: 'VisitCannotBeEnded' });
    await expect(reception.move.enter(caller, step)).rejects.toMatchObject({ code: 'VisitCannotMove' });
    expect((await reception.visits.find(visitId))?.visit).toMatchObject({ version: 0, state: 0 });
  });

  it('refuses a visit that was erased before it could be saved with VisitGone', async () => {
    reception.visits.interrupt(() => reception.elsewhere.erase(visitId));
    await expect(
      reception.verify.execute(caller, { ...step, proof: { by: 'fingerprint' } }),
    ).rejects.toMatchObject({ code: 'VisitGone' });
  });

  describe('when others change the visit at the same time', () => {
    it.each([1, 2])('is repeated upon what they left, %i times', async count => {
      reception.visits.interrupt(...Array.from({ length: count }, () => confirmElsewhere));
      await reception.verify.execute(caller, { ...step, proof: { by: 'fingerprint' } });
      expect((await reception.visits.find(visitId))?.visit).toMatchObject({
        state: 2,
        approvedBy: '100',
        version: count + 1,
      });
    });

    it('is given up after three tries with VisitUpdateFailed', async () => {
      reception.visits.interrupt(confirmElsewhere, confirmElsewhere, confirmElsewhere);
      await expect(
        reception.verify.execute(caller, { ...step, proof: { by: 'fingerprint' } }),
      ).rejects.toMatchObject({
        code: 'VisitUpdateFailed',
        message: 'Updating visit ended with exception concurrent update.',
      });
      expect(await state()).toBe(0);
    });

    it('is refused when they have done the same already', async () => {
      await reception.verify.execute(caller, { ...step, proof: { by: 'fingerprint' } });
      await reception.move.check(caller, step);
      reception.visits.interrupt(async () => {
        const visit = await storedVisit(reception.elsewhere, visitId);
        visit?.end({ at: reception.clock.now(), reason: 'first' });
        await reception.elsewhere.save(visit!, caller);
      });
      await expect(reception.move.end(caller, step)).rejects.toMatchObject({
        code: 'VisitCannotBeEnded',
      });
    });

    it('succeeds for one of many who end the visit at once', async () => {
      await reception.verify.execute(caller, { ...step, proof: { by: 'fingerprint' } });
      await reception.move.check(caller, step);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 64 }, () => reception.move.end(caller, step)),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected')
          expect(outcome.reason).toMatchObject({ code: 'VisitCannotBeEnded' });
    });
  });

  it('passes on what else goes wrong, at the first try', async () => {
    let tries = 0;
    const fault = new Error('the disk is on fire');
    const fail = () => {
      tries += 1;
      return Promise.reject(fault);
    };
    reception.visits.interrupt(fail, fail);
    await expect(reception.move.reject(caller, { ...step, reasonCode: 0 })).rejects.toBe(fault);
    expect(tries).toBe(1);
  });

  it('takes a ConcurrentUpdate for worth another try wherever it comes from', async () => {
    reception.visits.interrupt(() => Promise.reject(new ConcurrentUpdate()));
    await reception.move.reject(caller, { ...step, reasonCode: 0 });
    expect(await state()).toBe(8);
  });

  describe('asks the record permission', () => {
    const none: RecordPermission = [];
    const commands: readonly [string, (who: typeof caller) => Promise<unknown>, string][] = [
      ['verify', who => reception.verify.execute(who, { ...step, proof: { by: 'fingerprint' } }), 'Edit'],
      ['check', who => reception.move.check(who, step), 'Edit'],
      ['approve', who => reception.move.approve(who, { ...step, personId: '100' }), 'Edit'],
      ['enter', who => reception.move.enter(who, step), 'Edit'],
      ['stepOut', who => reception.move.stepOut(who, step), 'Edit'],
      ['end', who => reception.move.end(who, step), 'View'],
      ['reject', who => reception.move.reject(who, { ...step, reasonCode: 0 }), 'Edit'],
    ];

    it.each(commands)('of %s, and does so before the state', async (_, give, right) => {
      const lacking = (other: 'View' | 'Edit') => ({
        View: 'All' as RecordPermission,
        Edit: 'All' as RecordPermission,
        [other]: none,
      });
      const refused = right === 'View' ? lacking('View') : lacking('Edit');
      await expect(give(someCaller({ recordPermissions: { Visits: refused } }))).rejects.toMatchObject({
        code: right === 'View' ? 'VisitsViewPermission' : 'VisitsEditPermission',
      });
      expect((await reception.visits.find(visitId))?.visit).toMatchObject({ version: 0, state: 0 });
    });

    it.each(commands)('of %s and no other', async (_, give, right) => {
      const Visits: RecordPermissions['Visits'] =
        right === 'View' ? { View: 'All', Edit: none } : { View: none, Edit: 'All' };
      const who = someCaller({ recordPermissions: { Visits } });
      const outcome: unknown = await give(who).catch((error: unknown) => error);
      expect(outcome).not.toMatchObject({ code: expect.stringMatching(/Permission$/) });
    });

    it.each<[string, RecordPermission, string, boolean]>([
      ['All', 'All', guid(5), true],
      ['Own, by who created it', 'Own', caller.userId, true],
      ['Own, by somebody else', 'Own', guid(5), false],
      ['the unit above the visited one', [production], guid(5), true],
      ['another unit', [office], guid(5), false],
      ['no unit, although the user created it', [], caller.userId, false],
    ])('%s', async (_, Edit, userId, may) => {
      const who = someCaller({ userId, recordPermissions: { Visits: { View: 'All', Edit } } });
      const giving = reception.verify.execute(who, { ...step, proof: { by: 'fingerprint' } });
      if (may) await expect(giving).resolves.toMatchObject({ visit: { state: 2 } });
      else await expect(giving).rejects.toMatchObject({ code: 'VisitsEditPermission' });
    });
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    [
      'verify',
      id => reception.verify.execute(caller, { ...step, visitId: id, proof: { by: 'fingerprint' } }),
    ],
    [
      'verify by a document that is kept',
      id =>
        reception.verify.execute(caller, {
          ...step,
          visitId: id,
          proof: { by: 'document', document: passport },
        }),
    ],
    ['approve', id => reception.move.approve(caller, { ...step, visitId: id, personId: '100' })],
    [
      'reject, which gives the card back',
      id => reception.move.reject(caller, { ...step, visitId: id, reasonCode: 0 }),
    ],
  ])('answers after %s what a reader sees', async (_, give) => {
    await reception.create.execute(caller, guid(2), someDetails({ identifier: 'BEEF' }));
    expect(await give(guid(2))).toEqual(await reception.get.execute(caller, guid(2)));
  });

  describe('answers the last visit of the visitor', () => {
    const visitor = someVisitor({ id: guid(70) });
    const verifySecond = (who = caller) =>
      reception.verify.execute(who, { visitId: guid(3), reason: null, proof: { by: 'fingerprint' } });

    beforeEach(async () => {
      const gate = someCaller({ userId: guid(5) });
      await reception.create.execute(gate, guid(2), someDetails({ visitor, visitedStructure: office }));
      await reception.create.execute(caller, guid(3), someDetails({ visitor, visitedStructure: hall }));
    });

    it('where there is one', async () => {
      expect((await verifySecond()).lastVisit).toMatchObject({ id: guid(2) });
    });

    it.each<[RecordPermission]>([['Own'], [[production]]])('but not one outside %j', async View => {
      const { visit, lastVisit } = await verifySecond(
        someCaller({ recordPermissions: { Visits: { View, Edit: 'All' } } }),
      );
      expect([visit.id, lastVisit]).toEqual([guid(3), null]);
    });
  });

  it('answers no last visit where there is none', async () => {
    expect((await reception.get.execute(caller, visitId)).lastVisit).toBeNull();
  });
});
