import type { Caller, OwnedRecord } from '../../src/shared/caller';
import type { Clock } from '../../src/shared/clock';
import { AppError } from '../../src/shared/errors/app-error';
import { type Listed, offsetOf, type Page } from '../../src/shared/page';
import type { Random } from '../../src/shared/random';
import { foldText } from '../../src/shared/fold-text';
import { type DocumentData, type VisitorData, VisitorMatch } from '../../src/shared/visitor';
import { OpensFile } from '../../src/visitors';
import { contradict } from '../../src/visitors/domain/same-person';
import {
  type AddedVisit,
  ConcurrentUpdate,
  type HistoryEntry,
  type OverduePlace,
  type OverdueVisit,
  type VisitChanges,
  type VisitDetails,
  VisitRepository,
  type VisitView,
  type VisitWithPrevious,
} from '../../src/visits/application/ports';
import { Visit } from '../../src/visits/domain/visit';
import {
  type Content,
  type FakeStorage,
  type StoredVisit,
  cardOf,
  isSame,
  mayTouchVisitor,
  openTo,
  personOf,
  unitOf,
  visitTypeOf,
} from './fake-storage';
import { visitViewOf } from './visit-view-of';

const OVERDUE_AT_ONCE = 3;

export class FakeVisitRepository extends VisitRepository {
  private readonly interruptions: (() => Promise<unknown>)[] = [];
  /** Of the visits, in the order in which they were made; what is erased keeps its own. */
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly storage: FakeStorage,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    super();
  }

  find(id: string): Promise<VisitWithPrevious | undefined> {
    return Promise.resolve(this.stored(id));
  }

  findNewest(visitorId: string, mayView: (visit: OwnedRecord) => boolean): Promise<VisitView | undefined> {
    const visits = this.storage.now.visits.filter(visit => visit.visitorId === visitorId);
    const newest = visits.findLast(({ snapshot }) => mayView(snapshot));
    return Promise.resolve(newest && visitViewOf(this.storage.now, newest));
  }

  history(id: string, page: Page): Promise<Listed<HistoryEntry>> {
    const history = this.storage.visit(id)?.history ?? [];
    const first = offsetOf(page);
    return Promise.resolve({ rows: history.slice(first, first + page.size), total: history.length });
  }

  overdue(end: Date, after?: OverduePlace): Promise<OverdueVisit[]> {
    const found = this.storage.now.visits
      .map(({ snapshot, history }) => ({
        visit: Visit.restore(snapshot),
        wasInside: history.some(({ command }) => command === 'enter'),
        validTo: snapshot.validTo,
        seq: this.numberOf(snapshot.id),
      }))
      .filter(each => each.visit.snapshot().state < 6 && each.validTo < end)
      .filter(each => !after || compare(each, after) > 0)
      .sort(compare);
    return Promise.resolve(found.slice(0, OVERDUE_AT_ONCE));
  }

  private numberOf(id: string): number {
    const number = this.numbers.get(id) ?? this.numbers.size + 1;
    this.numbers.set(id, number);
    return number;
  }

  async add(visit: Visit, details: VisitDetails, by: Caller): Promise<AddedVisit> {
    await this.interruptions.shift()?.();
    const match = await this.storage.change(draft => {
      const snapshot = visit.snapshot();
      refuseUnknown(details);
      if (draft.visits.some(other => other.snapshot.id === visit.id))
        throw new AppError('VisitExists', visit.id);
      if (draft.visits.some(other => other.snapshot.entryCode === snapshot.entryCode))
        throw new ConcurrentUpdate();
      const { visitorId, match, opensFile } = this.resolveVisitor(draft, details.visitor, by);
      if (details.identifier !== null) assignCard(draft, details.identifier, visit.id, this.clock.now());
      draft.visits.push({ snapshot, details, visitorId, opensFile, history: historyOf(visit, by) });
      return match;
    });
    return { match, stored: this.justWritten(visit.id) };
  }

  async save(visit: Visit, by: Caller): Promise<void> {
    await this.interruptions.shift()?.();
    return this.storage.change(draft => saveIn(draft, visit, by, {}, this.clock.now()));
  }

  async saveChanged(visit: Visit, by: Caller, changes: VisitChanges): Promise<VisitWithPrevious> {
    await this.interruptions.shift()?.();
    await this.storage.change(draft => saveIn(draft, visit, by, changes, this.clock.now()));
    return this.justWritten(visit.id);
  }

  private stored(id: string): VisitWithPrevious | undefined {
    const { visits } = this.storage.now;
    const index = visits.findIndex(({ snapshot }) => snapshot.id === id);
    const stored = visits[index];
    if (!stored) return undefined;
    const previous = visits.slice(0, index).findLast(({ visitorId }) => visitorId === stored.visitorId);
    return {
      visit: visitViewOf(this.storage.now, stored),
      previous: previous && visitViewOf(this.storage.now, previous),
    };
  }

  private justWritten(id: string): VisitWithPrevious {
    const stored = this.stored(id);
    if (!stored) throw new Error('a visit is not where it was just written');
    return stored;
  }

  /** What others do just before each of the next writes, one for one. */
  interrupt(...works: (() => Promise<unknown>)[]): void {
    this.interruptions.push(...works);
  }

  /** As if somebody had removed it from the storage. */
  erase(id: string): Promise<void> {
    return this.storage.change(draft => {
      draft.visits = draft.visits.filter(({ snapshot }) => snapshot.id !== id);
    });
  }

  private resolveVisitor(
    draft: Content,
    given: VisitorData,
    by: Caller,
  ): { visitorId: string; match: VisitorMatch; opensFile: OpensFile } {
    const { visitor, match } = matchOf(draft.visitors, given);
    if (visitor) {
      const opensFile = openTo(draft, visitor, by);
      if (opensFile === OpensFile.Not && !isNamedAlike(visitor, given))
        throw new AppError('VisitorsViewPermission', visitor.id);
      if (given.document && !visitor.document && mayTouchVisitor(draft, visitor, by, 'Edit'))
        keepDocument(draft, visitor.id, given.document);
      return { visitorId: visitor.id, match, opensFile };
    }
    const visitorId = given.id ?? this.random.guid();
    if (draft.visitors.some(other => isSame(other.document, given.document)))
      throw new AppError('DocumentOfAnother', visitorId);
    draft.visitors.push({ ...given, id: visitorId, createdBy: by.userId });
    return { visitorId, match, opensFile: OpensFile.ToEdit };
  }
}

