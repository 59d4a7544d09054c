import { guid, someCaller, someDetails } from '../../../test/fakes/examples';
import { FakeReception } from '../../../test/fakes/fake-reception';
import type { Caller } from '../../shared/caller';

const caller = someCaller({ login: 'kiosk', userId: guid(5), address: '10.0.0.5' });

describe('guessing entry codes', () => {
  let reception: FakeReception;
  const guess = (code: string, who: Caller = caller, visitId = guid(1)) =>
    reception.verify.execute(who, { visitId, reason: null, proof: { by: 'entry code', code } });
  const wrongly = async (times: number) => {
    for (let time = 0; time < times; time += 1)
      await expect(guess('999999')).rejects.toMatchObject({ code: 'IdentityNotVerified' });
  };

  beforeEach(async () => {
    reception = new FakeReception();
    reception.random.layDown('111111');
    await reception.create.execute(caller, guid(1), someDetails());
  });

  it('is possible five times a minute; then the right code is refused like a wrong one', async () => {
    await wrongly(5);
    for (const code of ['999999', '111111'])
      await expect(guess(code)).rejects.toMatchObject({
        code: 'RateExceeded',
        message: expect.stringContaining('[kiosk]'),
        retryAfterSeconds: 60,
      });
    reception.clock.advance(60_000);
    expect(await guess('111111')).toMatchObject({ visit: { state: 2 } });
  });

  it('tells who has no try left nothing of a visit either', async () => {
    await wrongly(5);
    const stranger = someCaller({
      ...caller,
      recordPermissions: { Visits: { View: [], Edit: [] } },
    });
    await expect(guess('111111', caller, guid(9))).rejects.toMatchObject({ code: 'RateExceeded' });
    await expect(guess('111111', stranger)).rejects.toMatchObject({ code: 'RateExceeded' });
  });

  it('costs a try only when the code was wrong', async () => {
    for (let time = 0; time < 6; time += 1)
      await expect(guess('111111', caller, guid(9))).rejects.toMatchObject({ code: 'VisitNotExists' });
    await wrongly(4);
    await guess('111111');
    for (let time = 0; time < 6; time += 1) {
      const visitId = guid(20 + time);
      reception.random.layDown(`22222${time}`);
      await reception.create.execute(caller, visitId, someDetails());
      await guess(`22222${time}`, caller, visitId);
    }
  });

  it('at once is no way round', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => guess('999999')));
    const codes = outcomes.map(outcome =>
      outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : 'verified',
    );
    expect(codes.filter(code => code === 'IdentityNotVerified')).toHaveLength(5);
    expect(codes.filter(code => code === 'RateExceeded')).toHaveLength(15);
  });

  it('is counted for a user and an address together', async () => {
    await wrongly(5);
    for (const other of [
      { ...caller, address: '10.0.0.6' },
      { ...caller, userId: guid(6) },
    ])
      await expect(guess('999999', other)).rejects.toMatchObject({ code: 'IdentityNotVerified' });
  });

  it('is no matter of documents and fingers', async () => {
    await wrongly(5);
    const proof = { by: 'fingerprint' } as const;
    const verified = await reception.verify.execute(caller, { visitId: guid(1), reason: null, proof });
    expect(verified).toMatchObject({ visit: { state: 2 } });
  });
});
