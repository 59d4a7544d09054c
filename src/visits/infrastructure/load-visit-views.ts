import type { EntityManager } from 'typeorm';
import { among, type EngineName, type Sql, type Statements } from '../../database';
import { type CardColumns, identifierView } from '../../identifiers';
import type { OwnedRecord } from '../../shared/caller';
import type { VisitView, VisitWithPrevious } from '../application/ports';
import { memberColumns, snapshotColumns, VisitRow } from './visit.row';

/** The type as JSON has it: instants are text, and flags may be numbers. */
type Written<T> = T extends Date
  ? string
  : T extends boolean
    ? 0 | 1 | boolean
    : T extends readonly unknown[] | string | number | null
      ? T
      : { readonly [K in keyof T]: Written<T[K]> };

/** A visit as JSON that the database builds: one column instead of fifty. */
type WrittenVisit = Written<Omit<VisitView, 'identifier'> & { readonly identifier: CardColumns | null }>;

/** What the two engines call differently. */
const words = {
  sqlite: { object: 'json_object', titles: 'json_group_array(a.title ORDER BY a.title)', join: 'CROSS JOIN' },
  postgres: {
    object: 'json_build_object',
    titles: "coalesce(json_agg(a.title ORDER BY a.title), '[]')",
    join: 'JOIN',
  },
};

/** The JSON of one visit. Its tables are named by one letter after a prefix: see `tables`. */
const view = (engine: EngineName, prefix: string) => {
  const { object, titles } = words[engine];
  const [v, w, t, u, i] = ['v', 'w', 't', 'u', 'i'].map(name => prefix + name);
  const vehicle = (kind: string) => `CASE WHEN ${v}.${kind}_type IS NOT NULL THEN ${object}(
    'plate', coalesce(${v}.${kind}_plate, ''), 'type', ${v}.${kind}_type, 'model', coalesce(${v}.${kind}_model, ''),
    'description', coalesce(${v}.${kind}_description, '')) END`;
  const person = (name: string) => `CASE WHEN ${prefix}${name}.seq IS NOT NULL THEN ${object}(
    'personId', ${prefix}${name}.person_id, 'name', ${prefix}${name}.name, 'surname', ${prefix}${name}.surname) END`;
  const plain = Object.entries({ ...snapshotColumns, ...memberColumns });
  return `${object}(
  ${plain.map(([name, column]) => `'${name}', ${v}.${column}`).join(', ')},
  'structure', ${u}.structure, 'approvedBy', (SELECT person_id FROM person WHERE seq = ${v}.approved_by_seq),
  'movedAt', coalesce(${v}.moved_at, ${v}.changed_at, ${v}.valid_from),
  'visitor', ${object}('id', ${w}.id, 'createdBy', ${w}.created_by, 'name', ${w}.name, 'surname', ${w}.surname,
    'dateOfBirth', ${w}.date_of_birth,
    'company', ${w}.company, 'email', ${w}.email, 'phoneNumber', ${w}.phone_number, 'language', ${w}.language,
    'document', CASE WHEN ${w}.doc_number IS NOT NULL THEN ${object}(
      'number', ${w}.doc_number, 'state', ${w}.doc_state, 'type', ${w}.doc_type) END),
  'vehicle', ${vehicle('vehicle')},
  'trailer', ${vehicle('trailer')},
  'visitType', ${object}('title', ${t}.title, 'shortcut', ${t}.shortcut, 'escortRequired', ${t}.escort_required,
    'requiredActivities', (
      SELECT ${titles}
      FROM visit_type_activity ta JOIN activity_type a ON a.seq = ta.activity_type_seq
      WHERE ta.visit_type_seq = ${t}.seq)),
  'visitedPerson', ${person('h')},
  'escort', ${person('e')},
  'visitedStructure', CASE WHEN ${u}.seq IS NOT NULL THEN ${object}(
    'structure', ${u}.structure, 'title', ${u}.title, 'description', ${u}.description,
    'parentUnit', ${u}.parent_unit, 'type', ${u}.type, 'shortcut', ${u}.shortcut, 'changedAt', ${u}.changed_at) END,
  'identifier', CASE WHEN ${i}.seq IS NOT NULL THEN ${object}(
    'internalNr', ${i}.internal_nr, 'registrationNr', ${i}.registration_nr, 'technology', ${i}.technology,
    'type', ${i}.type, 'lost', ${i}.lost, 'heldBy', ${i}.held_by, 'validFrom', ${i}.valid_from,
    'validTo', ${i}.valid_to) END)`;
};

