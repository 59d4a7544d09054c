/** Origins in the form of browsers, such as `https://example.com`. Undefined if any of them is malformed. */
export function origins(text: string): string[] | undefined {
  const read = text
    .split(/[;,\s]+/)
    .filter(Boolean)
    .map(originIn);
  return read.every(origin => origin !== undefined) ? [...new Set(read)] : undefined;
}

function originIn(text: string): string | undefined {
  if (!/^https?:\/\/[^/\\?#@*]+$/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).origin;
}
