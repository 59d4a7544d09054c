import { guid, someCaller, someDetails, someVisitor } from '../../../test/fakes/examples';
import { FakeReception } from '../../../test/fakes/fake-reception';
import type { Caller } from '../../shared/caller';
import type { VisitDetails } from './ports';

const caller = someCaller();
const visitId = guid(1);
const step = { visitId, reason: null };

describe('what can be done with a visit', () => {
  let reception: FakeReception;
  beforeEach(() => {
    reception = new FakeReception();
  });

  const begin = (visitType: string, details: Partial<VisitDetails> = {}) =>
    reception.create.execute(
      caller,
      visitId,
      someDetails({ visitType, visitor: someVisitor({ id: guid(70) }), ...details }),
    );
  const verify = () => reception.verify.execute(caller, { ...step, proof: { by: 'fingerprint' } });

  /** Each command as one line: where it leads, or why not; then what would clear the way. */
  async function told(who: Caller = caller): Promise<Record<string, string>> {
    const { transitions } = await reception.foresee.execute(who, visitId);
    return Object.fromEntries(
      transitions.map(({ command, refusal, to, clearedBy }) => [
        command,
        [refusal?.code ?? to, ...clearedBy.map(({ kind, name }) => `${kind} ${name}`)].join('; '),
      ]),
    );
  }

  it('of a new one: it can be verified, and then checked', async () => {
    await begin('Delivery');
    expect(await told()).toEqual({
      verify: '2',
      check: 'VisitCannotMove; command verify',
      approve: '0',
      update: '0',
      enter: 'VisitCannotMove; command verify; command check',
      stepOut: 'VisitCannotMove; command verify; command check; command enter',
      end: 'VisitCannotBeEnded; command verify; command check',
      reject: '8',
    });
  });

  it('names the activity and the host that the check will miss', async () => {
    await begin('Contractor', { visitedPerson: '100', escort: '200' });
    await verify();
    const missing = 'activity Safety training; confirmation 100; confirmation 200';
    expect(await told()).toMatchObject({
      check: `3; ${missing}`,
      enter: `VisitCannotMove; command check; ${missing}`,
    });
    await reception.move.check(caller, step);
    expect(await told()).toMatchObject({
      approve: '3; activity Safety training; confirmation 100; confirmation 200',
      enter: `VisitCannotMove; command check; ${missing}`,
    });
    await reception.move.approve(caller, { ...step, reason: '', personId: '100' });
    expect(await told()).toMatchObject({ enter: 'VisitCannotMove; command check; activity Safety training' });
  });

  it('names nobody where anybody may confirm', async () => {
    await begin('Guest', { visitedPerson: null, escort: null });
    await verify();
    expect(await told()).toMatchObject({ check: '4; confirmation ', update: '2' });
  });

  it('of one in the area: it can step out or end', async () => {
    await begin('Delivery');
    await verify();
    await reception.move.check(caller, step);
    await reception.move.enter(caller, step);
    expect(await told()).toEqual({
      verify: 'VisitCannotMove',
      check: 'VisitCannotMove; command stepOut',
      approve: 'VisitCannotMove',
      update: '6',
      enter: 'VisitCannotMove; command stepOut',
      stepOut: '5',
      end: '7',
      reject: 'VisitCannotMove; command stepOut',
    });
  });

  it('of one that is over: nothing, and nothing clears it', async () => {
    await begin('Delivery');
    await reception.move.reject(caller, { visitId, reason: '', reasonCode: 0 });
    const lines = Object.values(await told());
    expect(new Set(lines)).toEqual(new Set(['VisitCannotMove', 'VisitCannotBeEnded']));
  });

  it('names the record permission that is lacking', async () => {
    await begin('Delivery');
    const guard = someCaller({ recordPermissions: { Visits: { Edit: [] } } });
    expect(await told(guard)).toMatchObject({
      verify: 'VisitsEditPermission; recordPermission Edit',
      end: 'VisitCannotBeEnded; command verify; command check',
    });
  });

  it('is what comes of it', async () => {
    await begin('Guest');
    const before = (await reception.visits.find(visitId))?.visit;
    await told();
    expect((await reception.visits.find(visitId))?.visit).toEqual(before);
  });

  it('takes no fault of the service for a refusal', async () => {
    await begin('Delivery');
    await verify();
    reception.facts.admissionOf = () => Promise.resolve(undefined as never);
    await expect(told()).rejects.toThrow(TypeError);
  });

  it('is refused for a visit that is not there, or may not be viewed', async () => {
    await expect(told()).rejects.toMatchObject({ code: 'VisitNotExists' });
    await begin('Delivery');
    const stranger = someCaller({ userId: guid(5), recordPermissions: { Visits: { View: 'Own' } } });
    await expect(told(stranger)).rejects.toMatchObject({ code: 'VisitsViewPermission' });
  });
});
