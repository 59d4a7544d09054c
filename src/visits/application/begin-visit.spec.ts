import { guid, passport, someCaller, someDetails, someVisitor } from '../../../test/fakes/examples';
import { FakeReception } from '../../../test/fakes/fake-reception';
import { hall } from '../../../test/fakes/reference-data';
import { AppError } from '../../shared/errors/app-error';
import { TimeZone } from '../../shared/time-zone';

const caller = someCaller({ userId: guid(5) });

describe('registering a walk-in', () => {
  it('makes a visit in state 0 with an entry code, of the user, to the unit, from now until the end of the day', async () => {
    const reception = new FakeReception();
    reception.random.layDown('042042');
    const { visit } = await reception.create.execute(
      caller,
      guid(1),
      someDetails({ visitedStructure: hall, reason: 'repair' }),
    );
    expect(visit).toMatchObject({ id: guid(1), state: 0, entryCode: '042042', reason: 'repair' });
    expect((await reception.visits.find(guid(1)))?.visit).toMatchObject({
      createdBy: guid(5),
      structure: hall,
      validFrom: new Date('2026-11-23T09:00:00.000Z'),
      validTo: new Date('2026-11-23T23:59:59.999Z'),
    });
    const { rows } = await reception.visits.history(guid(1), { number: 1, size: 10 });
    expect(rows).toMatchObject([{ command: 'create', from: null, to: 0, reason: 'repair' }]);
  });

  it('takes the day of the site', async () => {
    const reception = new FakeReception(new TimeZone('Europe/Prague'));
    await reception.create.execute(caller, guid(1), someDetails());
    expect((await reception.visits.find(guid(1)))?.visit.validTo).toEqual(
      new Date('2026-11-23T22:59:59.999Z'),
    );
  });

  it('needs no record permission, and hides the last visit from a caller who may not view it', async () => {
    const reception = new FakeReception();
    const visitor = someVisitor({ id: guid(70) });
    await reception.create.execute(someCaller(), guid(1), someDetails({ visitor }));
    const stranger = someCaller({ userId: guid(6), recordPermissions: { Visits: { View: [], Edit: [] } } });
    const { visit, lastVisit } = await reception.create.execute(stranger, guid(2), someDetails({ visitor }));
    expect([visit.id, lastVisit]).toEqual([guid(2), null]);
  });

  it.each([1, 2])('draws another entry code when it is taken, %i times', async count => {
    const reception = new FakeReception();
    reception.random.layDown('111111', ...Array.from({ length: count }, () => '111111'), '222222');
    await reception.create.execute(caller, guid(1), someDetails());
    const { visit } = await reception.create.execute(caller, guid(2), someDetails());
    expect(visit.entryCode).toBe('222222');
  });

  it('gives up after three taken entry codes with VisitUpdateFailed', async () => {
    const reception = new FakeReception();
    reception.random.layDown('111111', '111111', '111111', '111111');
    await reception.create.execute(caller, guid(1), someDetails());
    await expect(reception.create.execute(caller, guid(2), someDetails())).rejects.toMatchObject({
      code: 'VisitUpdateFailed',
    });
    expect(await reception.visits.find(guid(2))).toBeUndefined();
  });

  it.each([
    ['VisitExists', guid(1), {}],
    ['IdentifierAssigned', guid(2), { identifier: 'BEEF' }],
    ['VisitTypeNotFound', guid(2), { visitType: 'Tour' }],
    ['DocumentOfAnother', guid(2), { visitor: someVisitor({ id: guid(71), document: passport }) }],
  ])('is refused with %s', async (code, id, details) => {
    const reception = new FakeReception();
    const first = someDetails({ identifier: 'BEEF', visitor: someVisitor({ document: passport }) });
    await reception.create.execute(caller, guid(1), first);
    await expect(reception.create.execute(caller, id, someDetails(details))).rejects.toMatchObject({ code });
    expect(await reception.visits.find(guid(2))).toBeUndefined();
  });

  it('is answered as it was stored, although nothing can be read afterwards', async () => {
    const reception = new FakeReception();
    const failing = () => Promise.reject(new AppError('VisitUpdateFailed', 'storage unavailable'));
    reception.visits.find = failing;
    reception.visitors.isPermitted = failing;
    const ofUnit = someCaller({ recordPermissions: { Visitors: { View: ['Company ABC'] } } });
    for (const [n, by] of [caller, ofUnit].entries()) {
      const { visit } = await reception.create.execute(by, guid(n + 1), someDetails());
      expect(visit).toMatchObject({ id: guid(n + 1), reason: 'spare parts' });
    }
  });
});

