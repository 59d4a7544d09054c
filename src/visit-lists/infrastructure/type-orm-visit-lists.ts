import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, engineOf, query } from '../../database';
import type { Caller } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import { type Listed, offsetOf, type Page } from '../../shared/page';
import { newestChangeIn } from '../../visits';
import { type VisitFilter, type VisitListRow, VisitLists, type VisitOrder } from '../application/visit-lists';
import { LargeCounts } from './large-counts';
import { lastChangeBefore, VisitListClauses } from './visit-list-clauses';
import {
  type Clause,
  countQuery,
  keysQuery,
  orderSql,
  type Plan,
  planOf,
  type Query,
  SORTED_AT_MOST,
} from './visit-list-query';

const inOrderOfMaking: VisitOrder = { by: 'created', descending: false };

@Injectable()
export class TypeOrmVisitLists extends VisitLists {
  private readonly largeCounts: LargeCounts;

  constructor(
    private readonly database: Database,
    private readonly clauses: VisitListClauses,
    clock: Clock,
  ) {
    super();
    this.largeCounts = new LargeCounts(clock, SORTED_AT_MOST);
  }

  async page(
    caller: Caller,
    filter: VisitFilter,
    order: VisitOrder,
    page: Page,
  ): Promise<Listed<VisitListRow>> {
    const { rows, everything, total } = await this.database.read(async manager => {
      const clauses = await this.clauses.of(manager, caller, filter);
      const everything = countQuery(this.database.engine, clauses);
      const known = this.largeCounts.find(keyOf(everything));
      const { plan, total = known } = await chosen(manager, clauses, order, known !== undefined);
      const keys = keysQuery(clauses, order, plan, { limit: page.size, offset: offsetOf(page) });
      return { rows: await rowsOf(manager, keys, order, page.size), everything, total };
    });
    return { rows, total: total ?? (await this.totalOf(everything)) };
  }

  following(
    caller: Caller,
    filter: VisitFilter,
    after: number,
    size: number,
  ): Promise<readonly VisitListRow[]> {
    return this.database.read(async manager => {
      const clauses = await this.clauses.of(manager, caller, filter);
      const { plan } = await chosen(manager, clauses, inOrderOfMaking);
      const keys = keysQuery(clauses, inOrderOfMaking, plan, { after, limit: size });
      return rowsOf(manager, keys, inOrderOfMaking, size);
    });
  }

  newestChange(): Promise<number> {
    return this.database.read((_, statements) => newestChangeIn(statements));
  }

  lastChangeBefore(time: Date): Promise<number> {
    return this.database.read(manager => lastChangeBefore(manager, time));
  }

  private async totalOf(query: Query): Promise<number> {
    const total = await this.database.read(manager => count(manager, query));
    this.largeCounts.remember(keyOf(query), total);
    return total;
  }
}

const keyOf = (query: Query) => JSON.stringify(query);

/**
 * The plan, and how many rows fit where that had to be found out for it.
 * @param isLarge known to be more than are sorted
 */
async function chosen(
  manager: EntityManager,
  clauses: readonly Clause[],
  order: VisitOrder,
  isLarge = false,
): Promise<{ plan: Plan; total?: number }> {
  if (engineOf(manager) === 'postgres') return { plan: 'left to it' };
  const plan = planOf(clauses, order);
  if (plan) return { plan };
  if (isLarge) return { plan: 'scanned' };
  const found = await count(manager, countQuery('sqlite', clauses, SORTED_AT_MOST + 1));
  return found > SORTED_AT_MOST ? { plan: 'scanned' } : { plan: 'sorted', total: found };
}

async function count(manager: EntityManager, { sql, parameters }: Query): Promise<number> {
  const rows = await query<{ n: number }>(manager, sql, parameters);
  return rows[0]?.n ?? 0;
}

