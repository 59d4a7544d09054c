import type { Listed, Page } from '../../shared/page';

export interface VisitTypeView {
  /** By which all else refers to the type. */
  readonly title: string;
  readonly shortcut: string;
  readonly escortRequired: boolean;
  /** Titles of the activities that the visitor must have done. */
  readonly requiredActivities: readonly string[];
}

/** The kinds of visits. Every change is one transaction. */
export abstract class VisitTypes {
  /** By title. */
  abstract list(page: Page): Promise<Listed<VisitTypeView>>;
  /** @throws AppError ActivityTypeNotFound, VisitTypeExists */
  abstract add(type: VisitTypeView): Promise<void>;
  /**
   * @param decide is shown the type as it is, and says what it becomes
   * @returns what it became
   * @throws AppError VisitTypeNotFound, ActivityTypeNotFound
   */
  abstract change(title: string, decide: (stored: VisitTypeView) => VisitTypeView): Promise<VisitTypeView>;
}
