import { ConcurrentUpdate } from '../../src/visits/application/ports';
import { RejectReason } from '../../src/visits/domain/move';
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
import { production } from '../fakes/reference-data';
import { type VisitStorage, visitStorages } from './visit-storage';
import { AdmissionWindow } from '../../src/visits/domain/admission-window';

/** Two hours before a visit is valid its visitor may come. */
const window = new AdmissionWindow(2 * 3_600_000);

const caller = someCaller();
const nothingAsked = { escortRequired: false, activities: [] };
const escortAsked = { escortRequired: true, activities: [] };
const refusal = (code: string, message?: string): unknown =>
  expect.objectContaining({ code, ...(message === undefined ? {} : { message }) });

describe.each(visitStorages)('VisitRepository (%s)', (_, open) => {
  let storage: VisitStorage;
  const occasion = () => ({ at: storage.clock.now(), reason: 'as agreed' });

  /** Stores visit number `n`. */
  const add = (
    n: number,
    details: Parameters<typeof someDetails>[0] = {},
    beginning: Parameters<typeof someBeginning>[1] = {},
  ) =>
    storage.visits.add(
      Visit.create(someBeginning(n, beginning), 'spare parts'),
      someDetails(details),
      caller,
    );
  const load = async (n: number) => {
    const visit = await storedVisit(storage.visits, guid(n));
    if (!visit) throw new Error(`visit ${n} is not there`);
    return visit;
  };
  /** Loads visit number `n`, lets it move and stores it. */
  const move = async (n: number, ...steps: ((visit: Visit) => void)[]) => {
    const visit = await load(n);
    for (const step of steps) step(visit);
    await storage.visits.save(visit, caller);
  };
  const verify = (visit: Visit) => visit.verifyByFingerprint(occasion());
  const check = (visit: Visit) => visit.check(nothingAsked, occasion(), window);
  const checkEscort = (visit: Visit) => visit.check(escortAsked, occasion(), window);
  const enter = (visit: Visit) => visit.enter(occasion(), window);
  const end = (visit: Visit) => visit.end(occasion());
  /** All that can be seen of visit number `n`. */
  const seen = async (n: number) => ({
    view: await storage.visits.find(guid(n)),
    history: await storage.visits.history(guid(n), { number: 1, size: 100 }),
    document: await storage.facts.documentOf(guid(n)),
  });
  const cardStatus = async (n: number) => (await storage.visits.find(guid(n)))?.visit.identifier?.status;

  beforeEach(async () => {
    storage = await open();
  });
  afterEach(() => storage.close());

  it('finds no visit that was not added', async () => {
    expect(await storage.visits.find(guid(1))).toBeUndefined();
  });

  it('finds a visit as it was added', async () => {
    await add(1, { visitedStructure: production }, { structure: production });
    expect((await load(1)).snapshot()).toEqual({
      id: guid(1),
      version: 0,
      state: 0,
      createdBy: guid(900),
      structure: production,
      approvedBy: null,
      entryCode: '000001',
      validFrom: new Date('2026-11-23T09:00:00.000Z'),
      validTo: new Date('2026-11-23T23:59:59.999Z'),
      movedAt: new Date('2026-11-23T09:00:00.000Z'),
    });
    expect((await load(1)).moves).toEqual([]);
  });

  it('finds a visit as it was saved, one version on', async () => {
    await add(1);
    await move(1, verify, checkEscort);
    await move(1, visit => visit.approve('100', escortAsked, occasion()), enter);
    expect((await load(1)).snapshot()).toMatchObject({ version: 2, state: 6, approvedBy: '100' });
    storage.clock.advance(3_600_000);
    await move(1, end);
    expect((await load(1)).snapshot()).toMatchObject({
      version: 3,
      state: 7,
      entryCode: null,
      validTo: new Date('2026-11-23T10:00:00.000Z'),
    });
  });

  describe('a save', () => {
    it('of a visit that somebody else saved meanwhile is a ConcurrentUpdate and changes nothing', async () => {
      await add(1);
      const stale = await load(1);
      await move(1, verify);
      const before = await seen(1);
      stale.verifyByDocument(passport, null, occasion());
      await expect(storage.visits.save(stale, caller)).rejects.toBeInstanceOf(ConcurrentUpdate);
      expect(await seen(1)).toEqual(before);
    });

    it('succeeds for one of many at once', async () => {
      await add(1);
      await move(1, verify, check);
      const ends = await Promise.all(
        Array.from({ length: 16 }, async () => {
          const visit = await load(1);
          end(visit);
          return visit;
        }),
      );
      const outcomes = await Promise.allSettled(ends.map(visit => storage.visits.save(visit, caller)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await seen(1)).history.rows.filter(({ to }) => to === 7)).toHaveLength(1);
    });

    it('of many at once fails for those alone that are to be refused, and leaves nothing of them', async () => {
      for (const n of [1, 2, 3, 4, 5]) await add(n, n === 4 ? { identifier: 'BEEF' } : {});
      const visits = await Promise.all([1, 2, 3, 4, 5].map(load));
      await move(1, verify);
      await storage.erase(guid(2));
      const [outdated, nobodys] = [await seen(1), await seen(3)];
      visits.forEach((visit, index) => {
        if (index === 2) visit.approve('404', nothingAsked, occasion());
        else visit.reject(RejectReason.NoShow, occasion());
      });
      const outcomes = await Promise.allSettled(visits.map(visit => storage.visits.save(visit, caller)));
      expect(outcomes).toEqual([
        { status: 'rejected', reason: expect.any(ConcurrentUpdate) },
        { status: 'rejected', reason: refusal('VisitGone') },
        { status: 'rejected', reason: refusal('PersonNotFound') },
        { status: 'fulfilled' },
        { status: 'fulfilled' },
      ]);
      expect([await seen(1), await seen(3)]).toEqual([outdated, nobodys]);
      expect((await seen(4)).view?.visit).toMatchObject({ state: 8, version: 1, entryCode: null });
      expect(await cardStatus(4)).toBe(0);
      expect((await seen(5)).history.rows.map(({ to }) => to)).toEqual([0, 8]);
    });

    it('of many at once writes down the steps of each, in order, with who took them', async () => {
      for (const n of [1, 2, 3]) await add(n);
      await Promise.all(
        [1, 2, 3].map(async n => {
          const visit = await load(n);
          for (const step of [verify, check, enter]) step(visit);
          await storage.visits.save(visit, someCaller({ login: `gate ${n}`, requestId: `request ${n}` }));
        }),
      );
      for (const n of [1, 2, 3]) {
        const { history } = await seen(n);
        expect(history.rows.map(({ command }) => command)).toEqual(['create', 'verify', 'check', 'enter']);
        expect(history.rows.at(-1)).toMatchObject({
          login: `gate ${n}`,
          requestId: `request ${n}`,
          reasonCode: null,
        });
      }
    });

    it('of a visit that was erased meanwhile is refused with VisitGone', async () => {
      await add(1);
      const visit = await load(1);
      verify(visit);
      await storage.erase(guid(1));
      await expect(storage.visits.save(visit, caller)).rejects.toEqual(refusal('VisitGone'));
      expect(await storage.visits.find(guid(1))).toBeUndefined();
    });

    it('with a confirmation by nobody of the directory is refused with PersonNotFound and changes nothing', async () => {
      await add(1);
      const before = await seen(1);
      await expect(move(1, visit => visit.approve('404', nothingAsked, occasion()))).rejects.toEqual(
        refusal('PersonNotFound', 'PersonId [404] not found'),
      );
      expect(await seen(1)).toEqual(before);
    });
  });

  describe('a document that was shown', () => {
    it('is kept for the visitor with the step', async () => {
      await add(1);
      expect(await storage.facts.documentOf(guid(1))).toBeNull();
      await move(1, visit => visit.verifyByDocument(passport, null, occasion()));
      expect(await storage.facts.documentOf(guid(1))).toEqual(passport);
    });

    it('is a ConcurrentUpdate when the visitor got one by another visit meanwhile, and changes nothing', async () => {
      await add(1, { visitor: someVisitor({ id: guid(70) }) });
      await add(2, { visitor: someVisitor({ id: guid(70) }) });
      const second = await load(2);
      await move(1, visit => visit.verifyByDocument(passport, null, occasion()));
      const before = await seen(2);
      second.verifyByDocument({ ...passport, number: 'X' }, null, occasion());
      await expect(storage.visits.save(second, caller)).rejects.toBeInstanceOf(ConcurrentUpdate);
      expect(await seen(2)).toEqual(before);
    });

    it('is refused with DocumentOfAnother when somebody else has it on file, and nothing of the step is left', async () => {
      await add(1, { visitor: someVisitor({ document: passport }) });
      await add(2, { visitor: someVisitor({ id: guid(71) }) });
      const before = await seen(2);
      await expect(move(2, visit => visit.verifyByDocument(passport, null, occasion()))).rejects.toEqual(
        refusal('DocumentOfAnother', `Document belongs to another visitor than [${guid(71)}]`),
      );
      expect(await seen(2)).toEqual(before);
    });
  });

  describe('a new visit', () => {
    it.each([
      ['VisitTypeNotFound', { visitType: 'Tour' }, 'VisitType [Tour] not found'],
      ['PersonNotFound', { visitedPerson: '404' }, 'PersonId [404] not found'],
      ['PersonNotFound', { escort: '405' }, 'PersonId [405] not found'],
      ['StructureNotFound', { visitedStructure: 'Moon' }, 'Organization structure [Moon] not found'],
      ['IdentifierNotFound', { identifier: 'ABBA' }, 'Identifier [ABBA] not found'],
      ['IdentifierUnusable', { identifier: 'DEAD' }, 'Identifier [DEAD] is lost or not valid now'],
    ])('is refused with %s', async (code, details, message) => {
      await expect(add(1, details)).rejects.toEqual(refusal(code, message));
      expect(await storage.visits.find(guid(1))).toBeUndefined();
    });

    it('under an id in use is refused with VisitExists, and the other is left as it was', async () => {
      await add(1);
      const before = await seen(1);
      await expect(add(1, { reason: 'another' }, { entryCode: '999999' })).rejects.toEqual(
        refusal('VisitExists', `VisitId [${guid(1)}] already exists`),
      );
      expect(await seen(1)).toEqual(before);
    });

    it('with the entry code of an open visit is a ConcurrentUpdate, until that visit is over', async () => {
      await add(1, {}, { entryCode: '123456' });
      await expect(add(2, {}, { entryCode: '123456' })).rejects.toBeInstanceOf(ConcurrentUpdate);
      await move(1, visit => visit.reject(RejectReason.NoShow, occasion()));
      await add(2, {}, { entryCode: '123456' });
      expect((await load(2)).snapshot().entryCode).toBe('123456');
    });

    it('that is refused leaves nothing half done: no visitor, no document, no card', async () => {
      await add(1, { identifier: 'BEEF' });
      const details = { identifier: 'BEEF', visitor: someVisitor({ id: guid(75), document: passport }) };
      await expect(add(2, details)).rejects.toEqual(refusal('IdentifierAssigned'));
      const activity = { activityType: 'Hygiene', validTo: new Date(0), description: '', attachment: null };
      await expect(storage.activities.add(guid(75), activity, caller, leaveAlone)).rejects.toEqual(
        refusal('VisitorNotFound'),
      );
      // The document is nobody's, and the card of the first visit is still held.
      await add(3, { visitor: someVisitor({ id: guid(76), document: passport }) });
      expect(await cardStatus(1)).toBe(1);
    });

    it('that is refused for the document of another leaves the card free', async () => {
      await add(1, { visitor: someVisitor({ document: passport }) });
      const stranger = someVisitor({ id: guid(75), document: passport });
      await expect(add(2, { identifier: 'BEEF', visitor: stranger })).rejects.toEqual(
        refusal('DocumentOfAnother'),
      );
      await add(3, { identifier: 'BEEF' });
      expect(await cardStatus(3)).toBe(1);
    });
  });

  describe('the visitor of a new visit', () => {
    const visitorOf = async (n: number) => (await storage.visits.find(guid(n)))?.visit.visitor;

    it('is the one of the given id, of whom nothing is overwritten', async () => {
      await add(1, { visitor: someVisitor({ id: guid(70) }) });
      await add(2, { visitor: someVisitor({ id: guid(70), surname: 'Changed' }) });
      expect(await visitorOf(2)).toMatchObject({ id: guid(70), surname: 'Svoboda' });
    });

    it('is the one of the document where no id is given', async () => {
      await add(1, { visitor: someVisitor({ id: guid(70), document: passport }) });
      await add(2, { visitor: someVisitor({ document: passport, surname: 'Changed' }) });
      expect(await visitorOf(2)).toMatchObject({ id: guid(70), surname: 'Svoboda' });
    });

    it.each([
      ['number', { ...passport, number: 'P1' }],
      ['state', { ...passport, state: 'SK' }],
      ['type', { ...passport, type: 1 as const }],
    ])('is somebody else where the %s of the document differs', async (_part, document) => {
      await add(1, { visitor: someVisitor({ id: guid(70), document: passport }) });
      await add(2, { visitor: someVisitor({ document }) });
      expect((await visitorOf(2))?.id).not.toBe(guid(70));
    });

    it('is somebody new without id and document, although the name is the same', async () => {
      await add(1);
      await add(2);
      expect((await visitorOf(1))?.id).not.toBe((await visitorOf(2))?.id);
    });

    it('gets the document that was missing, and keeps the one on file', async () => {
      await add(1, { visitor: someVisitor({ id: guid(70) }) });
      await add(2, { visitor: someVisitor({ id: guid(70), document: passport }) });
      expect(await storage.facts.documentOf(guid(1))).toEqual(passport);
      await add(3, { visitor: someVisitor({ id: guid(70), document: { ...passport, number: 'X' } }) });
      expect(await storage.facts.documentOf(guid(3))).toEqual(passport);
    });
  });

  describe('a card', () => {
    it('is held by one open visit', async () => {
      await add(1, { identifier: 'BEEF' });
      expect(await cardStatus(1)).toBe(1);
      await expect(add(2, { identifier: 'BEEF' })).rejects.toEqual(
        refusal('IdentifierAssigned', 'Identifier [BEEF] is assigned to another visit'),
      );
    });

    it('is known by its number in any case, with leading zeros', async () => {
      await add(1, { identifier: '004a1b2c3' });
      expect((await storage.visits.find(guid(1)))?.visit.identifier?.internalNr).toBe('4A1B2C3');
      await expect(add(2, { identifier: '4A1B2C3' })).rejects.toEqual(refusal('IdentifierAssigned'));
    });

    it.each([
      ['ended', [verify, check, end]],
      ['rejected', [(visit: Visit) => visit.reject(RejectReason.Denied, occasion())]],
    ])('is free again when the visit is %s', async (_how, steps) => {
      await add(1, { identifier: 'BEEF' });
      await move(1, ...steps);
      expect(await cardStatus(1)).toBe(0);
      await add(2, { identifier: 'BEEF' });
      expect(await cardStatus(2)).toBe(1);
    });

    it('stays with the visit through its other steps', async () => {
      await add(1, { identifier: 'BEEF' });
      await move(1, verify, check, enter);
      expect(await cardStatus(1)).toBe(1);
    });

    it('is given back by the visit that holds it only', async () => {
      await add(1, { identifier: 'BEEF' });
      await add(2, { identifier: '4A1B2C3' });
      await move(2, visit => visit.reject(RejectReason.Denied, occasion()));
      expect(await cardStatus(1)).toBe(1);
    });

    it.each([
      [-1, 'refused'],
      [0, 'given'],
      [3_600_000, 'given'],
      [3_600_001, 'refused'],
    ])('of one hour is, %i ms after it became valid, %s', async (afterMs, outcome) => {
      storage.clock.jump(afterMs);
      const adding = add(1, { identifier: 'CAFE' });
      if (outcome === 'given') await expect(adding).resolves.toMatchObject({ match: 0 });
      else await expect(adding).rejects.toEqual(refusal('IdentifierUnusable'));
    });
  });
});
