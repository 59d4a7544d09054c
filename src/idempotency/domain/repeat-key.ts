/**
 * Reads the values of the header `Idempotency-Key`: one text of 1 to 255 printable ASCII characters, as it stands or as
 * a quoted string of RFC 8941; both are the same key. Undefined when it is malformed or given more than once.
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
