import type { OwnedRecord } from '../../src/shared/caller';
import { RejectReason } from '../../src/visits/domain/move';
import { Visit } from '../../src/visits/domain/visit';
import {
  guid,
  passport,
  someBeginning,
  someCaller,
  someDetails,
  somePhoto,
  someVisitor,
  storedVisit,
} from '../fakes/examples';
import { hall } from '../fakes/reference-data';
import { type VisitStorage, visitStorages } from './visit-storage';
import { AdmissionWindow } from '../../src/visits/domain/admission-window';

/** Two hours before a visit is valid its visitor may come. */
const window = new AdmissionWindow(2 * 3_600_000);

describe.each(visitStorages)('views of visits (%s)', (_, open) => {
  let storage: VisitStorage;
  const add = (n: number, details: Parameters<typeof someDetails>[0] = {}) =>
    storage.visits.add(Visit.create(someBeginning(n), 'spare parts'), someDetails(details), someCaller());

  beforeEach(async () => {
    storage = await open();
  });
  afterEach(() => storage.close());

  it('finds no visit that is not there', async () => {
    expect(await storage.visits.find(guid(1))).toBeUndefined();
    expect(await storage.visits.history(guid(1), { number: 1, size: 10 })).toEqual({ rows: [], total: 0 });
  });

  it('shows a visit with all that belongs to it', async () => {
    const van = { plate: '1AB 2345', type: 1, model: 'Transit', description: 'white' } as const;
    const trailer = { plate: '', type: 3, model: '', description: '' } as const;
    const visitor = someVisitor({ id: guid(70), document: passport });
    const beginning = someBeginning(1, { structure: hall, createdBy: guid(5) });
    const details = someDetails({
      visitor,
      vehicle: van,
      trailer,
      visitType: 'Trainee',
      visitedPerson: '100',
      visitedStructure: hall,
      escort: '200',
      identifier: 'CAFE',
      photos: [somePhoto()],
    });
    await storage.visits.add(Visit.schedule(beginning, 'spare parts'), details, someCaller());
    expect((await storage.visits.find(guid(1)))?.visit).toMatchObject({
      id: guid(1),
      createdBy: guid(5),
      structure: hall,
      visitor,
      vehicle: van,
      trailer,
      visitType: {
        title: 'Trainee',
        shortcut: 'TRA',
        escortRequired: false,
        requiredActivities: ['Hygiene', 'Safety training'],
      },
      visitedPerson: { personId: '100', name: 'Jana', surname: 'Nováková' },
      visitedStructure: {
        structure: hall,
        title: 'Hall 1',
        parentUnit: expect.any(String),
        type: 'Department',
      },
      escort: { personId: '200', name: 'Karel', surname: 'Dvořák' },
      identifier: {
        internalNr: 'CAFE',
        registrationNr: 'V-004',
        technology: 2,
        type: 3,
        status: 1,
        validFrom: new Date('2026-11-23T09:00:00.000Z'),
        validTo: new Date('2026-11-23T10:00:00.000Z'),
      },
      reason: 'spare parts',
      state: 1,
      entryCode: '000001',
    });
  });

  it('shows nothing where a visit has nothing', async () => {
    await add(1, { visitor: someVisitor({ dateOfBirth: null, language: null }) });
    expect((await storage.visits.find(guid(1)))?.visit).toMatchObject({
      structure: null,
      vehicle: null,
      trailer: null,
      visitedPerson: null,
      visitedStructure: null,
      escort: null,
      identifier: null,
      visitor: { id: expect.any(String), document: null, dateOfBirth: null, language: null },
      visitType: { title: 'Delivery', requiredActivities: [] },
    });
  });

  it('shows the visit as its steps have left it, with the reason that it began with', async () => {
    await add(1);
    const visit = await storedVisit(storage.visits, guid(1));
    visit?.reject(RejectReason.NoShow, { at: storage.clock.now(), reason: 'nobody came' });
    await storage.visits.save(visit!, someCaller());
    expect((await storage.visits.find(guid(1)))?.visit).toMatchObject({
      state: 8,
      entryCode: null,
      reason: 'spare parts',
    });
  });

  it('finds the visit before this one of the same visitor', async () => {
    const visitor = someVisitor({ id: guid(70) });
    await add(1, { visitor });
    await add(2);
    await add(3, { visitor });
    await add(4, { visitor });
    const previous = async (n: number) => (await storage.visits.find(guid(n)))?.previous?.id;
    expect([await previous(1), await previous(2), await previous(3), await previous(4)]).toEqual([
      undefined,
      undefined,
      guid(1),
      guid(3),
    ]);
  });

  it('finds the newest visit of a visitor that may be viewed', async () => {
    const visitor = someVisitor({ id: guid(70) });
    for (const [n, createdBy] of [guid(5), guid(6), guid(5)].entries())
      await storage.visits.add(
        Visit.create(someBeginning(n + 1, { createdBy, structure: n === 1 ? hall : null }), ''),
        someDetails({ visitor, visitedStructure: n === 1 ? hall : null }),
        someCaller(),
      );
    await add(4);
    const newest = async (mayView: (visit: OwnedRecord) => boolean, id = guid(70)) =>
      (await storage.visits.findNewest(id, mayView))?.id;
    expect(await newest(() => true)).toBe(guid(3));
    expect(await newest(({ createdBy }) => createdBy === guid(6))).toBe(guid(2));
    expect(await newest(({ structure }) => structure === hall)).toBe(guid(2));
    expect(await newest(() => false)).toBeUndefined();
    expect(await newest(() => true, guid(79))).toBeUndefined();
  });

  it('is answered by the change itself as it is read afterwards', async () => {
    await add(1, { visitor: someVisitor({ id: guid(70) }) });
    const { stored } = await add(2, { visitor: someVisitor({ id: guid(70) }), identifier: 'BEEF' });
    expect(stored).toEqual(await storage.visits.find(guid(2)));

    const visit = (await storedVisit(storage.visits, guid(2)))!;
    const facts = { escortRequired: false, activities: [] };
    visit.update({ changed: ['reason'], isForAnother: false }, facts, {
      at: storage.clock.now(),
      reason: null,
    });
    const changed = await storage.visits.saveChanged(visit, someCaller(), {
      reason: 'other',
      identifier: null,
    });
    expect(changed).toEqual(await storage.visits.find(guid(2)));
    expect(changed.visit).toMatchObject({ reason: 'other', identifier: null });
  });

  it('tells the steps in order, with who, from where and in which request', async () => {
    await add(1);
    const visit = await storedVisit(storage.visits, guid(1));
    storage.clock.advance(60_000);
    visit?.verifyByFingerprint({ at: storage.clock.now(), reason: null });
    visit?.reject(RejectReason.Denied, { at: storage.clock.now(), reason: 'banned' });
    await storage.visits.save(
      visit!,
      someCaller({ login: 'gate', address: '10.0.0.8', requestId: 'request-2' }),
    );
    const { rows, total } = await storage.visits.history(guid(1), { number: 1, size: 10 });
    const gate = { login: 'gate', address: '10.0.0.8', requestId: 'request-2' };
    const at = new Date('2026-11-23T09:01:00.000Z');
    expect(total).toBe(3);
    expect(rows).toMatchObject([
      {
        command: 'create',
        from: null,
        to: 0,
        at: new Date('2026-11-23T09:00:00.000Z'),
        reason: 'spare parts',
        reasonCode: null,
        login: 'reception',
        address: '10.0.0.7',
        requestId: 'request-1',
      },
      { command: 'verify', from: 0, to: 2, at, reason: null, reasonCode: null, ...gate },
      { command: 'reject', from: 2, to: 8, at, reason: 'banned', reasonCode: 0, ...gate },
    ]);
  });

  it('tells the steps page by page, and how many there are', async () => {
    await add(1);
    const visit = await storedVisit(storage.visits, guid(1));
    const occasion = { at: storage.clock.now(), reason: null };
    visit?.verifyByFingerprint(occasion);
    visit?.check({ escortRequired: false, activities: [] }, occasion, window);
    visit?.enter(occasion, window);
    visit?.end(occasion);
    await storage.visits.save(visit!, someCaller());
    const page = async (number: number) => {
      const { rows, total } = await storage.visits.history(guid(1), { number, size: 2 });
      return [total, ...rows.map(({ to }) => to)];
    };
    expect([await page(1), await page(2), await page(3), await page(4)]).toEqual([
      [5, 0, 2],
      [5, 5, 6],
      [5, 7],
      [5],
    ]);
  });
});
