import { ValidateBy } from 'class-validator';
import { parseInstant } from '../../shared/dates';
import { type CheckOptions, type Conversion, readDate, withMessage } from './conversion';

/** The highest number that a database gives to a row. */
export const MAX_NUMBER = 2_147_483_647;

/** The number of a change as clients see it: an opaque name to send back, not a number to calculate with. */
export function writeChange(number: number): string {
  return `c${number}`;
}

/** Undefined for a text that `writeChange` cannot have written. */
export function parseChange(text: string): number | undefined {
  const number = /^c([0-9]{1,10})$/.exec(text)?.[1];
  return number !== undefined && Number(number) < MAX_NUMBER ? Number(number) : undefined;
}

/** The `ChangedUntil` of an earlier answer, read as its number, or a point in time. */
export const change = (): Conversion => ({
  kind: 'text',
  schema: { type: 'string', maxLength: 40 },
  read: readDate((text, zone) => parseChange(text) ?? parseInstant(text, zone)),
  checks: options => [IsChange(options)],
});

function IsChange(options?: CheckOptions): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'number' || value instanceof Date;
  const message = 'must be the ChangedUntil of an answer, or a date';
  return ValidateBy({ name: 'isChange', validator: { validate } }, withMessage(message, options));
}
