import type { Caller } from '../../shared/caller';
import type { Listed, Page } from '../../shared/page';
import type { ActivityData, ActivityTypeView, VisitorData, VisitorMatch } from '../../shared/visitor';

/** Which visitors a list holds. Null: whichever. */
export interface VisitorFilter {
  /** Anywhere in name, surname, company, e-mail, phone and document number; case and accents do not count. */
  readonly text: string | null;
  readonly docNumber: string | null;
  /** Case and accents do not count. */
  readonly email: string | null;
}

/** What becomes of a visitor on file. Null: it stays. */
export type VisitorChanges = {
  readonly [Member in Exclude<keyof VisitorData, 'id'>]: VisitorData[Member] | null;
};

/** What of a visitor on file can be taken away. */
export type ClearableMember = Exclude<keyof VisitorChanges, 'name' | 'surname'>;

/** What is on file after a change; to who may not view the visitor, what was changed. Null: not told, or nothing. */
export type ChangedVisitor = VisitorChanges & { readonly id: string };

/** An activity as it is listed: its attachment, which may be large, is read by itself. */
export interface RecordedActivity {
  readonly type: ActivityTypeView;
  readonly activity: Pick<ActivityData, 'validTo' | 'description'>;
  /** From 1, in the order in which those of the visitor were recorded. */
  readonly number: number;
  /** Null without one. */
  readonly attachmentBytes: number | null;
}

/** Visitors as a caller gets to see and to change them. Every method is one transaction. */
export abstract class VisitorRepository {
  /** @throws AppError VisitorNotFound, VisitorsViewPermission */
  abstract get(caller: Caller, id: string): Promise<VisitorData>;
  /** Those that the caller may view, by surname and name. */
  abstract list(caller: Caller, filter: VisitorFilter, page: Page): Promise<Listed<VisitorData>>;
  /**
   * Puts a visitor on file, unless the description without an id means one who is: nothing of that one is
   * overwritten, only a missing document is added, where the caller may edit the visitor.
   * @throws AppError VisitorExists, DocumentOfAnother, VisitorsViewPermission when who is meant may not be shown to the
   * caller, by record permission or for want of the privilege
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
   * What a visitor has done, newest first.
   * @throws AppError VisitorNotFound, VisitorsViewPermission
   */
  abstract activities(caller: Caller, id: string, page: Page): Promise<Listed<RecordedActivity>>;
  /**
   * The attachment of the activity of this number.
   * @throws AppError VisitorNotFound, VisitorsViewPermission, AttachmentNotFound
   */
  abstract attachment(caller: Caller, id: string, number: number): Promise<Buffer>;
}
