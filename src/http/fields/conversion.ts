import type { ValidationOptions } from 'class-validator';
import { isUnset } from '../../shared/dates';
import type { Enumeration } from '../../shared/enumeration';
import type { TimeZone } from '../../shared/time-zone';

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

/** The part of the JSON schema that follows from the declaration of a field. */
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

/** Kind and limits of a value. */
export interface Value {
  readonly kind: ScalarKind;
  readonly schema: FieldSchema;
  /** The closed list that it is from. */
  readonly enumeration?: Enumeration;
}

/** How one kind of value is read from JSON, XML or a query, where every value may be a text, and how it is checked. */
export interface Conversion extends Value {
  /**
   * The typed value, or the raw one when it cannot be converted. Undefined for an empty value, such as an empty text where a
   * number is due, or the values that .NET has for "none": the member is absent then. `zone` is the site's, for local dates.
   */
  read(raw: unknown, zone: TimeZone): unknown;
  /** The decorators of class-validator for a value that `read` returned. Their messages never repeat the value. */
  checks(options?: CheckOptions): PropertyDecorator[];
}

export interface CheckOptions {
  /** Checks every item of a list. */
  each?: boolean;
  /** Follows the message. */
  hint?: string;
}

export function withMessage(message: string, { each, hint = '' }: CheckOptions = {}): ValidationOptions {
  return { message: `${message}${hint}`, each };
}

/** Reads a date with `parse`. What cannot be read stays as it is, for the check. */
export function readDate(parse: (text: string, zone: TimeZone) => unknown): Conversion['read'] {
  return (raw, zone) => {
    if (typeof raw !== 'string') return raw;
    const text = raw.trim();
    return text === '' || isUnset(text) ? undefined : (parse(text, zone) ?? raw);
  };
}

/** Stands for a value of the wrong shape, so that no structure sent by an attacker gets past the binder. */
export const NOT_A_VALUE = Symbol('an object or a list where a value is due');
export const GIVEN_TWICE = Symbol('the same member twice');
