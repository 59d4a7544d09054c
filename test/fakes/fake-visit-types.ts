import { AppError } from '../../src/shared/errors/app-error';
import { type Listed, offsetOf, type Page } from '../../src/shared/page';
import type { VisitTypeView } from '../../src/shared/visit';
import { VisitTypes } from '../../src/visit-types/application/visit-types';
import { activityTypes, visitTypes } from './reference-data';

/** The visit types of the reference data, to be changed. */
export class FakeVisitTypes extends VisitTypes {
  private types: readonly VisitTypeView[] = visitTypes;

  list(page: Page): Promise<Listed<VisitTypeView>> {
    const rows = [...this.types].sort((a, b) => (a.title < b.title ? -1 : 1));
    const first = offsetOf(page);
    return Promise.resolve({ rows: rows.slice(first, first + page.size), total: rows.length });
  }

  find(title: string): Promise<VisitTypeView | undefined> {
    return Promise.resolve(this.types.find(type => type.title === title));
  }

  unknownActivities(titles: readonly string[]): Promise<string[]> {
    return Promise.resolve(titles.filter(isUnknown));
  }

  add(type: VisitTypeView): Promise<void> {
    return Promise.resolve().then(() => {
      refuseUnknown(type);
      if (this.types.some(({ title }) => title === type.title))
        throw new AppError('VisitTypeExists', type.title);
      this.types = [...this.types, type];
    });
  }

  change(title: string, decide: (stored: VisitTypeView) => VisitTypeView): Promise<VisitTypeView> {
    return Promise.resolve().then(() => {
      const found = this.types.find(type => type.title === title);
      if (!found) throw new AppError('VisitTypeNotFound', title);
      const changed = decide(found);
      refuseUnknown(changed);
      this.types = this.types.map(type => (type === found ? changed : type));
      return changed;
    });
  }
}

function refuseUnknown({ requiredActivities }: VisitTypeView): void {
  const unknown = requiredActivities.find(isUnknown);
  if (unknown !== undefined) throw new AppError('ActivityTypeNotFound', unknown);
}

function isUnknown(activity: string): boolean {
  return !activityTypes.some(({ title }) => title === activity);
}
