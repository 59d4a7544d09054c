import type { ShownPass } from '../domain/shown-pass';
import type { Caller, OwnedRecord } from '../../shared/caller';
import type { OrgUnitView, PersonView } from '../../shared/directory';
import type { IdentifierView } from '../../shared/identifier';
import type { Listed, Page } from '../../shared/page';
import type { Photo } from '../../shared/photo';
import type { VisitTypeView } from '../../shared/visit';
import type {
  ActivityData,
  ActivityTypeView,
  DocumentData,
  VisitorData,
  VisitorMatch,
} from '../../shared/visitor';
import type { AdmissionFacts } from '../domain/admission';
import type { VehicleType } from '../domain/vehicle-type';
import type { Move } from '../domain/move';
import type { Keeping, Visit, VisitSnapshot } from '../domain/visit';

export interface Vehicle {
  readonly plate: string;
  readonly type: VehicleType;
  readonly model: string;
  readonly description: string;
}

/**
 * What requests say of a visit and may change. Each member is declared here once: `VisitDetails`, `VisitChanges` and
 * `VisitView` follow from it.
 */
export interface VisitMembers {
  readonly vehicle: Vehicle | null;
  readonly trailer: Vehicle | null;
  /** Title of the visit type. */
  readonly visitType: string;
  /** PersonId. */
  readonly visitedPerson: string | null;
  /** Path of the unit. */
  readonly visitedStructure: string | null;
  /** PersonId. */
  readonly escort: string | null;
  /** Internal number of the card. */
  readonly identifier: string | null;
  readonly reason: string;
}

/** What the members refer to, as it is shown. */
interface VisitReferences {
  readonly visitType: VisitTypeView;
  readonly visitedPerson: PersonView | null;
  readonly visitedStructure: OrgUnitView | null;
  readonly escort: PersonView | null;
  readonly identifier: (IdentifierView & { /** By this visit. */ readonly isHeld: boolean }) | null;
}

/** Members that one column holds as they are given and shown. */
export type PlainMember = Exclude<keyof VisitMembers, keyof VisitReferences | 'vehicle' | 'trailer'>;

/** What a new visit is about. */
export interface VisitDetails extends VisitMembers {
  readonly visitor: VisitorData;
  readonly photos: readonly Photo[];
}

/**
 * What is changed of a visit: undefined stays as it is, null is removed. A card that is given is assigned to the visit,
 * and the one that the visit had is free again.
 */
export type VisitChanges = Partial<VisitMembers & Pick<VisitSnapshot, 'validFrom' | 'validTo'>>;

/** Another request changed the visit since it was loaded, or took the entry code: retry. */
export class ConcurrentUpdate extends Error {}

export interface AddedVisit {
  readonly match: VisitorMatch;
  readonly stored: VisitWithPrevious;
}

/** Stored visits. Every write is one transaction over the visit, its steps, its card and its document. */
export abstract class VisitRepository {
  /** A visit as it is shown, and the visitor's one before. */
  abstract find(id: string): Promise<VisitWithPrevious | undefined>;
  /** The newest visit of a visitor that may be viewed, whichever state it is in. */
  abstract findNewest(
    visitorId: string,
    mayView: (visit: OwnedRecord) => boolean,
  ): Promise<VisitView | undefined>;
  /** The steps of a visit, first one first. */
  abstract history(id: string, page: Page): Promise<Listed<HistoryEntry>>;
  /**
   * One batch of the visits that can still be rejected and whose `validTo` lies before `end`, the longest overdue first,
   * from after the place `after`.
   */
  abstract overdue(end: Date, after: OverduePlace | undefined): Promise<readonly OverdueVisit[]>;
  /**
   * Stores a new visit. Returns why it is for its visitor, and the visit as stored.
   * @throws ConcurrentUpdate
   * @throws AppError VisitTypeNotFound, PersonNotFound, StructureNotFound, DocumentOfAnother, VisitorsViewPermission,
   * VisitExists, IdentifierNotFound, IdentifierUnusable, IdentifierAssigned
   */
  abstract add(visit: Visit, details: VisitDetails, by: Caller): Promise<AddedVisit>;
  /**
   * Stores the steps that a loaded visit has made; a visit that is over releases its card.
   * @throws ConcurrentUpdate
   * @throws AppError VisitGone, PersonNotFound, DocumentOfAnother
   */
  abstract save(visit: Visit, by: Caller): Promise<void>;
  /**
   * As `save`, with changed members. Returns the visit as stored.
   * @throws ConcurrentUpdate
   * @throws AppError as `save`, and VisitTypeNotFound, StructureNotFound, IdentifierNotFound, IdentifierUnusable,
   * IdentifierAssigned
   */
  abstract saveChanged(visit: Visit, by: Caller, changes: VisitChanges): Promise<VisitWithPrevious>;
}

