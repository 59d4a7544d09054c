import {
  allOf,
  atOrBelow,
  type Condition,
  containing,
  type EngineName,
  like,
  type TextColumnRef,
} from '../../database';
import type { RecordPermission } from '../../shared/caller';
import { foldText } from '../../shared/fold-text';
import type { NamePattern, PersonFilter, UnitFilter } from '../application/ports';
import { personName, personSurname, unitText } from './search-columns';

export function personCondition(
  engine: EngineName,
  { named, text, structure, permission }: PersonFilter,
): Condition {
  const inUnits = (paths: readonly string[]) => {
    const { sql, parameters } = unitsUnder(engine, paths);
    return { sql: `person.org_unit_seq IN (SELECT seq FROM org_unit WHERE ${sql})`, parameters };
  };
  return allOf([
    ...(named ? [namedLike(engine, named)] : []),
    ...(text !== undefined ? [inEitherOrder(ref => containing(engine, ref, foldText(text)))] : []),
    ...(structure !== undefined ? [inUnits([structure])] : []),
    ...permitted(permission, inUnits),
  ]);
}

export function unitCondition(
  engine: EngineName,
  { text, structure, parentUnit, permission }: UnitFilter,
): Condition {
  return allOf([
    ...(text !== undefined ? [containing(engine, unitText, foldText(text))] : []),
    ...(structure !== undefined ? [unitsUnder(engine, [structure])] : []),
    ...(parentUnit !== undefined ? [{ sql: 'org_unit.parent_unit = ?', parameters: [parentUnit] }] : []),
    ...permitted(permission, paths => unitsUnder(engine, paths)),
  ]);
}

/** The units at these paths and all units below them. */
function unitsUnder(engine: EngineName, paths: readonly string[]): Condition {
  return { sql: atOrBelow('org_unit')[engine], parameters: [JSON.stringify(paths)] };
}

function permitted(
  permission: RecordPermission,
  inUnits: (paths: readonly string[]) => Condition,
): Condition[] {
  if (permission === 'All') return [];
  return [inUnits(permission === 'Own' ? [] : permission)];
}

function namedLike(engine: EngineName, { pattern, exact }: NamePattern): Condition {
  // Matches every name. Without a condition, the list is read in the order of its index.
  if (/^%+$/.test(pattern)) return { sql: 'TRUE', parameters: [] };
  const folded = inEitherOrder(ref => like(engine, ref, foldText(pattern).trim()));
  return exact ? allOf([folded, exactly[engine](pattern.trim().replace(/\s+/g, ' '))]) : folded;
}

/** Compares names as written, with case and accents. */
const exactly: Readonly<Record<EngineName, (pattern: string) => Condition>> = {
  /** LIKE ignores case in SQLite, GLOB does not. The wildcards of GLOB are escaped. */
  sqlite: pattern => inWriting('GLOB ?', pattern.replace(/[*?[]/g, '[$&]').replaceAll('%', '*')),
  postgres: pattern => inWriting(`LIKE ? ESCAPE '\\'`, pattern.replace(/[\\_]/g, '\\$&')),
};

function inWriting(operator: string, pattern: string): Condition {
  return {
    sql: `(person.name || ' ' || person.surname) ${operator} OR (person.surname || ' ' || person.name) ${operator}`,
    parameters: [pattern, pattern],
  };
}

/** Searches each order through its index instead of scanning all persons. */
function inEitherOrder(conditionOn: (ref: TextColumnRef) => Condition): Condition {
  const found = [personName, personSurname].map(conditionOn);
  return {
    sql: `person.seq IN (${found.map(({ sql }) => `SELECT person.seq FROM person WHERE ${sql}`).join(' UNION ALL ')})`,
    parameters: found.flatMap(({ parameters }) => parameters),
  };
}
