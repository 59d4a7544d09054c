import type { EngineName } from '../../database';
import type { VisitOrder } from '../application/visit-lists';

/** An SQL text with its parameters. */
export interface Query {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** A condition on the visits `v`, in the terms that decide how its rows are found. */
export type Clause =
  /** One of a few values of an indexed column, whose rows the index holds in the order in which they were made. */
  | { readonly kind: 'values'; readonly column: string; readonly values: readonly (string | number)[] }
  /** From one value of an indexed column to below another. */
  | {
      readonly kind: 'range';
      readonly column: 'valid_from' | 'change_number';
      readonly from: string | number | null;
      readonly before: string | null;
    }
  /** Anything else that an index answers; no order comes with it. `sql` takes the prefix of its columns. */
  | {
      readonly kind: 'set';
      readonly sql: (prefix: string) => string;
      readonly parameters: readonly string[];
    };

/** How the keys of a page are found. */
export type Plan =
  /** In the order of the page, along an index: the page costs its own rows. */
  | 'ordered'
  /** All that fit, by the index of the first clause, and then sorted: for no more than `SORTED_AT_MOST`. */
  | 'sorted'
  /** Along the order of the page, skipping what does not fit: for what is found at every turn. */
  | 'scanned'
  /** As the server finds best: PostgreSQL knows how often each value occurs, and SQLite does not. */
  | 'left to it';

/** So many keys are sorted in a few hundredths of a second; where more fit, the next page is never far along the order. */
export const SORTED_AT_MOST = 30_000;

/** Before a column, this keeps SQLite from its index. */
const HELD = '+';

/** More branches than this are not merged. */
export const BRANCHES = 20;

const orderColumns = { created: 'seq', validFrom: 'valid_from', changed: 'change_number' } as const;

/** The plan for clauses of which the first drives; undefined where it depends on how many rows fit. */
export function planOf([first]: readonly Clause[], order: VisitOrder): 'ordered' | undefined {
  if (!first) return 'ordered';
  if (first.kind === 'range') return first.column === orderColumns[order.by] ? 'ordered' : undefined;
  if (first.kind === 'set') return undefined;
  return order.by === 'created' && first.values.length <= BRANCHES ? 'ordered' : undefined;
}

/** The keys of `limit` visits after the first `offset`. Numbers up to `after` are left out. */
export function keysQuery(
  clauses: readonly Clause[],
  order: VisitOrder,
  plan: Plan,
  { after = 0, limit, offset = 0 }: { after?: number; limit: number; offset?: number },
): Query {
  const kept = plan === 'left to it' ? '' : HELD;
  const later: Query[] =
    after > 0 ? [{ sql: `${plan === 'sorted' ? '+' : ''}v.seq > ?`, parameters: [after] }] : [];
  const [first, ...others] = clauses;
  if (plan === 'ordered' && first?.kind === 'values' && first.values.length > 1) {
    const branches = first.values.map(value =>
      selected(
        [conditionOf({ ...first, values: [value] }, ''), ...free(others, kept), ...later],
        order,
        '',
        limit + offset,
        0,
      ),
    );
    return {
      sql: `SELECT seq FROM (${branches.map(({ sql }) => `SELECT * FROM (${sql})`).join(' UNION ALL ')}) ORDER BY seq ${direction(order)} LIMIT ? OFFSET ?`,
      parameters: [...branches.flatMap(({ parameters }) => parameters), limit, offset],
    };
  }
  const driving = first ? [conditionOf(first, plan === 'scanned' ? '+' : '')] : [];
  const conditions = [...driving, ...free(others, kept), ...later];
  return selected(conditions, order, plan === 'sorted' ? '+' : '', limit, offset);
}

/** How many visits fit, counted up to `atMost`. */
export function countQuery(engine: EngineName, clauses: readonly Clause[], atMost?: number): Query {
  const [first, ...others] = clauses;
  const kept = engine === 'sqlite' ? HELD : '';
  const { sql, parameters } = where([...(first ? [conditionOf(first, '')] : []), ...free(others, kept)]);
  if (atMost === undefined) return { sql: `SELECT count(*) AS n FROM visit v${sql}`, parameters };
  return {
    sql: `SELECT count(*) AS n FROM (SELECT 1 FROM visit v${sql} LIMIT ?)`,
    parameters: [...parameters, atMost],
  };
}

/** The order of the page, for the statement that reads what belongs to the keys. */
export function orderSql(order: VisitOrder, prefix = ''): string {
  const column = orderColumns[order.by];
  const columns = column === 'seq' ? ['seq'] : [column, 'seq'];
  return columns.map(name => `${prefix}v.${name} ${direction(order)}`).join(', ');
}

function direction({ descending }: VisitOrder): 'ASC' | 'DESC' {
  return descending ? 'DESC' : 'ASC';
}

function selected(
  conditions: readonly Query[],
  order: VisitOrder,
  prefix: string,
  limit: number,
  offset: number,
): Query {
  const { sql, parameters } = where(conditions);
  return {
    sql: `SELECT v.seq AS seq FROM visit v${sql} ORDER BY ${orderSql(order, prefix)} LIMIT ? OFFSET ?`,
    parameters: [...parameters, limit, offset],
  };
}

function where(conditions: readonly Query[]): Query {
  if (conditions.length === 0) return { sql: '', parameters: [] };
  return {
    sql: ` WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')}`,
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** Conditions that are looked at but never lead, where they are held. */
function free(clauses: readonly Clause[], prefix: '' | typeof HELD): Query[] {
  return clauses.map(clause => conditionOf(clause, prefix));
}

function conditionOf(clause: Clause, prefix: '' | '+'): Query {
  if (clause.kind === 'set') return { sql: clause.sql(prefix), parameters: clause.parameters };
  const column = `${prefix}v.${clause.column}`;
  if (clause.kind === 'values') {
    if (clause.values.length === 0) return { sql: 'FALSE', parameters: [] };
    const places = clause.values.map(() => '?').join(', ');
    return { sql: `${column} IN (${places})`, parameters: clause.values };
  }
  const { from, before } = clause;
  const bounds = [
    { sql: `${column} >= ?`, value: from },
    { sql: `${column} < ?`, value: before },
  ].flatMap(({ sql, value }) => (value === null ? [] : [{ sql, value }]));
  return { sql: bounds.map(({ sql }) => sql).join(' AND '), parameters: bounds.map(({ value }) => value) };
}