function compare(one: OverduePlace, other: OverduePlace): number {
  return one.validTo.getTime() - other.validTo.getTime() || one.seq - other.seq;
}

function exchangeCard(draft: Content, number: string | null, visitId: string, at: Date): void {
  if (number !== null && draft.heldBy.get(cardOf(number).internalNr) === visitId) return;
  draft.heldBy = new Map([...draft.heldBy].filter(([, holder]) => holder !== visitId));
  if (number !== null) assignCard(draft, number, visitId, at);
}

function assignCard(draft: Content, number: string, visitId: string, at: Date): void {
  const { internalNr, lost, validFrom, validTo } = cardOf(number);
  if (lost || (validFrom && at < validFrom) || (validTo && at > validTo))
    throw new AppError('IdentifierUnusable', internalNr);
  if (draft.heldBy.has(internalNr)) throw new AppError('IdentifierAssigned', internalNr);
  draft.heldBy.set(internalNr, visitId);
}

const key = (text: string) => foldText(text).trim();

function isNamedAlike(one: VisitorData, other: VisitorData): boolean {
  return key(one.name) === key(other.name) && key(one.surname) === key(other.surname);
}

function matchOf(
  visitors: Content['visitors'],
  given: VisitorData,
): { visitor?: Content['visitors'][number]; match: VisitorMatch } {
  const someone = { match: VisitorMatch.New };
  if (given.id !== null) {
    const visitor = visitors.find(({ id }) => id === given.id);
    return visitor ? { visitor, match: VisitorMatch.VisitorId } : someone;
  }
  const byDocument = visitors.find(({ document }) => isSame(document, given.document));
  if (byDocument) return { visitor: byDocument, match: VisitorMatch.Document };
  const named = visitors.filter(onFile => isNamedAlike(onFile, given) && !contradict(onFile, given));
  const byEmail = named.filter(({ email }) => key(given.email) !== '' && key(email) === key(given.email));
  const byBirth = named.filter(
    ({ dateOfBirth }) => given.dateOfBirth !== null && dateOfBirth === given.dateOfBirth,
  );
  const [found, match] =
    byEmail.length > 0 ? [byEmail, VisitorMatch.EmailAndName] : [byBirth, VisitorMatch.NameAndDateOfBirth];
  return found.length === 1 ? { visitor: found[0], match } : someone;
}

