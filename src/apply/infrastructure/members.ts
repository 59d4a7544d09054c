import { z } from 'zod';
import { type DayEdge, parseInstant } from '../../shared/dates';
import { isBlank, isLonger } from '../../shared/text';
import type { TimeZone } from '../../shared/time-zone';

/** One wording for a member that is left out, another for one that is not as it must be. */
const must = (rule: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : rule),
});

/** Texts are shown in terminals, logs and XML: no control character but, where they may have lines, their ends. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const controlsButLineEnds = /[^\P{Cc}\n\r\t]/u;

export const text = (min: number, max: number, forbidden = controls) =>
  z
    .string(must('must be text; put a number in quotes'))
    .normalize('NFC')
    .refine(
      value => !isLonger(value, max) && (min === 0 || !isBlank(value)),
      min === 0 ? `must have at most ${max} characters` : `must have ${min} to ${max} characters`,
    )
    .refine(
      value => value.isWellFormed() && !forbidden.test(value),
      'must have no control characters, no line separators and no halves of characters',
    );

/** Empty when left out. */
export const optionalText = (max: number) => leftOut(text(0, max), '');

/** By which requests refer to it, where white space at its ends does not count. */
export const key = (max: number) => text(1, max).trim();

export const lines = (max: number) => leftOut(text(0, max, controlsButLineEnds), '');

/** A text in a syntax of its own. */
export const textThat = (rule: string, max: number, isRight: (value: string) => boolean) =>
  z
    .string(must(rule))
    .normalize('NFC')
    .refine(value => !isLonger(value, max) && isRight(value), rule);

export const integer = (min: number, max: number) => {
  const rule = `must be a whole number from ${min} to ${max}`;
  return z.number(must(rule)).refine(value => Number.isInteger(value) && value >= min && value <= max, rule);
};

export const flag = () => z.literal([0, 1, true, false], must('must be 0 or 1')).transform(Boolean);

export const oneOf = <const T extends string>(...values: readonly T[]) =>
  z.literal(values, must(`must be one of ${values.join(', ')}`));

export const list = <T extends z.ZodType>(item: T) => z.array(item, must('must be a list'));

/** A map of just these members. */
export const members = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject(shape, {
    error: ({ code, input }) => {
      if (code === 'unrecognized_keys')
        return `is not known here; known are ${Object.keys(shape).join(', ')}`;
      return input === undefined ? 'is missing' : 'must be a map of members';
    },
  });

/** Null and a member that is left out mean the same (contract 1). */
export const leftOut = <T extends z.ZodType, D>(schema: T, fallback: D) =>
  schema.nullish().transform((value): NonNullable<z.output<T>> | D => value ?? fallback);

/** A date as requests have it; a day alone is its first or its last instant at the site. */
export const instant = (zone: TimeZone, edge: DayEdge) =>
  z.string(must('must be a date')).transform((value, context): Date => {
    const read = parseInstant(value, zone, edge);
    if (read) return read;
    context.addIssue({
      code: 'custom',
      message: 'must be a date such as 2026-11-23, or with a time 2026-11-23T15:46:00Z',
    });
    return z.NEVER;
  });
