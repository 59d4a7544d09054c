import type { Listed, Page } from '../../shared/page';
import type { ActivityTypeView } from '../../shared/visitor';

/** Kinds of activities, by title. */
export abstract class ActivityTypes {
  abstract list(page: Page): Promise<Listed<ActivityTypeView>>;
  /** @throws AppError ActivityTypeExists */
  abstract add(type: ActivityTypeView): Promise<void>;
}
