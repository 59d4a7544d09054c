import { Injectable } from '@nestjs/common';
import type { Listed, Page } from '../../shared/page';
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
    const plain = { title, shortcut: '', escortRequired: false, requiredActivities: [] };
    const type = changed(plain, request);
    await this.types.add(type);
    return type;
  }

  /** What the request leaves out stays. @throws AppError VisitTypeNotFound, ActivityTypeNotFound */
  update(title: string, request: VisitTypeRequest): Promise<VisitTypeView> {
    return this.types.change(title, stored => changed(stored, request));
  }
}

function changed(stored: VisitTypeView, request: VisitTypeRequest): VisitTypeView {
  return {
    title: stored.title,
    shortcut: request.shortcut ?? stored.shortcut,
    escortRequired: request.escortRequired ?? stored.escortRequired,
    requiredActivities: [...new Set(request.requiredActivities ?? stored.requiredActivities)].sort(),
  };
}
