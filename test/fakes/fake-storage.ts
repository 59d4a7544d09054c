import { type Caller, holds, mayTouchRecord, type RecordRight } from '../../src/shared/caller';
import { AppError } from '../../src/shared/errors/app-error';
import type { DocumentData, VisitorData } from '../../src/shared/visitor';
import type { HistoryEntry, VisitDetails } from '../../src/visits/application/ports';
import type { VisitSnapshot } from '../../src/visits/domain/visit';
import { OpensFile } from '../../src/visitors';
import { cards, persons, units, visitTypes } from './reference-data';

export interface StoredVisit {
  readonly snapshot: VisitSnapshot;
  readonly details: VisitDetails;
  readonly visitorId: string;
  readonly opensFile: OpensFile;
  readonly history: readonly HistoryEntry[];
}

export type StoredVisitor = VisitorData & { readonly id: string; readonly createdBy: string };

interface StoredActivity {
  readonly visitorId: string;
  readonly title: string;
  readonly validTo: Date;
}

/** All that changes. The records themselves never do: they are replaced. */
export interface Content {
  visits: StoredVisit[];
  visitors: StoredVisitor[];
  activities: StoredActivity[];
  /** VisitId by number of the card. */
  heldBy: Map<string, string>;
}

/** What the fakes of one test have in common, in memory. */
export class FakeStorage {
  private content: Content = { visits: [], visitors: [], activities: [], heldBy: new Map() };

  get now(): Readonly<Content> {
    return this.content;
  }

  /** All of `work` or nothing of it. */
  change<T>(work: (draft: Content) => T): Promise<T> {
    return Promise.resolve().then(() => {
      const { visits, visitors, activities, heldBy } = this.content;
      const draft = {
        visits: [...visits],
        visitors: [...visitors],
        activities: [...activities],
        heldBy: new Map(heldBy),
      };
      const result = work(draft);
      this.content = draft;
      return result;
    });
  }

  visit(id: string): StoredVisit | undefined {
    return this.content.visits.find(({ snapshot }) => snapshot.id === id);
  }
}

/** Whether privilege and record permission let the caller view or edit this visitor. */
export function mayTouchVisitor(
  { visits }: Readonly<Content>,
  { id, createdBy }: StoredVisitor,
  caller: Caller,
  right: RecordRight,
): boolean {
  const needed = right === 'View' ? OpensFile.ToView : OpensFile.ToEdit;
  const structures = visits
    .filter(({ visitorId, opensFile }) => visitorId === id && opensFile >= needed)
    .flatMap(({ snapshot: { structure } }) => (structure === null ? [] : [structure]));
  return (
    holds(caller, 'Visitors', right) && mayTouchRecord(caller, 'Visitors', right, { createdBy, structures })
  );
}

/** How far the file of this visitor is open to the caller. */
export function openTo(content: Readonly<Content>, visitor: StoredVisitor, caller: Caller): OpensFile {
  if (!mayTouchVisitor(content, visitor, caller, 'View')) return OpensFile.Not;
  return mayTouchVisitor(content, visitor, caller, 'Edit') ? OpensFile.ToEdit : OpensFile.ToView;
}

export function visitTypeOf(title: string): (typeof visitTypes)[number] {
  const type = visitTypes.find(type => type.title === title);
  if (!type) throw new AppError('VisitTypeNotFound', title);
  return type;
}

export function personOf(personId: string): (typeof persons)[number] {
  const person = persons.find(person => person.personId === personId);
  if (!person) throw new AppError('PersonNotFound', personId);
  return person;
}

export function unitOf(structure: string): (typeof units)[number] {
  const unit = units.find(unit => unit.structure === structure);
  if (!unit) throw new AppError('StructureNotFound', structure);
  return unit;
}

export function cardOf(number: string): (typeof cards)[number] {
  const card = cards.find(({ internalNr }) => internalNr === number.toUpperCase().replace(/^0+/, ''));
  if (!card) throw new AppError('IdentifierNotFound', number);
  return card;
}

export function isSame(a: DocumentData | null, b: DocumentData | null): boolean {
  return a !== null && a.number === b?.number && a.state === b.state && a.type === b.type;
}
