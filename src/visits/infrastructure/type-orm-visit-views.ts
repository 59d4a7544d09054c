import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { OwnedRecord } from '../../shared/caller';
import { type Listed, offsetOf, type Page } from '../../shared/page';
import { type HistoryEntry, type VisitView, VisitViews, type VisitWithPrevious } from '../application/ports';
import { loadView, loadViews } from './load-visit-views';
import { VisitRow } from './visit.row';

type StepRow = Omit<HistoryEntry, 'at'> & { readonly at: string };

const OF_VISIT = 'FROM visit_history WHERE visit_seq = (SELECT seq FROM visit WHERE id = ?)';
const COUNT_OF_STEPS = `SELECT CAST(count(*) AS integer) AS total ${OF_VISIT}`;
const STEPS = `SELECT at, command, from_state AS "from", to_state AS "to", reason, reason_code AS "reasonCode", login, address,
    request_id AS "requestId"
  ${OF_VISIT} ORDER BY seq LIMIT ? OFFSET ?`;

@Injectable()
export class TypeOrmVisitViews extends VisitViews {
  private readonly load: (id: string) => Promise<VisitWithPrevious | undefined>;

  constructor(private readonly database: Database) {
    super();
    this.load = database.batchReads(loadViews);
  }

  find(id: string): Promise<VisitWithPrevious | undefined> {
    return this.load(id);
  }

  findNewest(visitorId: string, mayView: (visit: OwnedRecord) => boolean): Promise<VisitView | undefined> {
    return this.database.read(async (manager, statements) => {
      const visits = await manager.find(VisitRow, {
        select: { seq: true, createdBy: true, visitedUnit: { seq: true, structure: true } },
        where: { visitor: { id: visitorId } },
        relations: { visitedUnit: true },
        order: { seq: 'DESC' },
      });
      const newest = visits.find(({ createdBy, visitedUnit }) =>
        mayView({ createdBy, structure: visitedUnit?.structure ?? null }),
      );
      return newest && loadView(statements, newest.seq);
    });
  }

  history(id: string, page: Page): Promise<Listed<HistoryEntry>> {
    return this.database.read(async (_, statements) => {
      const [rows, [counted]] = await Promise.all([
        statements.all<StepRow>(STEPS, [id, page.size, offsetOf(page)]),
        statements.all<{ total: number }>(COUNT_OF_STEPS, [id]),
      ]);
      return { rows: rows.map(row => ({ ...row, at: new Date(row.at) })), total: counted?.total ?? 0 };
    });
  }
}
