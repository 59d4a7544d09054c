import { fieldsOf, MAX_NUMBER, pageOf, parseChange, writeChange, YesNo } from '../../http/fields';
import { createHash } from 'node:crypto';

import { AppError } from '../../shared/errors/app-error';
import type { Listed } from '../../shared/page';
import type { Following, Position, ShownRow, VisitListRequest } from '../application/list-visits';
import type { VisitFilter, VisitOrder } from '../application/visit-lists';
import { VisitState } from '../../shared/visit';
import { VisitGetAll, type VisitGetAllResp } from './visit-list.dto';
import type { VisitGetAllQuery } from './visit-list-query.dto';
import type { VisitSort } from './visit-sort';

export function requestOf(query: VisitGetAllQuery): VisitListRequest {
  return { filter: filterOf(query), withPasses: membersOf(query).has('IdentifierEntryCodeQR') };
}

function filterOf(query: VisitGetAllQuery): VisitFilter {
  return {
    states: statesOf(query),
    from: query.From ?? null,
    to: query.To ?? null,
    visitor: query.Visitor ?? null,
    visitorId: query.VisitorId ?? null,
    visitedPerson: query.VisitedPersonId ?? null,
    visitedStructure: query.VisitedOrgStructure ?? null,
    plate: query.Plate ?? null,
    visitType: query.VisitType ?? null,
    changedSince: query.ChangedSince ?? null,
  };
}

/** In an order of its own, so that another order in the request is the same filter. */
function statesOf({ State, OnSite = YesNo.No }: VisitGetAllQuery): VisitState[] | null {
  if (State === undefined && OnSite === YesNo.No) return null;
  return Object.values(VisitState).filter(
    state => (State?.includes(state) ?? true) && (OnSite === YesNo.No || state === VisitState.InArea),
  );
}

export function orderOf({ Sort, From, To, ChangedSince }: VisitGetAllQuery): VisitOrder {
  const natural = (From ?? To) ? '-ValidFrom' : ChangedSince !== undefined ? '-Changed' : '-Created';
  return orders[Sort ?? natural];
}

const orders: Readonly<Record<VisitSort, VisitOrder>> = {
  Created: { by: 'created', descending: false },
  '-Created': { by: 'created', descending: true },
  ValidFrom: { by: 'validFrom', descending: false },
  '-ValidFrom': { by: 'validFrom', descending: true },
  Changed: { by: 'changed', descending: false },
  '-Changed': { by: 'changed', descending: true },
};

/** The members that the rows shall have. */
function membersOf({ Fields }: VisitGetAllQuery): ReadonlySet<string> {
  return new Set(Fields ?? fieldsOf(VisitGetAll).map(({ name }) => name));
}

/**
 * The place in the list that a cursor stands for; undefined for the empty one, at the beginning.
 * @throws AppError BadParameters when it is none of ours, or of a list with other conditions, or other paging is asked for
 */
export function positionOf({ Sort, PageNumber, ...query }: VisitGetAllQuery): Position | undefined {
  const { Cursor: text = '' } = query;
  const problems = Object.entries({ Sort, PageNumber })
    .filter(([, value]) => value !== undefined)
    .map(([field]) => ({ field, problem: 'does not go with Cursor' }));
  const position = readCursor(text, query);
  if (text !== '' && !position) {
    problems.push({
      field: 'Cursor',
      problem: 'must be empty or the NextCursor of an answer to the same conditions',
    });
  }
  if (problems.length > 0) throw AppError.badParameters(problems);
  return position;
}

function readCursor(text: string, query: VisitGetAllQuery): Position | undefined {
  const [after = '', changed = '', digest] = Buffer.from(text, 'base64url').toString('latin1').split(' ');
  const changedUntil = parseChange(changed) ?? timeOf(changed);
  const isOurs = /^[1-9]\d{0,9}$/.test(after) && Number(after) <= MAX_NUMBER && digest === digestOf(query);
  return isOurs && changedUntil !== undefined ? { after: Number(after), changedUntil } : undefined;
}

/** What a cursor of an earlier version has in the place of a change. */
function timeOf(changed: string): Date | undefined {
  if (changed === '-') return new Date(0);
  return /^\d{1,15}$/.test(changed) ? new Date(Number(changed)) : undefined;
}

function cursorOf({ after, changedUntil }: NonNullable<Following['next']>, query: VisitGetAllQuery): string {
  const text = `${after} ${writeChange(changedUntil)} ${digestOf(query)}`;
  return Buffer.from(text, 'latin1').toString('base64url');
}

/** What makes conditions the same. The size of the page and the members of the rows may change on the way. */
function digestOf(query: VisitGetAllQuery): string {
  return createHash('sha256')
    .update(JSON.stringify(filterOf(query)))
    .digest('base64url')
    .slice(0, 12);
}

export function presentPage(query: VisitGetAllQuery, { rows, total }: Listed<ShownRow>): VisitGetAllResp {
  const { number, size } = pageOf(query);
  return {
    Visits: presentRows(rows, membersOf(query)),
    Paging: { PageNumber: number, PageSize: size, TotalCount: total, NextCursor: null, ChangedUntil: null },
  };
}

export function presentFollowing(
  query: VisitGetAllQuery,
  { rows, next, changedUntil }: Following,
): VisitGetAllResp {
  return {
    Visits: presentRows(rows, membersOf(query)),
    Paging: {
      PageNumber: null,
      PageSize: pageOf(query).size,
      TotalCount: null,
      NextCursor: next && cursorOf(next, query),
      ChangedUntil: changedUntil === 0 ? null : writeChange(changedUntil),
    },
  };
}

function presentRows(rows: readonly ShownRow[], members: ReadonlySet<string>): VisitGetAll[] {
  const all = rows.map(presentRow);
  if (members.size === fieldsOf(VisitGetAll).length) return all;
  return all.map(row => Object.fromEntries(Object.entries(row).filter(([name]) => members.has(name))));
}

function presentRow(row: ShownRow): Required<VisitGetAll> {
  return {
    VisitId: row.id,
    VisitorId: row.visitorId,
    Visitor: row.visitor,
    VisitorVehicleLP: row.vehiclePlate,
    VisitorTrailerLP: row.trailerPlate,
    VisitType: row.visitType,
    VisitedPerson: row.visitedPerson?.name ?? null,
    VisitedPersonId: row.visitedPerson?.id ?? null,
    VisitedOrgStructure: row.visitedStructure,
    EscortedByPerson: row.escort?.name ?? null,
    EscortedByPersonId: row.escort?.id ?? null,
    IdentifierEntryCode: row.entryCode,
    IdentifierEntryCodeQR: row.pass,
    Reason: row.reason,
    IsPlanned: row.isPlanned,
    ValidFrom: row.validFrom,
    ValidTo: row.validTo,
    State: row.state,
  };
}
