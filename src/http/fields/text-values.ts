import { ValidateBy } from 'class-validator';
import { codeText, composed, isBlank, isLonger } from '../../shared/text';
import type { CheckOptions } from './conversion';

// What XML 1.0 cannot carry is refused in JSON as well, so that every record can be written in both formats.
// eslint-disable-next-line no-control-regex -- control characters are what is being looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const everyUnwritable = new RegExp(unwritable, 'g');

/** Whether a text can be stored, and written as JSON and as XML: no lone surrogate, no control character. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !unwritable.test(text);
}

/** Replaces what `isPlainText` refuses by U+FFFD. */
export function withoutUnwritable(text: string): string {
  return isPlainText(text) ? text : text.toWellFormed().replace(everyUnwritable, '\ufffd');
}

export interface TextLimits {
  min?: number;
  /** In characters (code points). */
  max: number;
  pattern?: RegExp;
  shape?: string;
  /** Removes white space at both ends, which scanners and clipboards add. Always on for a text with a pattern. */
  trim?: boolean;
  /** A search text, which may be blank: it then finds nothing. */
  search?: boolean;
}

/** Normalisation makes a text at most this many times shorter. */
const MOST_SHORTENED = 4;

/** The text as it is kept; undefined when it is empty and may not be. */
export function readText(raw: string, { min = 0, max, pattern, trim }: TextLimits): string | undefined {
  // Enough of a text of megabytes to see that it is too long: normalisation and checks look at every character.
  const most = MOST_SHORTENED * max + 100;
  if (raw.length > most) return raw.slice(0, most);
  const text = pattern ? codeText(raw) : trim ? composed(raw).trim() : composed(raw);
  return text === '' && (min > 0 || pattern) ? undefined : text;
}

/**
 * The length of a text in characters, and that it is plain and not blank. `Length` of class-validator does not count
 * variation selectors, so that it lets texts pass that are too long for a column.
 */
export function IsText(limits: TextLimits, { each }: CheckOptions = {}): PropertyDecorator {
  const problem = (value: unknown) => textProblem(value, limits);
  return ValidateBy(
    {
      name: 'isText',
      validator: {
        validate: value => problem(value) === undefined,
        // With `each`, class-validator passes the whole list.
        defaultMessage: args => [args?.value as unknown].flat().map(problem).find(Boolean) ?? '',
      },
    },
    { each },
  );
}

function textProblem(value: unknown, { min = 0, max, search }: TextLimits): string | undefined {
  // IsString reports it.
  if (typeof value !== 'string') return undefined;
  if (value.length < min || value.length > 2 * max) return `must have ${min} to ${max} characters`;
  if (!isPlainText(value)) return 'must not contain control characters or broken Unicode';
  if (isLonger(value, max)) return `must have ${min} to ${max} characters`;
  return min > 0 && !search && isBlank(value) ? 'must not be blank' : undefined;
}
