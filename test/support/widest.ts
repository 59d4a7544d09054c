import { conversions, type DtoClass, type Field, fieldsOf } from '../../src/http/fields';
import { problemOf } from './problem-of';

/** Characters that become longer when folded, stored or compared; by index in a text. */
export const widestCharacters: Readonly<Record<string, (n: number) => string>> = {
  'ß, which folds into two': () => 'ß',
  'İ, which is two when it is small': () => 'İ',
  'ligatures, of up to three letters': n => String.fromCodePoint(0xfb00 + (n % 5)),
  'ﷺ, which is eighteen letters': () => 'ﷺ',
  'Hangul, of three letters and nine bytes': n => String.fromCodePoint(0xac00 + ((n * 7919) % 11_000)),
  'letters with marks of their own': n => `q${String.fromCodePoint(0x0300 + (n % 50))}`,
  'ideographs of three bytes': n => String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000)),
  'ideographs of four bytes': n => String.fromCodePoint(0x20000 + ((n * 7919) % 40_000)),
  'emoji of four bytes': n => String.fromCodePoint(0x1f300 + ((n * 37) % 256)),
};

export type Characters = (n: number) => string;

/** The longest text of these characters that `problem` accepts. */
function longest(characters: Characters, max: number, problem: (text: string) => string | undefined): string {
  let [fits, fitsNot] = [0, max + 1];
  const ofLength = (length: number) => Array.from({ length }, (_, n) => characters(n)).join('');
  while (fitsNot - fits > 1) {
    const middle = Math.floor((fits + fitsNot) / 2);
    if (problem(ofLength(middle)) === undefined) fits = middle;
    else fitsNot = middle;
  }
  return ofLength(fits);
}

/** The longest path of units, with the longest parts. */
export function longestPath(characters: Characters): string {
  const ofPart = conversions.text({ max: 197 });
  const part = longest(characters, 197, text => problemOf(ofPart, text));
  return Array.from({ length: 5 }, () => part).join(' - ');
}

/** A request with every member, with texts and numbers at their documented maximum. */
export function widest(
  type: DtoClass,
  characters: Characters,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const members = fieldsOf(type)
    .map(field => [field.name, valueOf(field, characters, given)] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(members);
}

function valueOf(field: Field, characters: Characters, given: Readonly<Record<string, unknown>>): unknown {
  if (field.name in given) return given[field.name];
  const { kind, type, value, schema } = field;
  if (kind === 'object' && type) return widest(type(), characters, given);
  if (kind === 'list' && type) return [widest(type(), characters, given)];
  const scalar = (): unknown => {
    if (!value) throw new Error(`${field.name} is of no kind that is known here`);
    if (value.kind === 'integer') return value.schema.maximum;
    if (value.kind === 'choice') return value.enumeration?.choices.at(-1)?.value;
    if (value.kind === 'choices') return value.enumeration?.choices.map(choice => choice.value).join(',');
    if (value.kind !== 'text' || value.schema.pattern) return field.example;
    return longest(characters, value.schema.maxLength ?? 0, text => problemOf(value, text));
  };
  if (kind !== 'list') return scalar();
  return schema.maxItems === undefined ? [] : [scalar()];
}
