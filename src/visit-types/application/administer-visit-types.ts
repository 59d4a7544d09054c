import { Injectable } from '@nestjs/common';
import { AppError } from '../../shared/errors/app-error';
import type { Listed, Page } from '../../shared/page';
import { compareWanted, type PutOptions, type PutResult } from '../../shared/put';
import type { VisitTypeView } from '../../shared/visit';
import { VisitTypes } from './visit-types';

/** What a request says of a visit type. Null or undefined: nothing. */
export type VisitTypeRequest = {
  readonly [Member in keyof Omit<VisitTypeView, 'title'>]?: VisitTypeView[Member] | null;
};

/** The catalogue of visit types. Visits see a change at their next check. */
@Injectable()
export class AdministerVisitTypes {
  constructor(private readonly types: VisitTypes) {}

  list(page: Page): Promise<Listed<VisitTypeView>> {
    return this.types.list(page);
  }

  /** @throws AppError ActivityTypeNotFound, VisitTypeExists */
  async create(title: string, request: VisitTypeRequest): Promise<VisitTypeView> {
    const type = described(title, request);
    await this.types.add(type);
    return type;
  }

  /** What the request leaves out stays. @throws AppError VisitTypeNotFound, ActivityTypeNotFound */
  update(title: string, request: VisitTypeRequest): Promise<VisitTypeView> {
    return this.types.change(title, stored => changed(stored, request));
  }

  /**
   * Makes a type as described, or changes it to be so: what is left out gets its default.
   * @throws AppError BadParameters with every activity type that is not on file
   */
  async put(
    title: string,
    request: VisitTypeRequest,
    { dryRun, alsoOnFile }: PutOptions,
  ): Promise<PutResult> {
    const activities = request.requiredActivities ?? [];
    const unknown = (await this.types.unknownActivities(activities)).filter(each => !alsoOnFile?.has(each));
    const problems = activities.flatMap((activity, index) =>
      unknown.includes(activity)
        ? [{ field: `RequiredActivities[${index}]`, problem: 'is no activity type on file' }]
        : [],
    );
    if (problems.length > 0) throw AppError.badParameters(problems);
    const wanted = described(title, request);
    const stored = await this.types.find(title);
    const result = compareWanted(stored, wanted);
    if (dryRun || result.outcome === 'left') return result;
    await (stored ? this.types.change(title, () => wanted) : this.types.add(wanted));
    return result;
  }
}

function described(title: string, request: VisitTypeRequest): VisitTypeView {
  return changed({ title, shortcut: '', escortRequired: false, requiredActivities: [] }, request);
}

function changed(stored: VisitTypeView, request: VisitTypeRequest): VisitTypeView {
  return {
    title: stored.title,
    shortcut: request.shortcut ?? stored.shortcut,
    escortRequired: request.escortRequired ?? stored.escortRequired,
    requiredActivities: [...new Set(request.requiredActivities ?? stored.requiredActivities)].sort(),
  };
}
