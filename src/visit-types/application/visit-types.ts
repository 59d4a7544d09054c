import type { Listed, Page } from '../../shared/page';
import type { VisitTypeView } from '../../shared/visit';

/** The kinds of visits. Every change is one transaction. */
export abstract class VisitTypes {
  /** By title. */
  abstract list(page: Page): Promise<Listed<VisitTypeView>>;
  abstract find(title: string): Promise<VisitTypeView | undefined>;
  /** Of these titles those that no activity type has. */
  abstract unknownActivities(titles: readonly string[]): Promise<string[]>;
  /** @throws AppError ActivityTypeNotFound, VisitTypeExists */
  abstract add(type: VisitTypeView): Promise<void>;
  /**
   * @param decide is shown the type as it is, and says what it becomes
   * @returns what it became
   * @throws AppError VisitTypeNotFound, ActivityTypeNotFound
   */
  abstract change(title: string, decide: (stored: VisitTypeView) => VisitTypeView): Promise<VisitTypeView>;
}
