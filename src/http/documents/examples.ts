import { errorCatalogue } from '../../shared/errors/error-catalogue';
import { type DtoClass, type Field, fieldsOf } from '../fields';

/** A DTO built from the examples of its fields; given values replace the examples. */
export function exampleOf(type: DtoClass, told: Told = {}): Record<string, unknown> {
  return Object.fromEntries(fieldsOf(type).map(field => [field.name, valueOf(field, told[field.name])]));
}

/** Some of the members of a DTO. */
export type Told = Readonly<Record<string, unknown>>;

function valueOf({ kind, type, example }: Field, told: unknown): unknown {
  if (told === null || !type) return told === undefined ? (example ?? null) : told;
  if (kind === 'object') return exampleOf(type(), told as Told | undefined);
  return ((told ?? [{}]) as Told[]).map(item => exampleOf(type(), item));
}

/** The date of the examples. */
const DAY_OF_EXAMPLES = Date.parse('2026-11-23');
const DAY_MS = 86_400_000;

/** Moves the dates in a text with examples, except dates of birth, as if the examples were written for `today`. */
export function movedTo(today: Date, text: string): string {
  const moved = Math.floor((today.getTime() - DAY_OF_EXAMPLES) / DAY_MS) * DAY_MS;
  return text.replace(/\b20[2-9]\d-\d\d-\d\d(?=["T<])/g, date =>
    new Date(Date.parse(date) + moved).toISOString().slice(0, 10),
  );
}

export const [REQUEST_ID] = errorCatalogue.ServerFault.sample;
