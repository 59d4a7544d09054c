import { EMPTY_GUID, parseGuid } from '../../shared/guid';
import type { Enumeration } from '../../shared/enumeration';
import { type DayEdge, isUnset, parseCalendarDate, parseInstant } from '../../shared/dates';
import { codeText } from '../../shared/text';
import type { TimeZone } from '../../shared/time-zone';
import { readBase64 } from './base64';
import { readText, type TextLimits, textProblem } from './text-values';

export type ScalarKind =
  | 'text'
  | 'guid'
  | 'integer'
  | 'boolean'
  | 'instant'
  | 'date'
  | 'bytes'
  | 'choice'
  | /** Several, in a query. */ 'choices';

/** What the declaration of a field says for its JSON schema. */
export interface FieldSchema {
  readonly type?: 'string' | 'integer' | 'boolean';
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
}

/** What a value is, and within which limits. */
export interface Value {
  readonly kind: ScalarKind;
  readonly schema: FieldSchema;
  /** The closed list that it is from. */
  readonly enumeration?: Enumeration;
}

/** How one kind of value is read from JSON, XML or a query, where every value may be a text, and what is wrong with it. */
export interface Conversion extends Value {
  /**
   * The typed value, or the raw one when it cannot be converted. Undefined when it says nothing, as an empty text where a number
   * is due, or the values that .NET has for "none": the member is absent then. `zone` is the site's, for local dates.
   */
  read(raw: unknown, zone: TimeZone): unknown;
  /** What is wrong with a value that `read` gave; undefined when nothing is. Never says the value. */
  problem(value: unknown): string | undefined;
}

/** Stands for a value of the wrong shape, so that no attacker's structure travels further than the binder. */
export const NOT_A_VALUE = Symbol('an object or a list where a value is due');
export const GIVEN_TWICE = Symbol('the same member twice');

/** As XML Schema has them, white space around them aside. */
const WHOLE_NUMBER = /^\s*[+-]?0*[0-9]{1,15}\s*$/;

/** No text, or white space alone. The first character nearly always tells. */
function isNothing(raw: unknown): boolean {
  return typeof raw === 'string' && raw.length < 1000 && raw.trim() === '';
}

