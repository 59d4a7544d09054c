import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { MAX_DEPTH } from './json';
import { isPlainText } from './scalars';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  maxNestedTags: MAX_DEPTH,
  processEntities: { enabled: true, maxTotalExpansions: 1000, maxExpandedLength: 100_000 },
});

/**
 * Parses an XML body with the root `<Request>` into the tree of its elements: a text, a tree, or a list where an
 * element repeats. Attributes are ignored but for `xsi:nil`, which makes an element null.
 * @throws SyntaxError for all that contract 1 never reads; the message never quotes the body
 */
export function parseXml(text: string): unknown {
  refuse(/<!(DOCTYPE|ENTITY)/i.test(text), 'must not contain a DOCTYPE or an entity');
  refuse(!isPlainText(text), 'must not contain control characters');
  refuse(declaresOtherEncoding(text), 'must be UTF-8');
  refuse(hasBadReference(text), 'must not refer to entities that XML does not define, or to forbidden characters');
  let document: Record<string, unknown>;
  try {
    document = parser.parse(text, true) as Record<string, unknown>;
  } catch {
    throw new SyntaxError(`is not well-formed XML, or nests deeper than ${MAX_DEPTH} levels`);
  }
  const { '?xml': prolog, '#text': around, Request: root, ...others } = document;
  refuse(Array.isArray(prolog) || (prolog !== undefined && !text.startsWith('<?xml')), 'must have one XML declaration, first');
  refuse(root === undefined || Array.isArray(root) || Object.keys(others).length > 0, 'must have one root element Request');
  refuse(around !== undefined && String(around).trim() !== '', 'must have no text outside the root element');
  return clean(root, 1);
}

function declaresOtherEncoding(text: string): boolean {
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/i.exec(text)?.[1];
  return declared !== undefined && !/^(utf-?8|us-ascii)$/i.test(declared);
}

/** The parser leaves an unknown reference as it stands and drops a forbidden character: both would store something else than was sent. */
function hasBadReference(text: string): boolean {
  const outsideCdata = text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  return [...outsideCdata.matchAll(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}))?(;?)/g)].some(
    ([, named, decimal, hex, end]) => {
      if (end === '') return true;
      if (named !== undefined) return false;
      const codePoint = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return !(codePoint <= 0x10ffff) || !isPlainText(String.fromCodePoint(codePoint));
    },
  );
}

/** Drops attributes and the white space between elements, and refuses processing instructions wherever they stand. */
function clean(node: unknown, depth: number): unknown {
  refuse(depth > MAX_DEPTH, `nests deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(node)) return node.map(item => clean(item, depth));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node);
  refuse(
    entries.some(([name]) => name.startsWith('?')),
    'must not contain processing instructions',
  );
  if (entries.some(([name, value]) => /^@(\w+:)?nil$/.test(name) && (value === 'true' || value === '1'))) return null;
  const elements = entries.filter(([name]) => !name.startsWith('@') && name !== '#text');
  if (elements.length > 0) return Object.fromEntries(elements.map(([name, value]) => [name, clean(value, depth + 1)]));
  const text = (node as Record<string, unknown>)['#text'];
  return text === undefined ? '' : text;
}

function refuse(condition: boolean, problem: string): void {
  if (condition) throw new SyntaxError(problem);
}

// Texts are escaped here, before the builder, because it leaves a carriage return raw and readers turn that into a newline.
const builder = new XMLBuilder({ processEntities: false, suppressEmptyNode: false, format: false });

/** Writes a tree of texts, lists and trees below the root element; names come from DTO classes and are trusted. */
export function writeXml(root: string, tree: Record<string, unknown>): string {
  return `<?xml version="1.0" encoding="utf-8"?>${builder.build({ [root]: tree })}`;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>\r]/g, char => escapes[char] ?? char);
}
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
