import { Injectable } from '@nestjs/common';
import type { Listed, Page } from '../../shared/page';
import { compareWanted, type PutOptions, type PutResult } from '../../shared/put';
import type { ActivityTypeView } from '../../shared/visitor';
import { ActivityTypes } from './activity-types';

/** What a request says of an activity type. Null or undefined: nothing. */
export type ActivityTypeRequest = {
  readonly [Member in keyof Omit<ActivityTypeView, 'title'>]?: ActivityTypeView[Member] | null;
};

/** The catalogue of activity types. */
@Injectable()
export class AdministerActivityTypes {
  constructor(private readonly types: ActivityTypes) {}

  list(page: Page): Promise<Listed<ActivityTypeView>> {
    return this.types.list(page);
  }

  /** @throws AppError ActivityTypeExists */
  async create(title: string, request: ActivityTypeRequest): Promise<ActivityTypeView> {
    const type = described(title, request);
    await this.types.add(type);
    return type;
  }

  /** Makes a type as described, or changes it to be so: what is left out gets its default. */
  async put(title: string, request: ActivityTypeRequest, { dryRun }: PutOptions): Promise<PutResult> {
    const wanted = described(title, request);
    const stored = await this.types.find(title);
    const result = compareWanted(stored, wanted);
    if (dryRun || result.outcome === 'left') return result;
    await (stored ? this.types.change(wanted) : this.types.add(wanted));
    return result;
  }
}

function described(title: string, { shortcut, frequency, signed }: ActivityTypeRequest): ActivityTypeView {
  return { title, shortcut: shortcut ?? '', frequency: frequency ?? 0, signed: signed ?? false };
}