export function saveIn(
  draft: Content,
  visit: Visit,
  by: Caller,
  changes: VisitChanges = {},
  at = new Date(0),
): void {
  const snapshot = visit.snapshot();
  if (snapshot.approvedBy !== null) personOf(snapshot.approvedBy);
  const index = draft.visits.findIndex(other => other.snapshot.id === visit.id);
  const stored = draft.visits[index];
  if (!stored) throw new AppError('VisitGone');
  if (stored.snapshot.version !== snapshot.version) throw new ConcurrentUpdate();
  for (const { document } of visit.moves)
    if (document) keepDocument(draft, stored.visitorId, document, new ConcurrentUpdate());
  if (snapshot.state >= 7)
    draft.heldBy = new Map([...draft.heldBy].filter(([, holder]) => holder !== visit.id));
  const details = { ...stored.details, ...given(changes) };
  refuseUnknown(details);
  if (changes.identifier !== undefined) exchangeCard(draft, changes.identifier, visit.id, at);
  draft.visits[index] = {
    ...stored,
    opensFile: opensFileAfter(draft, stored, changes, by),
    details,
    snapshot: { ...snapshot, version: snapshot.version + 1 },
    history: [...stored.history, ...historyOf(visit, by)],
  };
}

function opensFileAfter(
  draft: Content,
  { visitorId, details, opensFile }: StoredVisit,
  { visitedStructure = details.visitedStructure }: VisitChanges,
  by: Caller,
): OpensFile {
  const visitor = draft.visitors.find(({ id }) => id === visitorId);
  if (!visitor || visitedStructure === details.visitedStructure) return opensFile;
  return openTo(draft, visitor, by);
}

/** What is not undefined. */
function given(changes: VisitChanges): Partial<VisitDetails> {
  const members: [string, unknown][] = Object.entries(changes);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function refuseUnknown(details: VisitDetails): void {
  visitTypeOf(details.visitType);
  for (const personId of [details.visitedPerson, details.escort]) if (personId !== null) personOf(personId);
  if (details.visitedStructure !== null) unitOf(details.visitedStructure);
  if (details.identifier !== null) cardOf(details.identifier);
}

/** @param meanwhile thrown where the visitor has a document already */
function keepDocument(draft: Content, visitorId: string, document: DocumentData, meanwhile?: Error): void {
  const index = draft.visitors.findIndex(({ id }) => id === visitorId);
  const visitor = draft.visitors[index];
  if (!visitor) throw new AppError('VisitorNotFound', visitorId);
  if (visitor.document && meanwhile) throw meanwhile;
  if (draft.visitors.some(other => isSame(other.document, document)))
    throw new AppError('DocumentOfAnother', visitorId);
  draft.visitors[index] = { ...visitor, document };
}

function historyOf(visit: Visit, { login, address, requestId }: Caller): HistoryEntry[] {
  return visit.moves.map(({ document: _, ...move }) => ({ ...move, login, address, requestId }));
}
