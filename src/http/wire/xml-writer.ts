import { withoutUnwritable } from '../fields';

/** A text that is escaped already, a list of what repeats, or elements by name. */
export type XmlTree = XmlContent | XmlTree[];
/** What one element holds. */
export type XmlContent = string | { [name: string]: XmlTree };

/** Writes a tree below the root element; names come from DTO classes and are trusted. */
export function writeXml(root: string, tree: XmlTree): string {
  return `${PROLOG}${element(root, tree)}`;
}
export const PROLOG = '<?xml version="1.0" encoding="utf-8"?>';

export function element(name: string, tree: XmlTree): string {
  if (Array.isArray(tree)) return tree.map(item => element(name, item)).join('');
  return `<${name}>${inner(tree)}</${name}>`;
}

/** What stands in an element. */
export function inner(tree: XmlContent): string {
  if (typeof tree === 'string') return tree;
  return Object.entries(tree)
    .map(([child, below]) => element(child, below))
    .join('');
}

/** What XML cannot carry, and cannot have come in by a request, becomes U+FFFD: an answer is always well-formed. */
export function escapeXml(text: string): string {
  return withoutUnwritable(text).replace(/[&<>\r]/g, char => escapes[char] ?? char);
}
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
