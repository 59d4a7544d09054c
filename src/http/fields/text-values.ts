import { codeText, composed, isBlank, isLonger } from '../../shared/text';

// What XML 1.0 cannot carry is refused at the door in JSON as well: one record, one text, in every format.
// eslint-disable-next-line no-control-regex -- control characters are what is being looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const everyUnwritable = new RegExp(unwritable, 'g');

/** Whether a text can be stored, and written as JSON and as XML: no lone surrogate, no control character. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !unwritable.test(text);
}

/** The text with U+FFFD in the place of what `isPlainText` refuses. */
export function withoutUnwritable(text: string): string {
  return isPlainText(text) ? text : text.toWellFormed().replace(everyUnwritable, '\ufffd');
}

export interface TextLimits {
  min?: number;
  /** In characters (code points). */
  max: number;
  pattern?: RegExp;
  shape?: string;
  /** White space at its ends is what a scanner or a clipboard has added. Always so where there is a pattern. */
  trim?: boolean;
  /** What is searched for: it may be anything, and what says nothing finds nothing. */
  search?: boolean;
}

/** A text is at most so many times as long before it is brought into its normal form. */
const MOST_SHORTENED = 4;

/** The text as it is kept; undefined when it says nothing and may not be empty. */
export function readText(raw: string, { min = 0, max, pattern, trim }: TextLimits): string | undefined {
  // Before anything looks at each character of what may be megabytes.
  if (raw.length > MOST_SHORTENED * max + 100) return raw;
  const text = pattern ? codeText(raw) : trim ? composed(raw).trim() : composed(raw);
  return text === '' && (min > 0 || pattern) ? undefined : text;
}

/** What is wrong with a text; undefined when nothing is. Never says the value. */
export function textProblem(
  value: unknown,
  { min = 0, max, pattern, shape, search }: TextLimits,
): string | undefined {
  if (typeof value !== 'string') return 'must be a text';
  if (value.length < min || value.length > 2 * max) return `must have ${min} to ${max} characters`;
  if (!isPlainText(value)) return 'must not contain control characters or broken Unicode';
  if (isLonger(value, max)) return `must have ${min} to ${max} characters`;
  if (min > 0 && !search && isBlank(value)) return 'must not be blank';
  return pattern && !pattern.test(value) ? `must be ${shape ?? 'of the documented pattern'}` : undefined;
}
