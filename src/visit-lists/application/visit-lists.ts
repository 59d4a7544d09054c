import type { Caller } from '../../shared/caller';
import type { Listed, Page } from '../../shared/page';
import type { VisitState } from '../../shared/visit';

/** Which visits are listed: those that meet every condition that is not null. */
export interface VisitFilter {
  readonly states: readonly VisitState[] | null;
  /** The visit begins then or later. */
  readonly from: Date | null;
  /** The visit begins before. */
  readonly to: Date | null;
  /** Stands anywhere in the visitor's name, company, e-mail, phone or document number; under three characters: at the beginning. */
  readonly visitor: string | null;
  readonly visitorId: string | null;
  /** PersonId of the host. */
  readonly visitedPerson: string | null;
  /** Path of a unit: visits to it and to all below it. */
  readonly visitedStructure: string | null;
  /** Beginning of the plate of the vehicle or trailer, however it is spaced. */
  readonly plate: string | null;
  /** Title. */
  readonly visitType: string | null;
  /** Changed after the change of this number, or since this time. */
  readonly changedSince: number | Date | null;
}

/** Visits that are equal in it follow in the order in which they were made, or in reverse where it is descending. */
export interface VisitOrder {
  readonly by: 'created' | 'validFrom' | 'changed';
  readonly descending: boolean;
}

export interface VisitListRow {
  /** Number in the order in which visits were made; never shown. */
  readonly seq: number;
  readonly id: string;
  readonly visitorId: string;
  /** Surname and name. */
  readonly visitor: string;
  readonly vehiclePlate: string | null;
  readonly trailerPlate: string | null;
  readonly visitType: string;
  readonly visitedPerson: { readonly id: string; readonly name: string } | null;
  readonly visitedStructure: string | null;
  readonly escort: { readonly id: string; readonly name: string } | null;
  readonly entryCode: string | null;
  readonly reason: string;
  readonly isPlanned: boolean;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly state: VisitState;
}

/** Lists of visits: one statement for what is on a page, whatever that is, and a few for its long texts. */
export abstract class VisitLists {
  /** @throws AppError VisitorNotFound, PersonNotFound, StructureNotFound, VisitTypeNotFound */
  abstract page(
    caller: Caller,
    filter: VisitFilter,
    order: VisitOrder,
    page: Page,
  ): Promise<Listed<VisitListRow>>;
  /** Those made after the one with number `after`, in the order in which they were made. @throws AppError as `page` */
  abstract following(
    caller: Caller,
    filter: VisitFilter,
    after: number,
    size: number,
  ): Promise<readonly VisitListRow[]>;
  /**
   * Number of the newest change: all up to it are told to who reads from now on, and every later one has a higher number.
   * 0 when there was none.
   */
  abstract newestChange(): Promise<number>;
  /** Number of the last change that was surely made before a time; 0 when there was none. */
  abstract lastChangeBefore(time: Date): Promise<number>;
}

/** The signed passes of the visits of a list. */
export abstract class VisitPasses {
  abstract sign(visit: Pick<VisitListRow, 'id' | 'validFrom' | 'validTo'>): Promise<string>;
}