/** A place in the list of overdue visits. */
export interface OverduePlace {
  readonly validTo: Date;
  readonly seq: number;
}

export interface OverdueVisit extends OverduePlace {
  readonly visit: Visit;
  /** Whether the visitor has entered, and stepped out again. */
  readonly wasInside: boolean;
}

/** What moves depend on beside the visit. */
export abstract class VisitFacts {
  /** The document on file for the visitor of a visit. */
  abstract documentOf(visitId: string): Promise<DocumentData | null>;
  /** Whether a document shown for the visitor of a visit is kept: it is where the caller may edit the visitor. */
  abstract keepingOf(visitId: string, shown: DocumentData, caller: Caller): Promise<Keeping>;
  /** For the type of the visit, or for the type of this title. @throws AppError VisitTypeNotFound for a title */
  abstract admissionOf(visitId: string, visitType?: string): Promise<AdmissionFacts>;
}

/** The activities of visitors. */
export abstract class VisitorActivities {
  /**
   * Records an activity. In the same transaction, calls `recheck` for each visit of the visitor in state 3 or 4, oldest
   * first, with the facts that include the activity, and stores the steps that it makes.
   * @throws AppError VisitorNotFound, VisitorsEditPermission, ActivityTypeNotFound
   */
  abstract add(
    visitorId: string,
    activity: ActivityData,
    by: Caller,
    recheck: (visit: Visit, facts: AdmissionFacts) => void,
  ): Promise<ActivityTypeView>;
}

export interface FoundVisitor {
  readonly visitor: VisitorData & { readonly id: string };
  /** Whether the record permission of the caller covers the visitor. */
  readonly mayView: boolean;
}

/** Finds visitors at the desk. */
export abstract class VisitorLookup {
  abstract findByDocument(document: DocumentData, caller: Caller): Promise<FoundVisitor | undefined>;
  /** Whether the record permission of the caller covers a visitor. */
  abstract isPermitted(visitorId: string, caller: Caller): Promise<boolean>;
}

/** One visit with all that belongs to it, as it is shown. */
export interface VisitView extends VisitSnapshot, VisitReferences, Omit<VisitMembers, keyof VisitReferences> {
  readonly visitor: VisitorData & {
    readonly id: string;
    /** Id of the user who registered the visitor; null where it was not kept. */
    readonly createdBy: string | null;
  };
}

/** A visit, and the same visitor's visit before it, whichever state that is in. */
export interface VisitWithPrevious {
  readonly visit: VisitView;
  readonly previous: VisitView | undefined;
}

export interface HistoryEntry extends Omit<Move, 'document'> {
  readonly login: string;
  readonly address: string;
  readonly requestId: string;
}

/** Signs passes that a door verifies without asking the service. */
export abstract class PassSigner {
  /** Undefined where the signature is not ours. */
  abstract read(text: string): Promise<ShownPass | undefined>;
  /** The pass of a visit as text; the same window gives the same text. */
  abstract sign(visit: Pick<VisitView, 'id' | 'validFrom' | 'validTo'>): Promise<string>;
}

/** A try at an entry code that was taken, or in how many seconds there is one. */
export type Taken = { readonly giveBack: () => Promise<void> } | { readonly retryAfterSeconds: number };

/** The user and address that try an entry code, and the visit. */
export interface Guesser {
  readonly userId: string;
  readonly address: string;
  readonly visitId: string;
}

/**
 * Limits the tries at entry codes, of one user at one address and at one visit. Several nodes need a shared store.
 */
export abstract class EntryCodeTries {
  /** Takes a try of the caller and one of the visit, or neither. Concurrent calls never take more than there are. */
  abstract take(guesser: Guesser): Promise<Taken>;
}
