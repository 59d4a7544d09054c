import type { Caller } from '../../src/shared/caller';
import type { VisitorData } from '../../src/shared/visitor';
import { Visit } from '../../src/visits/domain/visit';
import {
  guid,
  passport,
  someBeginning,
  someCaller,
  someDetails,
  someVisitor,
  storedVisit,
} from '../fakes/examples';
import { hall, office, production } from '../fakes/reference-data';
import { type VisitStorage, visitStorages } from './visit-storage';

const all = someCaller();
const ofUnit = (structure: string, changes: Partial<Caller> = {}) =>
  someCaller({
    userId: guid(901),
    recordPermissions: { Visitors: { View: [structure], Edit: [structure] } },
    ...changes,
  });
const noVisitors = someCaller({ userId: guid(902), privileges: { Visits: ['New', 'View', 'Edit'] } });

describe.each(visitStorages)('The file of a visitor (%s)', (_, open) => {
  let storage: VisitStorage;
  const add = (n: number, by: Caller, structure: string | null, visitor: Partial<VisitorData> = {}) =>
    storage.visits.add(
      Visit.create(someBeginning(n, { structure }), ''),
      someDetails({ visitedStructure: structure, visitor: someVisitor({ id: guid(70), ...visitor }) }),
      by,
    );
  const isOpen = (by: Caller) => storage.visitors.isPermitted(guid(70), by);
  const turn = async (n: number, by: Caller, visitedStructure: string) => {
    const visit = (await storedVisit(storage.visits, guid(n)))!;
    const facts = { escortRequired: false, activities: [] };
    const revision = { changed: ['visitedStructure'], structure: visitedStructure, isForAnother: false };
    visit.update(revision, facts, { at: storage.clock.now(), reason: null });
    await storage.visits.saveChanged(visit, by, { visitedStructure });
  };

  beforeEach(async () => {
    storage = await open();
  });
  afterEach(() => storage.close());

  it('is open to the units that the visitor was sent to by who may touch it', async () => {
    await add(1, all, production);
    expect(await isOpen(ofUnit(production))).toBe(true);
    expect(await isOpen(ofUnit(office))).toBe(false);
    expect(await storage.visitors.isPermitted(guid(79), all)).toBe(false);
  });

  it('is not opened by who may not touch it, nor by way of each other', async () => {
    await add(1, all, office);
    await add(2, ofUnit(production), production);
    await add(3, noVisitors, production);
    await turn(1, ofUnit(production), production);
    expect(await isOpen(ofUnit(production))).toBe(false);
  });

  it('is opened to another unit by who it is open to, and as it was where the unit is the same', async () => {
    await add(1, all, office);
    await turn(1, noVisitors, office);
    expect(await isOpen(ofUnit(office))).toBe(true);
    await turn(1, ofUnit(office), hall);
    expect([await isOpen(ofUnit(office)), await isOpen(ofUnit(hall))]).toEqual([false, true]);
  });

  it('is asked for the name by who may not view it', async () => {
    await add(1, all, null, { document: passport });
    for (const named of [
      { name: 'Pavel' },
      { surname: 'Maly' },
      { id: null, name: 'Pavel', document: passport },
    ])
      await expect(add(2, noVisitors, null, named)).rejects.toMatchObject({ code: 'VisitorsViewPermission' });
    await add(2, noVisitors, null, { name: ' PÉTR', surname: 'svoboda' });
    await add(3, all, null, { name: 'Pavel' });
  });

  it('keeps a document of who may edit it, and of nobody else', async () => {
    await add(1, all, null);
    await add(2, noVisitors, null, { document: passport });
    expect(await storage.facts.documentOf(guid(1))).toBeNull();
    expect(await storage.facts.keepingOf(guid(1), passport, all)).toBe('kept');
    expect(await storage.facts.keepingOf(guid(1), passport, noVisitors)).toBe('not kept');
    await add(3, all, null, { document: passport });
    expect(await storage.facts.documentOf(guid(1))).toEqual(passport);
    await add(4, all, null, { id: guid(71) });
    expect(await storage.facts.keepingOf(guid(4), passport, noVisitors)).toBe('of another');
    expect(await storage.facts.keepingOf(guid(1), passport, noVisitors)).toBe('not kept');
    expect(await storage.facts.keepingOf(guid(9), passport, all)).toBe('not kept');
  });

  it('tells with a visit who registered the visitor', async () => {
    await add(1, ofUnit(production), production);
    expect((await storage.visits.find(guid(1)))?.visit.visitor).toMatchObject({ createdBy: guid(901) });
  });
});