describe('announcing a visit', () => {
  it('makes one in state 1, valid from the time that was said, to the minute', async () => {
    const reception = new FakeReception(new TimeZone('Europe/Prague'));
    const { visit } = await reception.schedule.execute(
      caller,
      guid(1),
      new Date('2026-12-25T10:30:00.000Z'),
      someDetails(),
    );
    expect(visit).toMatchObject({ state: 1 });
    expect((await reception.visits.find(guid(1)))?.visit).toMatchObject({
      validFrom: new Date('2026-12-25T10:30:00.000Z'),
      validTo: new Date('2026-12-25T22:59:59.999Z'),
    });
    const { rows } = await reception.visits.history(guid(1), { number: 1, size: 10 });
    expect(rows).toMatchObject([{ command: 'schedule', from: null, to: 1, reason: 'spare parts' }]);
  });

  it.each([
    ['2026-12-25T14:59:59.999Z', '2026-12-25T22:59:59.999Z', 'just reach into no other day'],
    ['2026-12-25T15:00:00.000Z', '2026-12-26T22:59:59.999Z', 'reach into the next day'],
    // The site's day has 23 hours.
    ['2027-03-27T23:00:00.000Z', '2027-03-28T21:59:59.999Z', 'begin with a day of 23 hours'],
  ])('from %s ends at %s: eight hours %s', async (from, to) => {
    const reception = new FakeReception(new TimeZone('Europe/Prague'));
    await reception.schedule.execute(caller, guid(1), new Date(from), someDetails());
    expect((await reception.visits.find(guid(1)))?.visit).toMatchObject({ validTo: new Date(to) });
  });

  it('is refused where it would end after the year 9999', async () => {
    const reception = new FakeReception(new TimeZone('America/New_York'));
    const last = new Date('9999-12-31T20:00:00.000Z');
    await expect(reception.schedule.execute(caller, guid(1), last, someDetails())).rejects.toMatchObject({
      code: 'BadParameters',
      details: [{ field: 'VisitDate', problem: 'must end within the year 9999' }],
    });
  });

  it.each([
    ['earlier today', '2026-11-23T00:00:00.000Z'],
    ['today', '2026-11-23T23:59:59.999Z'],
  ])('is possible for %s', async (_, date) => {
    const reception = new FakeReception();
    await expect(
      reception.schedule.execute(caller, guid(1), new Date(date), someDetails()),
    ).resolves.toMatchObject({ visit: { state: 1 } });
  });

  it('is possible until the last millisecond of the day', async () => {
    const reception = new FakeReception();
    reception.clock.jump(Date.parse('2026-11-23T23:59:59.999Z') - Date.parse('2026-11-23T09:00:00.000Z'));
    await expect(
      reception.schedule.execute(caller, guid(1), new Date('2026-11-23T00:00:00.000Z'), someDetails()),
    ).resolves.toMatchObject({ visit: { state: 1 } });
  });

  it('is refused for a day that is over with BadParameters that name VisitDate', async () => {
    const reception = new FakeReception();
    await expect(
      reception.schedule.execute(caller, guid(1), new Date('2026-11-22T15:59:59.999Z'), someDetails()),
    ).rejects.toMatchObject({
      code: 'BadParameters',
      details: [{ field: 'VisitDate', problem: 'must not lie in the past' }],
    });
    expect(await reception.visits.find(guid(1))).toBeUndefined();
  });
});
