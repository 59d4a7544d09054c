import { guid, someCaller, someDetails, someVisitor } from '../../../test/fakes/examples';
import { FakeReception } from '../../../test/fakes/fake-reception';

const caller = someCaller();
const visitor = someVisitor({ id: guid(70) });
const training = {
  activityType: 'Safety training',
  validTo: new Date('2027-11-23T00:00:00.000Z'),
  description: 'passed',
  attachment: null,
};

describe('recording an activity', () => {
  let reception: FakeReception;
  const checked = async (n: number, visitType: string, who = visitor) => {
    const step = { visitId: guid(n), reason: null };
    await reception.create.execute(caller, guid(n), someDetails({ visitType, visitor: who }));
    await reception.verify.execute(caller, { ...step, proof: { by: 'fingerprint' } });
    await reception.move.check(caller, step);
  };
  const snapshot = async (n: number) => (await reception.visits.find(guid(n)))?.visit;
  const state = async (n: number) => (await snapshot(n))?.state;

  beforeEach(() => {
    reception = new FakeReception();
  });

  it('answers the type of the activity', async () => {
    await checked(1, 'Delivery');
    expect(await reception.recordActivity.execute(caller, guid(70), training)).toEqual({
      title: 'Safety training',
      shortcut: 'ST',
      frequency: 365,
      signed: true,
    });
  });

  it('repeats the check of every visit that waited for it, as a step of who recorded it', async () => {
    const both = { ...training, activityType: 'Hygiene' };
    await checked(1, 'Trainee');
    await checked(2, 'Contractor');
    await reception.recordActivity.execute(caller, guid(70), both);
    expect([await state(1), await state(2)]).toEqual([3, 3]);
    reception.clock.advance(60_000);
    await reception.recordActivity.execute(someCaller({ login: 'trainer' }), guid(70), training);
    expect([await state(1), await state(2)]).toEqual([5, 4]);
    const { rows } = await reception.visits.history(guid(1), { number: 1, size: 10 });
    expect(rows.at(-1)).toMatchObject({
      command: 'check',
      from: 3,
      to: 5,
      at: new Date('2026-11-23T09:01:00.000Z'),
      reason: 'Activity recorded: Safety training',
      login: 'trainer',
    });
  });

  it('writes no step for a visit whose check comes out as before', async () => {
    await checked(1, 'Trainee');
    await checked(2, 'Guest');
    const before = [await snapshot(1), await snapshot(2)];
    await reception.recordActivity.execute(caller, guid(70), training);
    expect([await snapshot(1), await snapshot(2)]).toEqual(before);
  });

  it('leaves alone the visits of others and those that do not wait', async () => {
    await checked(1, 'Contractor', someVisitor({ id: guid(71) }));
    await checked(2, 'Delivery');
    await reception.create.execute(caller, guid(3), someDetails({ visitType: 'Trainee', visitor }));
    await reception.recordActivity.execute(caller, guid(70), training);
    expect([await state(1), await state(2), await state(3)]).toEqual([3, 5, 0]);
  });

  it('admits nobody by an activity that is over already', async () => {
    await checked(1, 'Contractor');
    const validTo = new Date('2026-11-23T08:59:59.999Z');
    await reception.recordActivity.execute(caller, guid(70), { ...training, validTo });
    expect(await state(1)).toBe(3);
  });

  it('is refused for nobody with VisitorNotFound, and for no type with ActivityTypeNotFound', async () => {
    await checked(1, 'Contractor');
    await expect(reception.recordActivity.execute(caller, guid(79), training)).rejects.toMatchObject({
      code: 'VisitorNotFound',
    });
    await expect(
      reception.recordActivity.execute(caller, guid(70), { ...training, activityType: 'Juggling' }),
    ).rejects.toMatchObject({ code: 'ActivityTypeNotFound' });
    expect(await state(1)).toBe(3);
  });
});
