import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInstance,
  IsInt,
  IsString,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { type DayEdge, parseCalendarDate, parseInstant } from '../../shared/dates';
import type { Enumeration } from '../../shared/enumeration';
import { EMPTY_GUID, GUID, parseGuid } from '../../shared/guid';
import { codeText } from '../../shared/text';
import { readBase64 } from './base64';
import { change } from './change-number';
import { type Conversion, readDate, withMessage } from './conversion';
import { IsText, readText, type TextLimits } from './text-values';

/** As in XML Schema, with white space around it. */
const WHOLE_NUMBER = /^\s*[+-]?0*[0-9]{1,15}\s*$/;

/** An empty text, or white space alone. A longer text is never empty in practice, and is not worth the trim. */
function isNothing(raw: unknown): boolean {
  return typeof raw === 'string' && raw.length < 1000 && raw.trim() === '';
}

export const conversions = {
  change,
  text: (limits: TextLimits): Conversion => ({
    kind: 'text',
    schema: {
      type: 'string',
      minLength: limits.min ?? 0,
      maxLength: limits.max,
      ...(limits.pattern && { pattern: limits.pattern.source }),
    },
    read: raw => (typeof raw === 'string' ? readText(raw, limits) : raw),
    checks: options => [
      IsString(withMessage('must be a text', options)),
      IsText(limits, options),
      ...(limits.pattern
        ? [
            Matches(
              limits.pattern,
              withMessage(`must be ${limits.shape ?? 'of the documented pattern'}`, options),
            ),
          ]
        : []),
    ],
  }),
  guid: (): Conversion => ({
    kind: 'guid',
    schema: { type: 'string', format: 'uuid' },
    read: raw => {
      const guid = parseGuid(typeof raw === 'string' ? raw.trim() : raw);
      return guid === EMPTY_GUID || isNothing(raw) ? undefined : (guid ?? raw);
    },
    checks: options => [Matches(GUID, withMessage('must be a GUID', options))],
  }),
  integer: ({ min, max }: { min: number; max: number }): Conversion => ({
    kind: 'integer',
    schema: { type: 'integer', minimum: min, maximum: max },
    read: raw => {
      if (isNothing(raw)) return undefined;
      const number = typeof raw === 'string' && WHOLE_NUMBER.test(raw) ? Number(raw) : raw;
      return number === 0 ? 0 : number; // -0 is 0
    },
    checks: options => {
      const said = withMessage(`must be a whole number from ${min} to ${max}`, options);
      return [IsInt(said), Min(min, said), Max(max, said)];
    },
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
      checks: () => [
        IsArray(withMessage('must be a text')),
        ArrayMaxSize(max, withMessage(`must have at most ${max} values`)),
        ...one.checks({ each: true, hint: '; several are separated by commas' }),
      ],
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
    checks: options => [IsBoolean(withMessage('must be true or false', options))],
  }),
  instant: (edge?: DayEdge): Conversion => ({
    kind: 'instant',
    schema: { type: 'string', format: 'date-time' },
    read: readDate((text, zone) => parseInstant(text, zone, edge)),
    checks: options => [IsDate(withMessage('must be a date: ISO 8601 or /Date(ms)/', options))],
  }),
  date: (): Conversion => ({
    kind: 'date',
    schema: { type: 'string', format: 'date' },
    read: readDate(text => parseCalendarDate(text) ?? NOT_A_DATE),
    checks: options => [IsString(withMessage('must be a calendar date: yyyy-mm-dd', options))],
  }),
  bytes: (): Conversion => ({
    kind: 'bytes',
    schema: { type: 'string', format: 'byte' },
    read: raw => {
      if (isNothing(raw)) return undefined;
      return typeof raw === 'string' ? (readBase64(raw) ?? raw) : raw;
    },
    checks: options => [IsInstance(Buffer, withMessage('must be base64', options))],
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
    checks: options => [IsIn(words, withMessage(`must be one of ${words.join(', ')}`, options))],
  };
}

const NOT_A_DATE = Symbol('a text that is no date');