/** A visit of a list as the statement gives it. */
interface Selected {
  seq: number;
  id: string;
  visitor_id: string;
  visitor: string;
  vehicle_plate: string | null;
  trailer_plate: string | null;
  visit_type: string;
  host_id: string | null;
  host: string;
  structure: string | null;
  escort_id: string | null;
  escort: string;
  entry_code: string | null;
  reason: string;
  is_planned: 0 | 1 | boolean;
  valid_from: string;
  valid_to: string;
  state: VisitListRow['state'];
}

/** Rows whose reasons are read at once: a thousand of the longest have 16 MB, which would stop all others. */
const PORTION = 100;

/** The visits of the keys. Of a long page, reasons are read in portions; all that decides what is on it is read at once. */
async function rowsOf(
  manager: EntityManager,
  keys: Query,
  order: VisitOrder,
  size: number,
): Promise<VisitListRow[]> {
  if (size <= PORTION) return (await select(manager, keys, order, 'v.reason')).map(toRow);
  const rows = await select(manager, keys, order, "''");
  for (let from = 0; from < rows.length; from += PORTION) {
    const portion = rows.slice(from, from + PORTION);
    const reasons = await reasonsOf(manager, portion);
    for (const row of portion) row.reason = reasons.get(row.seq) ?? '';
  }
  return rows.map(toRow);
}

async function reasonsOf(
  manager: EntityManager,
  rows: readonly Selected[],
): Promise<ReadonlyMap<number, string>> {
  const places = rows.map(() => '?').join(', ');
  const found = await query<Pick<Selected, 'seq' | 'reason'>>(
    manager,
    `SELECT seq, reason FROM visit WHERE seq IN (${places})`,
    rows.map(({ seq }) => seq),
  );
  return new Map(found.map(({ seq, reason }) => [seq, reason]));
}

/** What belongs to the keys, each by its primary key: to SQLite, the order of the joins is told by CROSS. */
function select(manager: EntityManager, keys: Query, order: VisitOrder, reason: string): Promise<Selected[]> {
  const inOrder = engineOf(manager) === 'sqlite' ? 'CROSS' : '';
  return query<Selected>(
    manager,
    `SELECT v.seq, v.id, r.id AS visitor_id, r.surname || ' ' || r.name AS visitor,
            v.vehicle_plate, v.trailer_plate, t.title AS visit_type,
            h.person_id AS host_id, h.surname || ' ' || h.name AS host, u.structure,
            e.person_id AS escort_id, e.surname || ' ' || e.name AS escort,
            v.entry_code, ${reason} AS reason, v.is_planned, v.valid_from, v.valid_to, v.state
       FROM (${keys.sql}) AS k
      ${inOrder} JOIN visit v ON v.seq = k.seq
      ${inOrder} JOIN visitor r ON r.seq = v.visitor_seq
      ${inOrder} JOIN visit_type t ON t.seq = v.visit_type_seq
       LEFT JOIN person h ON h.seq = v.visited_person_seq
       LEFT JOIN person e ON e.seq = v.escort_seq
       LEFT JOIN org_unit u ON u.seq = v.visited_unit_seq
      ORDER BY ${orderSql(order)}`,
    keys.parameters,
  );
}

function toRow(row: Selected): VisitListRow {
  return {
    seq: row.seq,
    id: row.id,
    visitorId: row.visitor_id,
    visitor: row.visitor,
    vehiclePlate: row.vehicle_plate,
    trailerPlate: row.trailer_plate,
    visitType: row.visit_type,
    visitedPerson: row.host_id === null ? null : { id: row.host_id, name: row.host },
    visitedStructure: row.structure,
    escort: row.escort_id === null ? null : { id: row.escort_id, name: row.escort },
    entryCode: row.entry_code,
    reason: row.reason,
    isPlanned: Boolean(row.is_planned),
    validFrom: new Date(row.valid_from),
    validTo: new Date(row.valid_to),
    state: row.state,
  };
}
