import { Injectable } from '@nestjs/common';
import { type Caller, holds } from '../../shared/caller';
import type { Listed, Page } from '../../shared/page';
import { type VisitFilter, type VisitListRow, VisitLists, type VisitOrder, VisitPasses } from './visit-lists';

/** What is asked for: which visits, and whether with the signed passes, each of which takes its time. */
export interface VisitListRequest {
  readonly filter: VisitFilter;
  readonly withPasses: boolean;
}

/** Where a synchronising client is. */
export interface Position {
  /** Number of the last visit that was told; 0 at the beginning. */
  readonly after: number;
  /** Number of the newest change when the first page was told; a cursor of an earlier version has the time of that change. */
  readonly changedUntil: number | Date;
}

/** A page by cursor; `next` is null after the last one. */
export interface Following {
  readonly rows: readonly ShownRow[];
  readonly next: { readonly after: number; readonly changedUntil: number } | null;
  readonly changedUntil: number;
}

/** A visit with its pass; null where there is no entry code to be seen. */
export type ShownRow = VisitListRow & { readonly pass: string | null };

/** Passes that are signed at once: each takes a little of the one thread that all requests share. */
const SIGNED_AT_ONCE = 50;

/** Visits as a desk and a synchronising client list them: those that the caller may view. */
@Injectable()
export class ListVisits {
  constructor(
    private readonly lists: VisitLists,
    private readonly passes: VisitPasses,
  ) {}

  /** @throws AppError VisitorNotFound, PersonNotFound, StructureNotFound, VisitTypeNotFound when the filter names what is not there */
  async page(
    caller: Caller,
    { filter, withPasses }: VisitListRequest,
    order: VisitOrder,
    page: Page,
  ): Promise<Listed<ShownRow>> {
    const { rows, total } = await this.lists.page(caller, filter, order, page);
    return { rows: await this.shown(caller, rows, withPasses), total };
  }

  /**
   * The next `size` visits in the order in which they were made, which no later write changes: while others write, each
   * visit that fits the filter throughout is told once.
   * @throws AppError as `page`
   */
  async following(
    caller: Caller,
    { filter, withPasses }: VisitListRequest,
    position: Position | undefined,
    size: number,
  ): Promise<Following> {
    // Before the rows: what changes after it is told to who asks for changes since it.
    const changedUntil = await this.newestChange(position);
    const rows = await this.lists.following(caller, filter, position?.after ?? 0, size);
    const last = rows.at(-1);
    const next = last && rows.length === size ? { after: last.seq, changedUntil } : null;
    return { rows: await this.shown(caller, rows, withPasses), next, changedUntil };
  }

  private newestChange(position: Position | undefined): Promise<number> | number {
    if (!position) return this.lists.newestChange();
    const { changedUntil } = position;
    return typeof changedUntil === 'number' ? changedUntil : this.lists.lastChangeBefore(changedUntil);
  }

  /** An entry code is shown to who may ask for it on its own (1141). */
  private async shown(
    caller: Caller,
    rows: readonly VisitListRow[],
    withPasses: boolean,
  ): Promise<readonly ShownRow[]> {
    const maySee = holds(caller, 'Identifiers', 'View');
    const shown: ShownRow[] = [];
    for (let from = 0; from < rows.length; from += SIGNED_AT_ONCE) {
      const portion = rows.slice(from, from + SIGNED_AT_ONCE).map(async row => {
        const entryCode = maySee ? row.entryCode : null;
        const pass = entryCode !== null && withPasses ? await this.passes.sign(row) : null;
        return { ...row, entryCode, pass };
      });
      shown.push(...(await Promise.all(portion)));
    }
    return shown;
  }
}
