import { XMLParser } from 'fast-xml-parser';
import { MAX_DEPTH, MAX_VALUES } from './json';
import { isPlainText, withoutUnwritable } from './scalars';

/** More than all documented texts hold when a sender writes every character as a reference. */
const MAX_REFERENCES = 200_000;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  maxNestedTags: MAX_DEPTH,
  // No document may define an entity, so that a reference never grows: the limit is on the time they take.
  processEntities: {
    enabled: true,
    maxTotalExpansions: MAX_REFERENCES,
    maxExpandedLength: 10 * MAX_REFERENCES,
  },
});

/**
 * Parses an XML body with the root `<Request>` into the tree of its elements: a text, a tree, or a list where an
 * element repeats. Attributes are ignored but for `xsi:nil`, which makes an element null.
 * @throws SyntaxError for all that contract 1 never reads; the message never quotes the body
 */
export function parseXml(text: string, maxValues = MAX_VALUES): unknown {
  refuse(/<!(DOCTYPE|ENTITY)/i.test(text), 'must not contain a DOCTYPE or an entity');
  refuse(!isPlainText(text), 'must not contain control characters');
  refuse(declaresOtherEncoding(text), 'must be UTF-8');
  const outside = outsideCdata(text);
  refuse(!/^<[^]*>$/.test((outside ?? '').trim()), 'is not well-formed XML');
  refuse(hasMore(text, /<|=\s*["']/g, maxValues), `has more than ${maxValues} elements and attributes`);
  refuse(
    hasBadReference(outside ?? ''),
    'must not refer to entities that XML does not define, or to forbidden characters',
  );
  let document: Record<string, unknown>;
  try {
    document = parser.parse(text, true) as Record<string, unknown>;
  } catch {
    throw new SyntaxError(`is not well-formed XML, or nests deeper than ${MAX_DEPTH} levels`);
  }
  const { '?xml': prolog, '#text': around, Request: root, ...others } = document;
  refuse(
    Array.isArray(prolog) || (prolog !== undefined && !text.startsWith('<?xml')),
    'must have one XML declaration, first',
  );
  refuse(
    root === undefined || Array.isArray(root) || Object.keys(others).length > 0,
    'must have one root element Request',
  );
  refuse(typeof around === 'string' && around.trim() !== '', 'must have no text outside the root element');
  return clean(root, 1);
}

function declaresOtherEncoding(text: string): boolean {
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/i.exec(text)?.[1];
  return declared !== undefined && !/^(utf-?8|us-ascii)$/i.test(declared);
}

/** What stands outside comments and CDATA sections; undefined when one of them has no end. Linear: no pattern backtracks. */
function outsideCdata(text: string): string | undefined {
  let outside = '';
  let from = 0;
  for (const { 0: opening, index } of text.matchAll(/<!--|<!\[CDATA\[/g)) {
    if (index < from) continue;
    const ending = opening === '<!--' ? '-->' : ']]>';
    const end = text.indexOf(ending, index + opening.length);
    if (end < 0) return undefined;
    // Something must stand in its place, or `&am<!-- -->p;` would look like a reference.
    outside += text.slice(from, index) + (opening === '<!--' ? ' ' : 'x');
    from = end + ending.length;
  }
  return outside + text.slice(from);
}

function hasMore(text: string, pattern: RegExp, limit: number): boolean {
  let count = 0;
  const matches = text.matchAll(pattern);
  while (count <= limit && !matches.next().done) count += 1;
  return count > limit;
}

/** The parser leaves an unknown reference as it stands and drops a forbidden character: both would store something else than was sent. */
function hasBadReference(text: string): boolean {
  const references = text.matchAll(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}))?(;?)/g);
  for (const [, named, decimal, hex, end] of references) {
    if (end === '') return true;
    if (named !== undefined) continue;
    const codePoint = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    if (!(codePoint <= 0x10ffff) || !isPlainText(String.fromCodePoint(codePoint))) return true;
  }
  return false;
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
  if (entries.some(([name, value]) => /^@(\w+:)?nil$/.test(name) && (value === 'true' || value === '1')))
    return null;
  const elements = entries.filter(([name]) => !name.startsWith('@') && name !== '#text');
  if (elements.length > 0)
    return Object.fromEntries(elements.map(([name, value]) => [name, clean(value, depth + 1)]));
  const text = (node as Record<string, unknown>)['#text'];
  return text === undefined ? '' : text;
}

function refuse(condition: boolean, problem: string): void {
  if (condition) throw new SyntaxError(problem);
}

/** A text that is escaped already, a list of what repeats, or elements by name. */
export type XmlTree = string | XmlTree[] | { [name: string]: XmlTree };

/** Writes a tree below the root element; names come from DTO classes and are trusted. */
export function writeXml(root: string, tree: XmlTree): string {
  return `<?xml version="1.0" encoding="utf-8"?>${element(root, tree)}`;
}

function element(name: string, tree: XmlTree): string {
  if (Array.isArray(tree)) return tree.map(item => element(name, item)).join('');
  const inner =
    typeof tree === 'string' ? tree : Object.entries(tree).map(([child, below]) => element(child, below));
  return `<${name}>${typeof inner === 'string' ? inner : inner.join('')}</${name}>`;
}

/** What XML cannot carry, and cannot have come in by a request, becomes U+FFFD: an answer is always well-formed. */
export function escapeXml(text: string): string {
  return withoutUnwritable(text).replace(/[&<>\r]/g, char => escapes[char] ?? char);
}
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
