/** Deepest nesting of JSON and XML that is read (contract 1). */
export const MAX_DEPTH = 32;

/** Most members and items of JSON, and most elements and attributes of XML: far above any documented request but the few that ask for more. */
export const MAX_VALUES = 20_000;

/**
 * Parses a JSON body. Depth and number of values are looked at before parsing: what follows recurses, and takes its time.
 * @throws SyntaxError when it is no JSON, nests too deep or holds too much; the message never quotes the body
 */
export function parseJson(text: string, maxValues = MAX_VALUES): unknown {
  let depth = 0;
  let values = 1;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (inString) {
      if (char === BACKSLASH) at += 1;
      else if (char === QUOTE) inString = false;
    } else if (char === QUOTE) inString = true;
    else if (char === BRACE || char === BRACKET) {
      depth += 1;
      if (depth > MAX_DEPTH) throw new SyntaxError(`nests deeper than ${MAX_DEPTH} levels`);
    } else if (char === END_BRACE || char === END_BRACKET) depth -= 1;
    else if (char === COMMA) {
      values += 1;
      if (values > maxValues) throw new SyntaxError(`has more than ${maxValues} values`);
    }
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError('is not well-formed JSON');
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACE = 0x7b;
const BRACKET = 0x5b;
const END_BRACE = 0x7d;
const END_BRACKET = 0x5d;
const COMMA = 0x2c;