export const conversions = {
  text: (limits: TextLimits): Conversion => ({
    kind: 'text',
    schema: {
      type: 'string',
      minLength: limits.min ?? 0,
      maxLength: limits.max,
      ...(limits.pattern && { pattern: limits.pattern.source }),
    },
    read: raw => (typeof raw === 'string' ? readText(raw, limits) : raw),
    problem: shaped(value => textProblem(value, limits)),
  }),
  guid: (): Conversion => ({
    kind: 'guid',
    schema: { type: 'string', format: 'uuid' },
    read: raw => {
      const guid = parseGuid(typeof raw === 'string' ? raw.trim() : raw);
      return guid === EMPTY_GUID || isNothing(raw) ? undefined : (guid ?? raw);
    },
    problem: shaped(value =>
      typeof value === 'string' && parseGuid(value) === value ? undefined : 'must be a GUID',
    ),
  }),
  integer: ({ min, max }: { min: number; max: number }): Conversion => ({
    kind: 'integer',
    schema: { type: 'integer', minimum: min, maximum: max },
    read: raw => {
      if (isNothing(raw)) return undefined;
      const number = typeof raw === 'string' && WHOLE_NUMBER.test(raw) ? Number(raw) : raw;
      return number === 0 ? 0 : number; // -0 is 0
    },
    problem: shaped(value =>
      Number.isInteger(value) && Number(value) >= min && Number(value) <= max
        ? undefined
        : `must be a whole number from ${min} to ${max}`,
    ),
  }),
  choice: (of: Enumeration, options: ChoiceOptions = {}): Conversion => {
    const values = of.choices.map(({ value }) => value);
    const conversion = values.every(value => typeof value === 'number')
      ? conversions.integer({ min: Math.min(...values), max: Math.max(...values) })
      : oneOf(values.map(String), options);
    return { ...conversion, kind: 'choice', schema: {}, enumeration: of };
  },
  /** In a query: a text of several, separated by commas. */
  choices: (of: Enumeration, options?: ChoiceOptions): Conversion => {
    const one = conversions.choice(of, options);
    const max = of.choices.length;
    return {
      kind: 'choices',
      schema: { maxItems: max },
      enumeration: of,
      read: (raw, zone) => {
        if (isNothing(raw)) return undefined;
        return typeof raw === 'string' ? raw.split(',', max + 1).map(each => one.read(each, zone)) : raw;
      },
      problem: shaped(value => {
        if (!Array.isArray(value)) return 'must be a text';
        if (value.length > max) return `must have at most ${max} values`;
        const problem = value.map(each => one.problem(each)).find(each => each !== undefined);
        return problem && `${problem}; several are separated by commas`;
      }),
    };
  },
  boolean: (): Conversion => ({
    kind: 'boolean',
    schema: { type: 'boolean' },
    read: raw => {
      const word = typeof raw === 'string' ? raw.trim().toLowerCase() : raw;
      if (word === '') return undefined;
      if (word === 'true' || word === '1' || word === 1) return true;
      return word === 'false' || word === '0' || word === 0 ? false : raw;
    },
    problem: shaped(value => (typeof value === 'boolean' ? undefined : 'must be true or false')),
  }),
  instant: (edge?: DayEdge): Conversion => ({
    kind: 'instant',
    schema: { type: 'string', format: 'date-time' },
    read: (raw, zone) => {
      if (typeof raw !== 'string') return raw;
      const text = raw.trim();
      return text === '' || isUnset(text) ? undefined : (parseInstant(text, zone, edge) ?? raw);
    },
    problem: shaped(value => (value instanceof Date ? undefined : 'must be a date: ISO 8601 or /Date(ms)/')),
  }),
  /** A number that a `ChangedUntil` has told, or a time. */
  change: (): Conversion => ({
    kind: 'text',
    schema: { type: 'string', maxLength: 40 },
    read: (raw, zone) => {
      if (typeof raw !== 'string') return raw;
      const text = raw.trim();
      if (text === '' || isUnset(text)) return undefined;
      return parseChange(text) ?? parseInstant(text, zone) ?? raw;
    },
    problem: shaped(value =>
      typeof value === 'number' || value instanceof Date
        ? undefined
        : 'must be the ChangedUntil of an answer, or a date',
    ),
  }),
  date: (): Conversion => ({
    kind: 'date',
    schema: { type: 'string', format: 'date' },
    read: raw => {
      if (typeof raw !== 'string') return raw;
      const text = raw.trim();
      return text === '' || isUnset(text) ? undefined : (parseCalendarDate(text) ?? NOT_A_DATE);
    },
    problem: shaped(value => (typeof value === 'string' ? undefined : 'must be a calendar date: yyyy-mm-dd')),
  }),
  bytes: (): Conversion => ({
    kind: 'bytes',
    schema: { type: 'string', format: 'byte' },
    read: raw => {
      if (isNothing(raw)) return undefined;
      return typeof raw === 'string' ? (readBase64(raw) ?? raw) : raw;
    },
    problem: shaped(value => (Buffer.isBuffer(value) ? undefined : 'must be base64')),
  }),
};

export interface ChoiceOptions {
  /** Words match in any case. */
  anyCase?: boolean;
}

function oneOf(words: readonly string[], { anyCase = false }: ChoiceOptions): Conversion {
  const keyOf = (word: string) => (anyCase ? word.toLowerCase() : word);
  const known = new Map(words.map(word => [keyOf(word), word]));
  return {
    kind: 'choice',
    schema: {},
    read: raw => {
      if (isNothing(raw)) return undefined;
      return typeof raw === 'string' && raw.length < 1000 ? (known.get(keyOf(codeText(raw))) ?? raw) : raw;
    },
    problem: shaped(value =>
      typeof value === 'string' && words.includes(value) ? undefined : `must be one of ${words.join(', ')}`,
    ),
  };
}

/** The number of a change as a client is told it: a name to be handed back, and no number to reckon with. */
export function writeChange(number: number): string {
  return `c${number}`;
}

/** Undefined when it is not what `writeChange` has written. */
export function parseChange(text: string): number | undefined {
  const number = /^c([0-9]{1,10})$/.exec(text)?.[1];
  return number !== undefined && Number(number) < MAX_NUMBER ? Number(number) : undefined;
}

/** The highest number that a database gives to a row. */
export const MAX_NUMBER = 2_147_483_647;

const NOT_A_DATE = Symbol('a text that is no date');

function shaped(problem: (value: unknown) => string | undefined): (value: unknown) => string | undefined {
  return value => {
    if (value === GIVEN_TWICE) return 'is given more than once';
    return problem(value);
  };
}
