import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { containing, engineOf, query, type Sql } from '../../database';
import { DirectoryStore } from '../../directory';
import { type Caller, permissionOf } from '../../shared/caller';
import { foldText } from '../../shared/fold-text';
import { VisitorStore, visitorText } from '../../visitors';
import type { VisitFilter } from '../application/visit-lists';
import { plateKey } from '../domain/plate';
import { finalStates } from '../domain/visit-state';
import { visitTypeSeq } from './type-orm-visit.repository';
import type { Clause } from './visit-list-query';

/** Turns what is asked for, and what the caller may see, into conditions, the one that leaves the fewest visits first. */
@Injectable()
export class VisitListClauses {
  constructor(
    private readonly directory: DirectoryStore,
    private readonly visitors: VisitorStore,
  ) {}

  /** @throws AppError VisitorNotFound, PersonNotFound, StructureNotFound, VisitTypeNotFound */
  async of(manager: EntityManager, caller: Caller, filter: VisitFilter): Promise<Clause[]> {
    const { visitorId, visitedPerson, visitedStructure, visitType, plate, visitor } = filter;
    const states = filter.states !== null && values('state', filter.states);
    // The visits that are open are few, those that are over are nearly all.
    const onlyOpen = filter.states?.every(state => !finalStates.includes(state)) ?? false;
    const clauses = [
      visitorId !== null && values('visitor_seq', [(await this.visitors.get(manager, visitorId)).seq]),
      plate !== null && plates(plateKey(plate)),
      onlyOpen && states,
      visitor !== null && visitorsWith(manager, foldText(visitor)),
      filter.changedSince !== null && range('changed_at', filter.changedSince, null),
      visitedPerson !== null &&
        values('visited_person_seq', [(await this.directory.getPerson(manager, visitedPerson)).seq]),
      visitedStructure !== null &&
        values('visited_unit_seq', await this.unitsBelow(manager, visitedStructure)),
      (filter.from ?? filter.to) !== null && range('valid_from', filter.from, filter.to),
      await permitted(manager, caller),
      visitType !== null && values('visit_type_seq', [await visitTypeSeq(manager, visitType)]),
      !onlyOpen && states,
    ];
    return clauses.filter(clause => clause !== false);
  }

  private async unitsBelow(manager: EntityManager, structure: string): Promise<number[]> {
    await this.directory.getUnit(manager, structure);
    return unitsIn(manager, [structure]);
  }
}

async function permitted(manager: EntityManager, caller: Caller): Promise<Clause | false> {
  const permission = permissionOf(caller, 'Visits', 'View');
  if (permission === 'All') return false;
  if (permission === 'Own') return values('created_by', [caller.userId]);
  return values('visited_unit_seq', await unitsIn(manager, permission));
}

const unitsAmong = (structures: string) => `SELECT DISTINCT u.seq FROM ${structures}
    AND (u.structure = j.value OR (u.structure >= j.value || ' - ' AND u.structure < j.value || ' - ' || ?))
  ORDER BY u.seq`;

const UNITS_IN: Sql = {
  sqlite: unitsAmong('json_each(?) j CROSS JOIN org_unit u WHERE TRUE'),
  postgres: unitsAmong('json_array_elements_text(?::json) j (value) CROSS JOIN org_unit u WHERE TRUE'),
};

/** Each of these units that there is, and all below it. */
async function unitsIn(manager: EntityManager, structures: readonly string[]): Promise<number[]> {
  const rows = await query<{ seq: number }>(manager, UNITS_IN, [JSON.stringify(structures), '\u{10ffff}']);
  return rows.map(({ seq }) => seq);
}

function values(column: string, values: readonly (string | number)[]): Clause {
  return { kind: 'values', column, values };
}

function range(column: 'valid_from' | 'changed_at', from: Date | null, before: Date | null): Clause {
  return { kind: 'range', column, from: from?.toISOString() ?? null, before: before?.toISOString() ?? null };
}

function plates(key: string): Clause {
  const end = `${key}\u{10ffff}`;
  const beginsWith = (column: string) => `${column} >= ? AND ${column} < ?`;
  return {
    kind: 'set',
    sql: prefix =>
      `(${beginsWith(`${prefix}v.vehicle_plate_key`)}) OR (${beginsWith(`${prefix}v.trailer_plate_key`)})`,
    parameters: [key, end, key, end],
  };
}

function visitorsWith(manager: EntityManager, text: string): Clause {
  const { sql, parameters } = containing(engineOf(manager), visitorText, text);
  return {
    kind: 'set',
    sql: prefix => `${prefix}v.visitor_seq IN (SELECT seq FROM visitor WHERE ${sql})`,
    parameters,
  };
}
