import type { ActivityData } from '../../src/shared/visitor';
import { Visit } from '../../src/visits/domain/visit';
import { guid, passport, someBeginning, someCaller, someDetails, someVisitor } from '../fakes/examples';
import { type VisitStorage, visitStorages } from './visit-storage';

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
    await storage.activities.add(guid(70), activity('Safety training', '2026-12-01T00:00:00.000Z'), caller);
    await storage.activities.add(guid(70), activity('Safety training', '2027-11-01T00:00:00.001Z'), caller);
    await storage.activities.add(guid(70), activity('Safety training', '2026-06-01T00:00:00.000Z'), caller);
    await storage.activities.add(guid(71), activity('Hygiene', '2030-01-01T00:00:00.000Z'), caller);
    const { activities } = await storage.facts.admissionOf(guid(1));
    expect([...activities].sort((a, b) => (a.title < b.title ? -1 : 1))).toEqual([
      { title: 'Hygiene', validTo: null },
      { title: 'Safety training', validTo: new Date('2027-11-01T00:00:00.001Z') },
    ]);
  });

  it('answer the type of an activity that is recorded', async () => {
    await add(1, 'Delivery');
    expect(
      await storage.activities.add(guid(70), activity('Hygiene', '2030-01-01T00:00:00.000Z'), caller),
    ).toMatchObject({ title: 'Hygiene', shortcut: 'HY', frequency: 0, signed: false });
  });

  it('refuse an activity of nobody with VisitorNotFound and one of no type with ActivityTypeNotFound', async () => {
    await add(1, 'Delivery');
    await expect(
      storage.activities.add(guid(79), activity('Hygiene', '2030-01-01T00:00:00.000Z'), caller),
    ).rejects.toMatchObject({ code: 'VisitorNotFound', message: `Visitor [${guid(79)}] not found` });
    await expect(
      storage.activities.add(guid(70), activity('Juggling', '2030-01-01T00:00:00.000Z'), caller),
    ).rejects.toMatchObject({ code: 'ActivityTypeNotFound', message: 'ActivityType [Juggling] not found' });
  });
});
