import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  allOf,
  anyOf,
  atOrBelow,
  type Condition,
  containing,
  engineOf,
  type EngineName,
  holdingWords,
  query,
  sortedBy,
} from '../../database';
import { DirectoryStore } from '../../directory';
import { type Caller, holds, permissionOf } from '../../shared/caller';
import { foldText } from '../../shared/fold-text';
import { visitTypeSeq } from '../../visit-types';
import { permittedVisitors, VisitorStore, visitorText } from '../../visitors';
import { finalStates, LAST_BEFORE, plateKey } from '../../visits';
import type { VisitFilter } from '../application/visit-lists';
import { BRANCHES, type Clause } from './visit-list-query';

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
      plate !== null && plates(engineOf(manager), plateKey(plate)),
      onlyOpen && states,
      visitor !== null && visitorsWith(manager, caller, foldText(visitor)),
      ...(await changedSince(manager, filter.changedSince)),
      visitedPerson !== null &&
        values('visited_person_seq', [(await this.directory.getPerson(manager, visitedPerson)).seq]),
      visitedStructure !== null && (await this.within(manager, visitedStructure)),
      (filter.from ?? filter.to) !== null && {
        kind: 'range' as const,
        column: 'valid_from' as const,
        from: filter.from?.toISOString() ?? null,
        before: filter.to?.toISOString() ?? null,
      },
      await permitted(manager, caller),
      visitType !== null && values('visit_type_seq', [await visitTypeSeq(manager, visitType)]),
      !onlyOpen && states,
    ];
    return clauses.filter(clause => clause !== false);
  }

  private async within(manager: EntityManager, structure: string): Promise<Clause> {
    await this.directory.getUnit(manager, structure);
    return inUnits(manager, [structure]);
  }
}

async function permitted(manager: EntityManager, caller: Caller): Promise<Clause | false> {
  const permission = permissionOf(caller, 'Visits', 'View');
  if (permission === 'All') return false;
  if (permission === 'Own') return values('created_by', [caller.userId]);
  return inUnits(manager, permission);
}

/** To any of these units that there is, or to one below: where these are few, each is a branch; of many nobody makes a list. */
async function inUnits(manager: EntityManager, structures: readonly string[]): Promise<Clause> {
  const engine = engineOf(manager);
  const units = `SELECT seq FROM org_unit WHERE ${atOrBelow('org_unit')[engine]}`;
  const parameters = [JSON.stringify(structures)];
  const few = await query<{ seq: number }>(manager, `${units} ORDER BY seq LIMIT ?`, [
    ...parameters,
    BRANCHES + 1,
  ]);
  if (few.length <= BRANCHES)
    return values(
      'visited_unit_seq',
      few.map(({ seq }) => seq),
    );
  return { kind: 'set', sql: prefix => `${prefix}v.visited_unit_seq IN (${units})`, parameters };
}

/** A time is looked for by number, too, and only then itself. */
async function changedSince(manager: EntityManager, since: VisitFilter['changedSince']): Promise<Clause[]> {
  if (since === null) return [];
  const after = typeof since === 'number' ? since : await lastChangeBefore(manager, since);
  const later: Clause = { kind: 'range', column: 'change_number', from: after + 1, before: null };
  if (typeof since === 'number') return [later];
  const sql = (prefix: string) => `${prefix}v.changed_at >= ?`;
  return [later, { kind: 'set', sql, parameters: [since.toISOString()] }];
}

/** Nodes differ in what time it is. */
const OVERLAP_MS = 10_000;

/** Number of a change before a time, after which there may be others of the ten seconds before it, and none that is earlier. */
export async function lastChangeBefore(manager: EntityManager, time: Date): Promise<number> {
  const sure = new Date(time.getTime() - OVERLAP_MS);
  const [found] = await query<{ number: number }>(manager, LAST_BEFORE, [sure.toISOString()]);
  return found?.number ?? 0;
}

function values(column: string, values: readonly (string | number)[]): Clause {
  return { kind: 'values', column, values };
}

function plates(engine: EngineName, key: string): Clause {
  // Nothing is left of it to look for.
  if (key === '') return values('seq', []);
  const end = `${key}\u{10ffff}`;
  const beginsWith = (column: string) => {
    const begins = `${column} >= ? AND ${column} < ?`;
    const indexed = sortedBy(engine, column, 600);
    return indexed === column
      ? begins
      : `${begins} AND ${indexed} >= left(?, 600) AND ${indexed} <= left(?, 600)`;
  };
  const bounds = engine === 'postgres' ? [key, end, key, end] : [key, end];
  return {
    kind: 'set',
    sql: prefix =>
      `(${beginsWith(`${prefix}v.vehicle_plate_key`)}) OR (${beginsWith(`${prefix}v.trailer_plate_key`)})`,
    parameters: [...bounds, ...bounds],
  };
}

/** Who may not view a visitor finds the visits by name alone, for what is not shown is not to be guessed either. */
function visitorsWith(manager: EntityManager, caller: Caller, text: string): Clause {
  const { sql, parameters } = allOf([
    containing(engineOf(manager), visitorText, text),
    anyOf([viewableVisitors(engineOf(manager), caller), holdingWords(NAME, text)]),
  ]);
  return {
    kind: 'set',
    sql: prefix => `${prefix}v.visitor_seq IN (SELECT seq FROM visitor WHERE ${sql})`,
    parameters,
  };
}

const NAME = `"visitor".folded_name || ' ' || "visitor".folded_surname`;

function viewableVisitors(engine: EngineName, caller: Caller): Condition {
  return holds(caller, 'Visitors', 'View')
    ? permittedVisitors(engine, caller, 'View')
    : { sql: 'FALSE', parameters: [] };
}
