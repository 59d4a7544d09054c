import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { OwnedRecord } from '../../shared/caller';
import { type Listed, offsetOf, type Page } from '../../shared/page';
import { type HistoryEntry, type VisitView, VisitViews, type VisitWithPrevious } from '../application/ports';
import { loadView, loadViews } from './load-visit-views';
import { VisitHistoryRow } from './visit-history.row';
import { VisitRow } from './visit.row';

@Injectable()
export class TypeOrmVisitViews extends VisitViews {
  private readonly load: (id: string) => Promise<VisitWithPrevious | undefined>;

  constructor(private readonly database: Database) {
    super();
    this.load = database.readsTogether(loadViews);
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
    return this.database.read(async manager => {
      const [rows, total] = await manager.findAndCount(VisitHistoryRow, {
        where: { visit: { id } },
        order: { seq: 'ASC' },
        skip: offsetOf(page),
        take: page.size,
      });
      return {
        rows: rows.map(({ fromState, toState, ...row }) => ({ ...row, from: fromState, to: toState })),
        total,
      };
    });
  }
}
