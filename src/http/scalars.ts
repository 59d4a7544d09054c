import { parseGuid } from '../shared/guid';
import { TimeZone } from '../shared/time-zone';
import { parseCalendarDate, parseInstant } from './dates';

export type ScalarKind = 'text' | 'guid' | 'integer' | 'boolean' | 'instant' | 'date' | 'bytes';

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
}

/** How one kind of value is read from JSON, XML or a query, where every value may be a text, and what is wrong with it. */
export interface Conversion extends Value {
  /** The typed value, or the raw one when it cannot be converted. */
  read(raw: unknown): unknown;
  /** What is wrong with a value that `read` gave; undefined when nothing is. Never says the value. */
  problem(value: unknown): string | undefined;
}

/** Stands for a value of the wrong shape, so that no attacker's structure travels further than the binder. */
export const NOT_A_VALUE = Symbol('an object or a list where a value is due');
export const GIVEN_TWICE = Symbol('the same member twice');

let siteZone = new TimeZone('UTC');

/** Sets the zone in which dates without an offset are read: once, at start-up (setting TIME_ZONE). */
export function readLocalDatesIn(zone: TimeZone): void {
  siteZone = zone;
}

// What XML 1.0 cannot carry is refused at the door in JSON as well: one record, one text, in every format.
// eslint-disable-next-line no-control-regex -- control characters are what is being looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Whether a text can be stored, and written as JSON and as XML: no lone surrogate, no control character. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !unwritable.test(text);
}

/** The text with U+FFFD in the place of what `isPlainText` refuses. */
export function withoutUnwritable(text: string): string {
  return isPlainText(text) ? text : text.toWellFormed().replace(new RegExp(unwritable, 'g'), '\ufffd');
}

export const conversions = {
  text: (limits: { min?: number; max: number; pattern?: RegExp; shape?: string }): Conversion => ({
    kind: 'text',
    schema: {
      type: 'string',
      minLength: limits.min ?? 0,
      maxLength: limits.max,
      ...(limits.pattern && { pattern: limits.pattern.source }),
    },
    read: raw => raw,
    problem: shaped(value => {
      if (typeof value !== 'string') return 'must be a text';
      if (!isPlainText(value)) return 'must not contain control characters or broken Unicode';
      const { min = 0, max } = limits;
      if (value.length < min || value.length > max) return `must have ${min} to ${max} characters`;
      return limits.pattern && !limits.pattern.test(value)
        ? `must be ${limits.shape ?? 'of the documented pattern'}`
        : undefined;
    }),
  }),
  guid: (): Conversion => ({
    kind: 'guid',
    schema: { type: 'string', format: 'uuid' },
    read: raw => parseGuid(raw) ?? raw,
    problem: shaped(value => (parseGuid(value) === value ? undefined : 'must be a GUID')),
  }),
  integer: ({ min, max }: { min: number; max: number }): Conversion => ({
    kind: 'integer',
    schema: { type: 'integer', minimum: min, maximum: max },
    read: raw => {
      const number = typeof raw === 'string' && /^-?[0-9]{1,15}$/.test(raw) ? Number(raw) : raw;
      return number === 0 ? 0 : number; // -0 is 0
    },
    problem: shaped(value =>
      Number.isInteger(value) && Number(value) >= min && Number(value) <= max
        ? undefined
        : `must be a whole number from ${min} to ${max}`,
    ),
  }),
  boolean: (): Conversion => ({
    kind: 'boolean',
    schema: { type: 'boolean' },
    read: raw =>
      raw === 'true' || raw === '1' || raw === 1
        ? true
        : raw === 'false' || raw === '0' || raw === 0
          ? false
          : raw,
    problem: shaped(value => (typeof value === 'boolean' ? undefined : 'must be true or false')),
  }),
  instant: (): Conversion => ({
    kind: 'instant',
    schema: { type: 'string', format: 'date-time' },
    read: raw => (typeof raw === 'string' ? (parseInstant(raw, siteZone) ?? raw) : raw),
    problem: shaped(value => (value instanceof Date ? undefined : 'must be a date: ISO 8601 or /Date(ms)/')),
  }),
  date: (): Conversion => ({
    kind: 'date',
    schema: { type: 'string', format: 'date' },
    read: raw => (typeof raw === 'string' ? (parseCalendarDate(raw) ?? NOT_A_DATE) : raw),
    problem: shaped(value => (typeof value === 'string' ? undefined : 'must be a calendar date: yyyy-mm-dd')),
  }),
  bytes: (): Conversion => ({
    kind: 'bytes',
    schema: { type: 'string', format: 'byte' },
    read: raw => (typeof raw === 'string' ? (readBase64(raw) ?? raw) : raw),
    problem: shaped(value => (Buffer.isBuffer(value) ? undefined : 'must be base64')),
  }),
};

const NOT_A_DATE = Symbol('a text that is no date');

function shaped(problem: (value: unknown) => string | undefined): (value: unknown) => string | undefined {
  return value => {
    if (value === GIVEN_TWICE) return 'is given more than once';
    return problem(value);
  };
}

function readBase64(text: string): Buffer | undefined {
  const compact = text.replace(/\s+/g, '');
  const wellFormed = /^[A-Za-z0-9+/]*={0,2}$/.test(compact) && compact.length % 4 === 0;
  return wellFormed ? Buffer.from(compact, 'base64') : undefined;
}
