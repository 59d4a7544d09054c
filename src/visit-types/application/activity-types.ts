import type { Listed, Page } from '../../shared/page';
import type { ActivityTypeView } from '../../shared/visitor';

/** Kinds of activities, by title. */
export abstract class ActivityTypes {
  abstract list(page: Page): Promise<Listed<ActivityTypeView>>;
  abstract find(title: string): Promise<ActivityTypeView | undefined>;
  /** @throws AppError ActivityTypeExists */
  abstract add(type: ActivityTypeView): Promise<void>;
  /** Replaces the other members of the type of this title. @throws AppError ActivityTypeNotFound */
  abstract change(type: ActivityTypeView): Promise<void>;
}
