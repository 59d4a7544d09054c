import type { Caller } from '../../shared/caller';
import type { Listed, Page } from '../../shared/page';
import type { ActivityData, ActivityTypeView, VisitorData, VisitorMatch } from '../../shared/visitor';

/** Filter of a list of visitors. Null: no condition. */
export interface VisitorFilter {
  /** Substring of name, surname, company, e-mail, phone and document number. Case and accents do not count. */
  readonly text: string | null;
  readonly docNumber: string | null;
  /** Case and accents do not count. */
  readonly email: string | null;
}

/** Changes of a visitor. Null: unchanged. */
export type VisitorChanges = {
  readonly [Member in Exclude<keyof VisitorData, 'id'>]: VisitorData[Member] | null;
};

/** The members of a visitor that can be cleared. */
export type ClearableMember = Exclude<keyof VisitorChanges, 'name' | 'surname'>;

/** The visitor after a change. A caller without the View permission gets only the changes. Null: not shown, or empty. */
export type ChangedVisitor = VisitorChanges & { readonly id: string };

/** An activity in a list. The attachment is read separately, because it may be large. */
export interface RecordedActivity {
  readonly type: ActivityTypeView;
  readonly activity: Pick<ActivityData, 'validTo' | 'description'>;
  /** From 1, in the order of recording. */
  readonly number: number;
  /** Null without an attachment. */
  readonly attachmentBytes: number | null;
}

/** Visitors within the permissions of a caller. Every method is one transaction. */
export abstract class VisitorRepository {
  /** @throws AppError VisitorNotFound, VisitorsViewPermission */
  abstract get(caller: Caller, id: string): Promise<VisitorData>;
  /** The visitors that the caller may view, by surname and name. */
  abstract list(caller: Caller, filter: VisitorFilter, page: Page): Promise<Listed<VisitorData>>;
  /**
   * Registers a visitor, unless a description without an id matches one on file. Nothing of a matched visitor is
   * overwritten; only a missing document is added, if the caller may edit the visitor.
   * @throws AppError VisitorExists, DocumentOfAnother, VisitorsViewPermission if the caller may not view the matched
   * visitor, by privilege or record permission
   */
  abstract create(
    caller: Caller,
    visitor: VisitorData,
  ): Promise<{ visitor: VisitorData; match: VisitorMatch }>;
  /** @throws AppError VisitorNotFound, VisitorsEditPermission, DocumentOfAnother */
  abstract update(
    caller: Caller,
    id: string,
    changes: VisitorChanges,
    cleared: readonly ClearableMember[],
  ): Promise<ChangedVisitor>;
  /**
   * The activities of a visitor, newest first.
   * @throws AppError VisitorNotFound, VisitorsViewPermission
   */
  abstract activities(caller: Caller, id: string, page: Page): Promise<Listed<RecordedActivity>>;
  /**
   * The attachment of an activity, by its number.
   * @throws AppError VisitorNotFound, VisitorsViewPermission, AttachmentNotFound
   */
  abstract attachment(caller: Caller, id: string, number: number): Promise<Buffer>;
}
