import type { Statements } from '../../database';
import { type CardColumns, identifierView } from '../../identifiers';
import type { VisitView, VisitWithPrevious } from '../application/ports';

/** The same with instants as text and flags as numbers. */
type Written<T> = T extends Date
  ? string
  : T extends boolean
    ? 0 | 1
    : T extends readonly unknown[] | string | number | null
      ? T
      : { readonly [K in keyof T]: Written<T[K]> };

/** A visit as SQLite writes it, so that a row has one column and not fifty. */
type WrittenVisit = Written<Omit<VisitView, 'identifier'> & { readonly identifier: CardColumns | null }>;

const vehicle = (prefix: string) => `CASE WHEN ${prefix}_type IS NOT NULL THEN json_object(
    'plate', coalesce(${prefix}_plate, ''), 'type', ${prefix}_type, 'model', coalesce(${prefix}_model, ''),
    'description', coalesce(${prefix}_description, '')) END`;

const person = (table: string) => `CASE WHEN ${table}.seq IS NOT NULL THEN json_object(
    'personId', ${table}.person_id, 'name', ${table}.name, 'surname', ${table}.surname) END`;

const VIEW = `json_object(
  'id', v.id, 'createdBy', v.created_by, 'structure', u.structure, 'reason', v.reason, 'state', v.state,
  'validFrom', v.valid_from, 'validTo', v.valid_to, 'entryCode', v.entry_code,
  'visitor', json_object('id', w.id, 'name', w.name, 'surname', w.surname, 'dateOfBirth', w.date_of_birth,
    'company', w.company, 'email', w.email, 'phoneNumber', w.phone_number, 'language', w.language,
    'document', CASE WHEN w.doc_number IS NOT NULL THEN json_object(
      'number', w.doc_number, 'state', w.doc_state, 'type', w.doc_type) END),
  'vehicle', ${vehicle('v.vehicle')},
  'trailer', ${vehicle('v.trailer')},
  'visitType', json_object('title', t.title, 'shortcut', t.shortcut, 'escortRequired', t.escort_required,
    'requiredActivities', (
      SELECT json_group_array(a.title ORDER BY a.title)
      FROM visit_type_activity ta JOIN activity_type a ON a.seq = ta.activity_type_seq
      WHERE ta.visit_type_seq = t.seq)),
  'visitedPerson', ${person('h')},
  'escort', ${person('e')},
  'visitedUnit', CASE WHEN u.seq IS NOT NULL THEN json_object(
    'structure', u.structure, 'title', u.title, 'description', u.description, 'parentUnit', u.parent_unit,
    'type', u.type, 'shortcut', u.shortcut, 'changedAt', u.changed_at) END,
  'identifier', CASE WHEN i.seq IS NOT NULL THEN json_object(
    'internalNr', i.internal_nr, 'registrationNr', i.registration_nr, 'technology', i.technology, 'type', i.type,
    'lost', i.lost, 'heldBy', i.held_by, 'validFrom', i.valid_from, 'validTo', i.valid_to) END
)`;

const JOINED = `visit v
  CROSS JOIN visitor w ON w.seq = v.visitor_seq
  CROSS JOIN visit_type t ON t.seq = v.visit_type_seq
  LEFT JOIN person h ON h.seq = v.visited_person_seq
  LEFT JOIN org_unit u ON u.seq = v.visited_unit_seq
  LEFT JOIN person e ON e.seq = v.escort_seq
  LEFT JOIN identifier i ON i.seq = v.identifier_seq`;

/** Each wanted visit, and beside it the one before of the same visitor. */
const WITH_PREVIOUS = `WITH wanted AS MATERIALIZED (
    SELECT seq, id,
      (SELECT max(p.seq) FROM visit p WHERE p.visitor_seq = visit.visitor_seq AND p.seq < visit.seq) AS previous
    FROM visit WHERE id IN (SELECT value FROM json_each(?))
  ), shown AS (
    SELECT id, seq, 'visit' AS role FROM wanted
    UNION ALL SELECT id, previous, 'previous' FROM wanted WHERE previous IS NOT NULL
  )
  SELECT shown.id, shown.role, ${VIEW} AS written FROM shown CROSS JOIN ${JOINED} WHERE v.seq = shown.seq`;

const BY_SEQ = `SELECT ${VIEW} AS written FROM ${JOINED} WHERE v.seq = ?`;

interface Shown {
  readonly id: string;
  readonly role: 'visit' | 'previous';
  readonly written: string;
}

/** The visits of these ids with the ones before, in the order of the ids. */
export async function loadViews(
  statements: Statements,
  ids: readonly string[],
): Promise<(VisitWithPrevious | undefined)[]> {
  const rows = await statements.all<Shown>(WITH_PREVIOUS, [JSON.stringify(ids)]);
  const views = { visit: new Map<string, VisitView>(), previous: new Map<string, VisitView>() };
  for (const { id, role, written } of rows) views[role].set(id, toView(written));
  return ids.map(id => {
    const visit = views.visit.get(id);
    return visit && { visit, previous: views.previous.get(id) };
  });
}

export async function loadView(statements: Statements, seq: number): Promise<VisitView | undefined> {
  const [row] = await statements.all<{ written: string }>(BY_SEQ, [seq]);
  return row && toView(row.written);
}

function toView(written: string): VisitView {
  const { visitType, visitedUnit, identifier, ...visit } = JSON.parse(written) as WrittenVisit;
  return {
    ...visit,
    validFrom: new Date(visit.validFrom),
    validTo: new Date(visit.validTo),
    visitType: { ...visitType, escortRequired: visitType.escortRequired === 1 },
    visitedUnit: visitedUnit && { ...visitedUnit, changedAt: new Date(visitedUnit.changedAt) },
    identifier:
      identifier &&
      identifierView({
        ...identifier,
        lost: identifier.lost === 1,
        validFrom: instant(identifier.validFrom),
        validTo: instant(identifier.validTo),
      }),
  };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