/** As text: otherwise the driver of PostgreSQL would parse it. */
const asText = (engine: EngineName, prefix: string) =>
  `${view(engine, prefix)}${engine === 'postgres' ? '::text' : ''}`;

const tables = (engine: EngineName, prefix: string) => `visit ${prefix}v
  ${words[engine].join} visitor ${prefix}w ON ${prefix}w.seq = ${prefix}v.visitor_seq
  ${words[engine].join} visit_type ${prefix}t ON ${prefix}t.seq = ${prefix}v.visit_type_seq
  LEFT JOIN person ${prefix}h ON ${prefix}h.seq = ${prefix}v.visited_person_seq
  LEFT JOIN org_unit ${prefix}u ON ${prefix}u.seq = ${prefix}v.visited_unit_seq
  LEFT JOIN person ${prefix}e ON ${prefix}e.seq = ${prefix}v.escort_seq
  LEFT JOIN identifier ${prefix}i ON ${prefix}i.seq = ${prefix}v.identifier_seq`;

const withPrevious = (engine: EngineName, wanted: string) => `SELECT v.id, ${asText(engine, '')} AS visit, (
    SELECT ${asText(engine, 'p')} FROM ${tables(engine, 'p')}
    WHERE pv.seq = (SELECT max(seq) FROM visit WHERE visitor_seq = v.visitor_seq AND seq < v.seq)
  ) AS previous
  FROM ${wanted}`;

const WITH_PREVIOUS: Sql = {
  sqlite: withPrevious(
    'sqlite',
    `json_each(?) wanted CROSS JOIN ${tables('sqlite', '')} WHERE v.id = wanted.value`,
  ),
  postgres: withPrevious('postgres', `${tables('postgres', '')} WHERE ${among('v.id').postgres}`),
};

const bySeq = (engine: EngineName) =>
  `SELECT ${asText(engine, '')} AS visit FROM ${tables(engine, '')} WHERE v.seq = ?`;

const BY_SEQ: Sql = { sqlite: bySeq('sqlite'), postgres: bySeq('postgres') };

interface Row {
  readonly id: string;
  readonly visit: string;
  readonly previous: string | null;
}

/** The visits of these ids with the ones before, in the order of the ids. */
export async function loadViews(
  statements: Statements,
  ids: readonly string[],
): Promise<(VisitWithPrevious | undefined)[]> {
  const rows = await statements.all<Row>(WITH_PREVIOUS, [JSON.stringify([...new Set(ids)])]);
  const views = new Map(
    rows.map(({ id, visit, previous }) => [
      id,
      { visit: toView(visit), previous: previous === null ? undefined : toView(previous) },
    ]),
  );
  return ids.map(id => views.get(id));
}

/** The newest visit of a visitor that may be viewed. */
export async function loadNewest(
  manager: EntityManager,
  statements: Statements,
  visitorId: string,
  mayView: (visit: OwnedRecord) => boolean,
): Promise<VisitView | undefined> {
  const visits = await manager.find(VisitRow, {
    select: { seq: true, createdBy: true, visitedUnit: { seq: true, structure: true } },
    where: { visitor: { id: visitorId } },
    relations: { visitedUnit: true },
    order: { seq: 'DESC' },
  });
  const newest = visits.find(({ createdBy, visitedUnit }) =>
    mayView({ createdBy, structure: visitedUnit?.structure ?? null }),
  );
  if (!newest) return undefined;
  const [row] = await statements.all<Pick<Row, 'visit'>>(BY_SEQ, [newest.seq]);
  return row && toView(row.visit);
}

/** Overwrites what is converted: to leave it out by `...rest` would cost as much as parsing the text. */
function toView(written: string): VisitView {
  const visit = JSON.parse(written) as WrittenVisit;
  const { visitType, visitedStructure, identifier } = visit;
  return {
    ...visit,
    validFrom: new Date(visit.validFrom),
    validTo: new Date(visit.validTo),
    movedAt: new Date(visit.movedAt),
    visitType: { ...visitType, escortRequired: Boolean(visitType.escortRequired) },
    visitedStructure: visitedStructure && {
      ...visitedStructure,
      changedAt: new Date(visitedStructure.changedAt),
    },
    identifier: identifier && {
      ...identifierView({
        ...identifier,
        lost: Boolean(identifier.lost),
        validFrom: instant(identifier.validFrom),
        validTo: instant(identifier.validTo),
      }),
      isHeld: identifier.heldBy === visit.id,
    },
  };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
