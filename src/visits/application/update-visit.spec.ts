import { guid, someCaller, someDetails, someVisitor } from '../../../test/fakes/examples';
import { FakeReception } from '../../../test/fakes/fake-reception';
import { hall, office } from '../../../test/fakes/reference-data';
import { memberNames } from '../http/visit-mapper';
import type { VisitChanges } from './ports';

const caller = someCaller();
const visitId = guid(1);
const van = { plate: '1AB 2345', type: 1, model: 'Transit', description: '' } as const;

describe('changing a visit', () => {
  let reception: FakeReception;
  const begin = (details = {}) =>
    reception.create.execute(
      caller,
      visitId,
      someDetails({
        visitor: someVisitor({ id: guid(70) }),
        visitType: 'Guest',
        identifier: 'BEEF',
        ...details,
      }),
    );
  const update = (changes: VisitChanges) => reception.update.execute(caller, visitId, changes, memberNames);
  const lastReason = async () =>
    (await reception.visits.history(visitId, { number: 1, size: 100 })).rows.at(-1)?.reason;

  beforeEach(() => {
    reception = new FakeReception();
  });

  it('changes what is given, names it in the history, and leaves the rest', async () => {
    await begin({ trailer: van });
    const { visit } = await update({
      vehicle: van,
      visitType: 'Delivery',
      visitedPerson: '100',
      visitedStructure: hall,
      escort: '200',
      identifier: '4A1B2C3',
      reason: 'inventory',
    });
    expect(visit).toMatchObject({
      vehicle: van,
      trailer: van,
      visitType: { title: 'Delivery' },
      visitedPerson: { personId: '100' },
      visitedStructure: { structure: hall },
      escort: { personId: '200' },
      identifier: { internalNr: '4A1B2C3', status: 1 },
      reason: 'inventory',
    });
    expect(await lastReason()).toBe(
      'changed: Vehicle, VisitType, VisitedPerson, VisitedOrgStructure, EscortedByPerson, Identifier, Reason',
    );
  });

  it('takes away what is null', async () => {
    await begin({
      vehicle: van,
      trailer: van,
      visitedPerson: '100',
      visitedStructure: office,
      escort: '200',
    });
    const gone = { vehicle: null, trailer: null, visitedPerson: null, visitedStructure: null, escort: null };
    const { visit } = await update({ ...gone, identifier: null });
    expect(visit).toMatchObject({
      vehicle: null,
      trailer: null,
      visitedPerson: null,
      visitedStructure: null,
      escort: null,
      identifier: null,
    });
    expect((await reception.visits.find(visitId))?.visit.structure).toBeNull();
  });

  it('is no step where everything is as it was', async () => {
    await begin({ vehicle: van });
    const before = (await reception.visits.find(visitId))?.visit;
    await update({ vehicle: van, visitType: 'Guest', visitedPerson: null, identifier: 'BEEF' });
    expect((await reception.visits.find(visitId))?.visit).toEqual(before);
    expect(await lastReason()).toBe('spare parts');
  });

  it('gives a card to a visit that has none, and takes none from it', async () => {
    await begin({ identifier: null });
    await update({ identifier: null });
    expect(await lastReason()).toBe('spare parts');
    expect((await update({ identifier: 'BEEF' })).visit.identifier).toMatchObject({ internalNr: 'BEEF' });
    expect(await lastReason()).toBe('changed: Identifier');
  });

  it('moves the time, within which the entry code works', async () => {
    await begin();
    const validFrom = new Date('2026-12-01T08:00:00.000Z');
    const validTo = new Date('2026-12-01T16:00:00.000Z');
    await update({ validFrom, validTo });
    expect((await reception.visits.find(visitId))?.visit).toMatchObject({ validFrom, validTo });
    expect(await lastReason()).toBe('changed: ValidFrom, ValidTo');
  });

  it.each<[string, VisitChanges, string]>([
    [
      'that is over',
      { validFrom: new Date('2026-11-22T08:00Z'), validTo: new Date('2026-11-23T08:59:59.999Z') },
      'ValidTo',
    ],
    ['that ends before it begins', { validTo: new Date('2026-11-23T08:00Z') }, 'ValidTo'],
    ['that begins after its end', { validFrom: new Date('2026-12-24T08:00Z') }, 'ValidFrom'],
  ])('refuses a time %s', async (_, time, field) => {
    await begin();
    await expect(update(time)).rejects.toMatchObject({ code: 'BadParameters', details: [{ field }] });
  });

  it('leaves an end that is over where it is', async () => {
    await begin();
    reception.clock.advance(2 * 86_400_000);
    await update({ reason: 'late' });
    expect(await lastReason()).toBe('changed: Reason');
  });

  it('of another type checks by that type, and of another host asks for a confirmation again', async () => {
    await begin({ visitedPerson: '100' });
    await reception.verify.execute(caller, { visitId, reason: null, proof: { by: 'fingerprint' } });
    await reception.move.approve(caller, { visitId, reason: '', personId: '100' });
    await reception.move.check(caller, { visitId, reason: null });
    const stateAfter = async (changes: VisitChanges) => (await update(changes)).visit.state;
    expect(await stateAfter({ reason: 'as before' })).toBe(5);
    expect(await stateAfter({ visitType: 'Contractor' })).toBe(3);
    expect(await stateAfter({ visitType: 'Guest' })).toBe(5);
    expect(await stateAfter({ visitedPerson: '200' })).toBe(4);
    expect(await stateAfter({ visitType: 'Delivery' })).toBe(5);
    expect(await stateAfter({ visitType: 'Guest', escort: '100' })).toBe(4);
  });

  it('is refused where the visit is gone meanwhile', async () => {
    await begin();
    const find = reception.visits.find.bind(reception.visits);
    reception.visits.find = async id => {
      const found = await find(id);
      await reception.visits.erase(id);
      return found;
    };
    await expect(update({ reason: 'x' })).rejects.toMatchObject({ code: 'VisitGone' });
  });

  it.each([
    ['VisitTypeNotFound', { visitType: 'Party' }],
    ['PersonNotFound', { visitedPerson: '999' }],
    ['PersonNotFound', { escort: '999' }],
    ['StructureNotFound', { visitedStructure: 'Nowhere' }],
    ['IdentifierNotFound', { identifier: '123' }],
    ['IdentifierUnusable', { identifier: 'DEAD' }],
  ])('refuses with %s what is not there: %j', async (code, changes) => {
    await begin();
    await expect(update(changes)).rejects.toMatchObject({ code });
    expect(await lastReason()).toBe('spare parts');
  });
});
