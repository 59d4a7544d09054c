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

/** Somebody else changed the visit since it was loaded, or took the entry code: worth another try. */
export class ConcurrentUpdate extends Error {}

export interface AddedVisit {
  readonly match: VisitorMatch;
  readonly stored: VisitWithPrevious;
}

/** Visits as they are kept. Every method is one transaction: the visit, its steps, its card and its document, or nothing. */
export abstract class VisitRepository {
  abstract find(id: string): Promise<Visit | undefined>;
  /**
   * Stores a new visit. Answers why it is for its visitor, and the visit as it was stored.
   * @throws ConcurrentUpdate
   * @throws AppError VisitTypeNotFound, PersonNotFound, StructureNotFound, DocumentOfAnother, VisitorsViewPermission,
   * VisitExists, IdentifierNotFound, IdentifierUnusable, IdentifierAssigned
   */
  abstract add(visit: Visit, details: VisitDetails, by: Caller): Promise<AddedVisit>;
  /**
   * Stores the steps that a loaded visit has made; a visit that is over gives its card back.
   * @throws ConcurrentUpdate
   * @throws AppError VisitGone, PersonNotFound, DocumentOfAnother
   */
  abstract save(visit: Visit, by: Caller): Promise<void>;
  /**
   * As `save`, with what is changed of what the visit is about. Answers the visit as it was stored.
   * @throws ConcurrentUpdate
   * @throws AppError as `save`, and VisitTypeNotFound, StructureNotFound, IdentifierNotFound, IdentifierUnusable,
   * IdentifierAssigned
   */
  abstract saveChanged(visit: Visit, by: Caller, changes: VisitChanges): Promise<VisitWithPrevious>;
}

/** Where a run through the overdue visits has come to. */
export interface OverduePlace {
  readonly validTo: Date;
  readonly seq: number;
}

export interface OverdueVisit extends OverduePlace {
  readonly visit: Visit;
  /** Whether the visitor has entered, and stepped out again. */
  readonly wasInside: boolean;
}

/** Visits that nobody has closed. */
export abstract class OverdueVisits {
  /**
   * Those that can be rejected still and whose `validTo` lies before `end`, the longest overdue first: as many as one
   * batch takes, and none up to `after`.
   */
  abstract batch(end: Date, after: OverduePlace | undefined): Promise<readonly OverdueVisit[]>;
}

/** What moves look at, beside the visit. */
export abstract class VisitFacts {
  /** The document on file for the visitor of a visit. */
  abstract documentOf(visitId: string): Promise<DocumentData | null>;
  /** What becomes of a document that this caller is shown for the visitor of a visit: kept by who may edit the visitor. */
  abstract keepingOf(visitId: string, shown: DocumentData, caller: Caller): Promise<Keeping>;
  /** For the type of the visit, or for another of this title. @throws AppError VisitTypeNotFound for that */
  abstract admissionOf(visitId: string, visitType?: string): Promise<AdmissionFacts>;
}

/** The activities of visitors. */
export abstract class VisitorActivities {
  /**
   * Records an activity and, in the same transaction, the steps that `recheck` lets the visitor's waiting visits make:
   * those in states 3 and 4, the oldest first, each with the facts as they are with the activity.
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

/** Visitors as they are found at the desk. */
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

/** Visits as they are shown: reads only. */
export abstract class VisitViews {
  abstract find(id: string): Promise<VisitWithPrevious | undefined>;
  /** The newest visit of a visitor that may be viewed, whichever state it is in. */
  abstract findNewest(
    visitorId: string,
    mayView: (visit: OwnedRecord) => boolean,
  ): Promise<VisitView | undefined>;
  /** The steps of a visit, first one first. */
  abstract history(id: string, page: Page): Promise<Listed<HistoryEntry>>;
}

/** Signs what a door can read without asking us. */
export abstract class PassSigner {
  /** Undefined for what we did not sign. */
  abstract read(text: string): Promise<ShownPass | undefined>;
  /** The text of the pass of a visit; always the same for the same window. */
  abstract sign(visit: Pick<VisitView, 'id' | 'validFrom' | 'validTo'>): Promise<string>;
}

/** A try at an entry code that was taken, or in how many seconds there is one again. */
export type Taken = { readonly giveBack: () => Promise<void> } | { readonly retryAfterSeconds: number };

/** Who guesses, from where, and at the code of which visit. */
export interface Guesser {
  readonly userId: string;
  readonly address: string;
  readonly visitId: string;
}

/**
 * The tries at entry codes that somebody has, and that there are for a visit, whoever makes them. A shared store can
 * stand here for several nodes.
 */
export abstract class EntryCodeTries {
  /** A try of the caller and one of the visit, or neither. Of tries that are taken at once, no more succeed than there are. */
  abstract take(guesser: Guesser): Promise<Taken>;
}
