import type { ActivityData } from '../../src/shared/visitor';
import type { AdmissionFacts } from '../../src/visits/domain/admission';
import { Visit } from '../../src/visits/domain/visit';
import {
  guid,
  leaveAlone,
  passport,
  someBeginning,
  someCaller,
  someDetails,
  someVisitor,
  storedVisit,
} from '../fakes/examples';
import { type VisitStorage, visitStorages } from './visit-storage';
import { AdmissionWindow } from '../../src/visits/domain/admission-window';

/** Two hours before a visit is valid its visitor may come. */
const window = new AdmissionWindow(2 * 3_600_000);

const caller = someCaller();
const activity = (activityType: string, validTo: string): ActivityData => ({
  activityType,
  validTo: new Date(validTo),
  description: 'passed',
  attachment: Buffer.from('certificate'),
});

describe.each(visitStorages)('VisitFacts and VisitorActivities (%s)', (_, open) => {
  let storage: VisitStorage;
  const add = (n: number, visitType: string, visitor = someVisitor({ id: guid(70) })) =>
    storage.visits.add(Visit.create(someBeginning(n), ''), someDetails({ visitType, visitor }), caller);

  beforeEach(async () => {
    storage = await open();
  });
  afterEach(() => storage.close());

  it('know the document of the visitor, or that there is none', async () => {
    await add(1, 'Delivery');
    await add(2, 'Delivery', someVisitor({ document: passport }));
    expect(await storage.facts.documentOf(guid(1))).toBeNull();
    expect(await storage.facts.documentOf(guid(2))).toEqual(passport);
    expect(await storage.facts.documentOf(guid(3))).toBeNull();
  });

  it.each([
    ['Delivery', { escortRequired: false, activities: [] }],
    ['Guest', { escortRequired: true, activities: [] }],
    ['Contractor', { escortRequired: true, activities: [{ title: 'Safety training', validTo: null }] }],
  ])('know what the type %s asks for', async (type, facts) => {
    await add(1, type);
    expect(await storage.facts.admissionOf(guid(1))).toEqual(facts);
  });

  it('ask for an escort where the visit is gone', async () => {
    expect(await storage.facts.admissionOf(guid(1))).toEqual({ escortRequired: true, activities: [] });
  });

  it('count, of several activities of a type, the one that lasts longest, and none of anybody else', async () => {
    await add(1, 'Trainee');
    await add(2, 'Trainee', someVisitor({ id: guid(71) }));
    await storage.activities.add(
      guid(70),
      activity('Safety training', '2026-12-01T00:00:00.000Z'),
      caller,
      leaveAlone,
    );
    await storage.activities.add(
      guid(70),
      activity('Safety training', '2027-11-01T00:00:00.001Z'),
      caller,
      leaveAlone,
    );
    await storage.activities.add(
      guid(70),
      activity('Safety training', '2026-06-01T00:00:00.000Z'),
      caller,
      leaveAlone,
    );
    await storage.activities.add(
      guid(71),
      activity('Hygiene', '2030-01-01T00:00:00.000Z'),
      caller,
      leaveAlone,
    );
    const { activities } = await storage.facts.admissionOf(guid(1));
    expect([...activities].sort((a, b) => (a.title < b.title ? -1 : 1))).toEqual([
      { title: 'Hygiene', validTo: null },
      { title: 'Safety training', validTo: new Date('2027-11-01T00:00:00.001Z') },
    ]);
  });

  it('answer the type of an activity that is recorded', async () => {
    await add(1, 'Delivery');
    expect(
      await storage.activities.add(
        guid(70),
        activity('Hygiene', '2030-01-01T00:00:00.000Z'),
        caller,
        leaveAlone,
      ),
    ).toMatchObject({ title: 'Hygiene', shortcut: 'HY', frequency: 0, signed: false });
  });

  it('refuse an activity of nobody with VisitorNotFound and one of no type with ActivityTypeNotFound', async () => {
    await add(1, 'Delivery');
    await expect(
      storage.activities.add(guid(79), activity('Hygiene', '2030-01-01T00:00:00.000Z'), caller, leaveAlone),
    ).rejects.toMatchObject({ code: 'VisitorNotFound', message: `Visitor [${guid(79)}] not found` });
    await expect(
      storage.activities.add(guid(70), activity('Juggling', '2030-01-01T00:00:00.000Z'), caller, leaveAlone),
    ).rejects.toMatchObject({ code: 'ActivityTypeNotFound', message: 'ActivityType [Juggling] not found' });
  });

  describe('an activity', () => {
    const missing = { escortRequired: false, activities: [{ title: 'Hygiene', validTo: null }] };
    const escort = { escortRequired: true, activities: [] };
    const hygiene = activity('Hygiene', '2030-01-01T00:00:00.000Z');
    const occasion = { at: new Date('2026-11-23T09:00:00.000Z'), reason: null };
    const check = async (n: number, facts: AdmissionFacts) => {
      const visit = await storedVisit(storage.visits, guid(n));
      visit?.verifyByFingerprint(occasion);
      visit?.check(facts, occasion, window);
      await storage.visits.save(visit!, caller);
    };
    const stateOf = async (n: number) => (await storage.visits.find(guid(n)))?.visit.state;

    beforeEach(async () => {
      for (const n of [1, 2, 3, 4]) await add(n, 'Trainee');
      await add(5, 'Trainee', someVisitor({ id: guid(71) }));
      await check(3, escort);
      await check(1, missing);
      await check(2, { escortRequired: false, activities: [] });
      await check(5, missing);
    });

    it('rechecks the visits of the visitor in 3 and 4, the oldest first, with itself among the facts', async () => {
      const rechecked: [string, AdmissionFacts][] = [];
      await storage.activities.add(guid(70), hygiene, caller, (visit, facts) => {
        rechecked.push([visit.id, facts]);
      });
      expect(rechecked.map(([id]) => id)).toEqual([guid(1), guid(3)]);
      for (const [, { activities }] of rechecked)
        expect(activities).toContainEqual({ title: 'Hygiene', validTo: hygiene.validTo });
    });

    it('stores the steps that they make', async () => {
      await storage.activities.add(guid(70), hygiene, caller, visit =>
        visit.recheck({ escortRequired: false, activities: [] }, occasion),
      );
      expect([
        await stateOf(1),
        await stateOf(2),
        await stateOf(3),
        await stateOf(4),
        await stateOf(5),
      ]).toEqual([5, 5, 5, 0, 3]);
      const { rows } = await storage.visits.history(guid(1), { number: 1, size: 10 });
      expect(rows.map(({ command, to }) => [command, to]).at(-1)).toEqual(['check', 5]);
    });

    it('is not stored where a visit refuses, and nothing of the others is', async () => {
      const refuse = storage.activities.add(guid(70), hygiene, caller, visit => {
        if (visit.id === guid(3)) throw new Error('no');
        visit.recheck({ escortRequired: false, activities: [] }, occasion);
      });
      await expect(refuse).rejects.toThrow('no');
      expect(await stateOf(1)).toBe(3);
      expect((await storage.facts.admissionOf(guid(1))).activities).toContainEqual({
        title: 'Hygiene',
        validTo: null,
      });
    });
  });
});
