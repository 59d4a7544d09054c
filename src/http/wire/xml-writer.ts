import { withoutUnwritable } from '../fields';

/** An escaped text, a list of repeated elements, or elements by name. */
export type XmlTree = XmlContent | XmlTree[];
/** The content of one element. */
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

/** The content of an element as XML. */
export function inner(tree: XmlContent): string {
  if (typeof tree === 'string') return tree;
  return Object.entries(tree)
    .map(([child, below]) => element(child, below))
    .join('');
}

/** Replaces characters that XML cannot carry by U+FFFD. Requests cannot contain them, but the answer must always be well-formed. */
export function escapeXml(text: string): string {
  return withoutUnwritable(text).replace(/[&<>\r]/g, char => escapes[char] ?? char);
}
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
