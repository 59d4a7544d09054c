import {
  guid,
  leaveAlone,
  passport,
  someCaller,
  someDetails,
  someVisitor,
} from '../../../test/fakes/examples';
import { FakeReception } from '../../../test/fakes/fake-reception';

const caller = someCaller();
const visitId = guid(1);
const step = { visitId, reason: 'as agreed' };

describe('the commands', () => {
  let reception: FakeReception;
  const begin = (visitType: string, visitor = someVisitor({ id: guid(70) })) =>
    reception.create.execute(caller, visitId, someDetails({ visitType, visitor, identifier: 'BEEF' }));
  const verify = () => reception.verify.execute(caller, { ...step, proof: { by: 'fingerprint' } });
  const lastStep = async () =>
    (await reception.visits.history(visitId, { number: 1, size: 100 })).rows.at(-1);

  beforeEach(() => {
    reception = new FakeReception();
  });

  it('take a visit through its whole life', async () => {
    await begin('Delivery');
    const states = [
      await verify(),
      await reception.move.check(caller, step),
      await reception.move.enter(caller, step),
      await reception.move.stepOut(caller, step),
      await reception.move.enter(caller, step),
      await reception.move.end(caller, step),
    ].map(({ visit }) => visit.state);
    expect(states).toEqual([2, 5, 6, 5, 6, 7]);
  });

  it('pass on what the caller says', async () => {
    await begin('Delivery');
    const say = (reason: string) => ({ visitId, reason });
    await reception.verify.execute(caller, { ...say('a'), proof: { by: 'fingerprint' } });
    await reception.move.approve(caller, { ...say('b'), personId: '200' });
    await reception.move.check(caller, say('c'));
    await reception.move.enter(caller, say('d'));
    await reception.move.stepOut(caller, say('e'));
    await reception.move.end(caller, say('f'));
    const { rows } = await reception.visits.history(visitId, { number: 1, size: 100 });
    expect(rows.map(({ command, reason }) => [command, reason])).toEqual([
      ['create', 'spare parts'],
      ['verify', 'a'],
      ['approve', 'b'],
      ['check', 'c'],
      ['enter', 'd'],
      ['stepOut', 'e'],
      ['end', 'f'],
    ]);
    expect((await reception.visits.find(visitId))?.visit.approvedBy).toBe('200');
  });

  it('end: frees the card, kills the entry code, and the visit is valid no longer', async () => {
    await begin('Delivery');
    await verify();
    await reception.move.check(caller, step);
    reception.clock.advance(60_000);
    const { visit } = await reception.move.end(caller, step);
    expect(visit).toMatchObject({ entryCode: null, identifier: { status: 0 }, reason: 'spare parts' });
    expect((await reception.visits.find(visitId))?.visit.validTo).toEqual(
      new Date('2026-11-23T09:01:00.000Z'),
    );
  });

  it('reject: keeps the reason and its code, and frees the card', async () => {
    await begin('Delivery');
    const { visit } = await reception.move.reject(caller, { ...step, reasonCode: 2 });
    expect(visit).toMatchObject({ state: 8, entryCode: null, identifier: { status: 0 } });
    expect(await lastStep()).toMatchObject({ command: 'reject', reason: 'as agreed', reasonCode: 2 });
  });

  describe('verify', () => {
    it('by document keeps the first one for the visitor', async () => {
      await begin('Delivery');
      const { visit } = await reception.verify.execute(caller, {
        ...step,
        proof: { by: 'document', document: passport },
      });
      expect(visit).toMatchObject({ state: 2, visitor: { document: passport } });
    });

    it('by document compares with the one on file, and refuses another with IdentityNotVerified', async () => {
      await begin('Delivery', someVisitor({ document: passport }));
      const document = { ...passport, number: 'X' };
      await expect(
        reception.verify.execute(caller, { ...step, proof: { by: 'document', document } }),
      ).rejects.toMatchObject({ code: 'IdentityNotVerified' });
      await expect(
        reception.verify.execute(caller, { ...step, proof: { by: 'document', document: passport } }),
      ).resolves.toMatchObject({ visit: { state: 2 } });
    });

    it('by the document of somebody else is refused with DocumentOfAnother', async () => {
      await begin('Delivery');
      await reception.create.execute(
        caller,
        guid(2),
        someDetails({ visitor: someVisitor({ document: passport }) }),
      );
      await expect(
        reception.verify.execute(caller, { ...step, proof: { by: 'document', document: passport } }),
      ).rejects.toMatchObject({ code: 'DocumentOfAnother' });
    });

    it('by entry code takes the right one within its time only', async () => {
      reception.random.layDown('042042');
      await begin('Delivery');
      const by = (code: string) =>
        reception.verify.execute(caller, { ...step, proof: { by: 'entry code', code } });
      await expect(by('042043')).rejects.toMatchObject({ code: 'IdentityNotVerified' });
      reception.clock.jump(86_400_000);
      await expect(by('042042')).rejects.toMatchObject({ code: 'IdentityNotVerified' });
      reception.clock.jump(-86_400_000);
      expect((await by('042042')).visit.state).toBe(2);
    });
  });

  describe('check and approve', () => {
    const train = (validTo: string) =>
      reception.activities.add(
        guid(70),
        {
          activityType: 'Safety training',
          validTo: new Date(validTo),
          description: '',
          attachment: null,
        },
        caller,
        leaveAlone,
      );
    const check = async () => (await reception.move.check(caller, step)).visit.state;
    const approve = async (personId = '100') =>
      (await reception.move.approve(caller, { ...step, personId })).visit.state;

    it('lead by training and escort', async () => {
      await begin('Contractor');
      await verify();
      expect(await check()).toBe(3);
      await train('2026-11-23T08:59:59.999Z');
      expect(await check()).toBe(3);
      await train('2026-11-23T09:00:00.000Z');
      expect(await check()).toBe(4);
      expect(await approve()).toBe(5);
      reception.clock.advance(1);
      expect(await check()).toBe(3);
    });

    it('remember a confirmation that was given ahead of time', async () => {
      await begin('Guest');
      expect(await approve()).toBe(0);
      await verify();
      expect(await check()).toBe(5);
    });

    it('are refused for a person whom the directory does not know with PersonNotFound', async () => {
      await begin('Guest');
      await expect(approve('404')).rejects.toMatchObject({ code: 'PersonNotFound' });
      expect((await reception.visits.find(visitId))?.visit.approvedBy).toBeNull();
    });
  });
});
