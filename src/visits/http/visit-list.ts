import { createHash } from 'node:crypto';
import { fieldsOf } from '../../http/fields';
import { pageOf } from '../../http/paging';
import { AppError } from '../../shared/errors/app-error';
import type { Listed } from '../../shared/page';
import type { Position, ShownRow, VisitListRequest } from '../application/list-visits';
import type { VisitFilter, VisitOrder } from '../application/visit-lists';
import { VisitState } from '../domain/visit-state';
import { VisitGetAll, type VisitGetAllQuery, type VisitGetAllResp } from './visit-list.dto';

/** @throws AppError BadParameters */
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
function statesOf({ State, OnSite = 0 }: VisitGetAllQuery): VisitState[] | null {
  if (State === undefined && OnSite === 0) return null;
  const asked = State?.split(',').map(Number);
  return Object.values(VisitState).filter(
    state => (asked?.includes(state) ?? true) && (OnSite === 0 || state === VisitState.InArea),
  );
}

export function orderOf({ Sort, From, To, ChangedSince }: VisitGetAllQuery): VisitOrder {
  const natural = (From ?? To) ? '-ValidFrom' : ChangedSince ? '-Changed' : '-Created';
  const sort = (Sort ?? natural).toLowerCase();
  const by = (['created', 'validFrom', 'changed'] as const).find(name => sort.endsWith(name.toLowerCase()));
  return { by: by ?? 'created', descending: sort.startsWith('-') };
}

/** The members that the rows shall have. @throws AppError BadParameters */
function membersOf({ Fields }: VisitGetAllQuery): ReadonlySet<string> {
  const known = fieldsOf(VisitGetAll).map(({ name }) => name);
  if (Fields === undefined) return new Set(known);
  const asked = Fields.split(',').map(name => name.trim().toLowerCase());
  const members = known.filter(name => asked.includes(name.toLowerCase()));
  const isKnown = (name: string) => members.some(member => member.toLowerCase() === name);
  if (asked.every(isKnown)) return new Set(members);
  throw AppError.badParameters([
    { field: 'Fields', problem: `must be members of a row, separated by commas: ${known.join(', ')}` },
  ]);
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
  const [after, changed, digest] = Buffer.from(text, 'base64url').toString('latin1').split(' ');
  const isWellFormed =
    text === '' || (/^[1-9]\d{0,15}$/.test(after ?? '') && /^(-|\d{1,15})$/.test(changed ?? ''));
  if (!isWellFormed || (text !== '' && digest !== digestOf(query))) {
    problems.push({
      field: 'Cursor',
      problem: 'must be empty or the NextCursor of an answer to the same conditions',
    });
  }
  if (problems.length > 0) throw AppError.badParameters(problems);
  if (text === '') return undefined;
  return { after: Number(after), changedUntil: changed === '-' ? null : new Date(Number(changed)) };
}

export function cursorOf({ after, changedUntil }: Position, query: VisitGetAllQuery): string {
  const text = `${after} ${changedUntil?.getTime() ?? '-'} ${digestOf(query)}`;
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
  {
    rows,
    next,
    changedUntil,
  }: { rows: readonly ShownRow[]; next: Position | null; changedUntil: Date | null },
): VisitGetAllResp {
  return {
    Visits: presentRows(rows, membersOf(query)),
    Paging: {
      PageNumber: null,
      PageSize: pageOf(query).size,
      TotalCount: null,
      NextCursor: next && cursorOf(next, query),
      ChangedUntil: changedUntil,
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
