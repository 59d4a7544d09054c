/** Origins as browsers write them: `https://example.com`, `http://10.0.0.1:8080`. Undefined when one is none. */
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
