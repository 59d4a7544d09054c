import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, LessThan } from 'typeorm';
import { Database } from '../../database';
import type { OrgUnitRow, PersonRow } from '../../directory';
import { identifierView } from '../../identifiers';
import type { OwnedRecord } from '../../shared/caller';
import type { OrgUnitView, PersonView } from '../../shared/directory';
import { type Listed, offsetOf, type Page } from '../../shared/page';
import { visitorData } from '../../visitors';
import { type HistoryEntry, type Vehicle, type VisitView, VisitViews } from '../application/ports';
import { visitTypeView } from './type-orm-visit-types';
import { VisitHistoryRow } from './visit-history.row';
import { type VehicleColumns, VisitRow } from './visit.row';

@Injectable()
export class TypeOrmVisitViews extends VisitViews {
  constructor(private readonly database: Database) {
    super();
  }

  find(id: string): Promise<VisitView | undefined> {
    return this.database.read(manager => findOne(manager, { id }));
  }

  findPrevious(id: string): Promise<VisitView | undefined> {
    return this.database.read(async manager => {
      const [visit] = await manager.find(VisitRow, {
        select: { seq: true, visitorSeq: true },
        where: { id },
      });
      if (!visit) return undefined;
      const { visitorSeq, seq } = visit;
      const previous = await manager.maximum(VisitRow, 'seq', { visitorSeq, seq: LessThan(seq) });
      return previous === null ? undefined : findOne(manager, { seq: previous });
    });
  }

  findNewest(visitorId: string, mayView: (visit: OwnedRecord) => boolean): Promise<VisitView | undefined> {
    return this.database.read(async manager => {
      const visits = await manager.find(VisitRow, {
        select: { seq: true, createdBy: true, visitedUnit: { seq: true, structure: true } },
        where: { visitor: { id: visitorId } },
        relations: { visitedUnit: true },
        order: { seq: 'DESC' },
      });
      const newest = visits.find(({ createdBy, visitedUnit }) =>
        mayView({ createdBy, structure: visitedUnit?.structure ?? null }),
      );
      return newest && findOne(manager, { seq: newest.seq });
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

/** `find` and not `findOne`, which would ask twice: once for the key, once for the rest. */
async function findOne(
  manager: EntityManager,
  where: FindOptionsWhere<VisitRow>,
): Promise<VisitView | undefined> {
  const [row] = await manager.find(VisitRow, {
    where,
    relations: {
      visitor: true,
      visitType: { requiredActivities: true },
      visitedPerson: true,
      visitedUnit: true,
      escort: true,
      identifier: true,
    },
  });
  return row && toView(row);
}

function toView(row: VisitRow): VisitView {
  const { visitor, visitType } = row;
  if (!visitor || !visitType) throw new Error('a visit was read without what belongs to it');
  return {
    id: row.id,
    createdBy: row.createdBy,
    structure: row.visitedUnit?.structure ?? null,
    visitor: visitorData(visitor),
    vehicle: vehicle(row.vehicle),
    trailer: vehicle(row.trailer),
    visitType: visitTypeView(visitType),
    visitedPerson: person(row.visitedPerson),
    visitedUnit: unit(row.visitedUnit),
    escort: person(row.escort),
    identifier: row.identifier ? identifierView(row.identifier) : null,
    reason: row.reason,
    state: row.state,
    validFrom: row.validFrom,
    validTo: row.validTo,
    entryCode: row.entryCode,
  };
}

function vehicle({ plate, type, model, description }: VehicleColumns): Vehicle | null {
  return type === null
    ? null
    : { plate: plate ?? '', type, model: model ?? '', description: description ?? '' };
}

function person(row: PersonRow | null | undefined): PersonView | null {
  return row ?? null;
}

function unit(row: OrgUnitRow | null | undefined): OrgUnitView | null {
  return row ?? null;
}
