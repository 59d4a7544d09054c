const shape = /^({){0,1}[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(}){0,1}$/;

/**
 * Reads a GUID, with or without braces, into lower case without braces. Undefined for anything else.
 * A single brace passes the documented pattern but is refused.
 */
export function parseGuid(text: unknown): string | undefined {
  if (typeof text !== 'string' || !shape.test(text)) return undefined;
  const [opens, closes] = [text.startsWith('{'), text.endsWith('}')];
  if (opens !== closes) return undefined;
  return (opens ? text.slice(1, -1) : text).toLowerCase();
}

/** A GUID as `parseGuid` returns it. */
export const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What clients of .NET send for "none". */
export const EMPTY_GUID = '00000000-0000-0000-0000-000000000000';
