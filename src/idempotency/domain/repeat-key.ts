/**
 * Reads the header `Idempotency-Key`: 1 to 255 printable ASCII characters, plain or as a quoted string (RFC 8941). Both
 * forms are the same key. Undefined if it is malformed or sent more than once.
 */
export function parseRepeatKey(values: readonly string[]): string | undefined {
  const [value = '', ...others] = values;
  if (others.length > 0) return undefined;
  const key = value.startsWith('"') ? unquoted(value) : value;
  return key !== undefined && /^[\x20-\x7e]{1,255}$/.test(key) ? key : undefined;
}

function unquoted(value: string): string | undefined {
  return /^"((?:[^"\\]|\\["\\])*)"$/.exec(value)?.[1]?.replace(/\\(.)/g, '$1');
}
