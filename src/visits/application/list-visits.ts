import { Injectable } from '@nestjs/common';
import { type Caller, holds } from '../../shared/caller';
import type { Listed, Page } from '../../shared/page';
import { PassSigner } from './ports';
import { type VisitFilter, type VisitListRow, VisitLists, type VisitOrder } from './visit-lists';

/** What is asked for: which visits, and whether with the signed passes, each of which takes its time. */
export interface VisitListRequest {
  readonly filter: VisitFilter;
  readonly withPasses: boolean;
}

/** Where a synchronising client is. */
export interface Position {
  /** Number of the last visit that was told; 0 at the beginning. */
  readonly after: number;
  /** The newest change when the first page was told; null when there was no visit. */
  readonly changedUntil: Date | null;
}

/** A visit with its pass; null where there is no entry code to be seen. */
export type ShownRow = VisitListRow & { readonly pass: string | null };

/** Visits as a desk and a synchronising client list them: those that the caller may view. */
@Injectable()
export class ListVisits {
  constructor(
    private readonly lists: VisitLists,
    private readonly passes: PassSigner,
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
   * visit that fits the filter throughout is told once. `next` is null after the last one.
   * @throws AppError as `page`
   */
  async following(
    caller: Caller,
    { filter, withPasses }: VisitListRequest,
    position: Position | undefined,
    size: number,
  ): Promise<{ rows: readonly ShownRow[]; next: Position | null; changedUntil: Date | null }> {
    // Before the rows: what changes after it is told to who asks for changes since it.
    const changedUntil = position ? position.changedUntil : await this.lists.newestChange();
    const rows = await this.lists.following(caller, filter, position?.after ?? 0, size);
    const last = rows.at(-1);
    const next = last && rows.length === size ? { after: last.seq, changedUntil } : null;
    return { rows: await this.shown(caller, rows, withPasses), next, changedUntil };
  }

  /** An entry code is shown to who may ask for it on its own (1141). */
  private shown(
    caller: Caller,
    rows: readonly VisitListRow[],
    withPasses: boolean,
  ): Promise<readonly ShownRow[]> {
    const maySee = holds(caller, 'Identifiers', 'View');
    return Promise.all(
      rows.map(async row => {
        const entryCode = maySee ? row.entryCode : null;
        const pass = entryCode !== null && withPasses ? await this.passes.sign(row) : null;
        return { ...row, entryCode, pass };
      }),
    );
  }
}
