import { isPlainText } from '../fields';
import { resolveReferences, uncut, withLineFeeds } from './xml-text';
import {
  MAX_DEPTH,
  MAX_MEMBERS,
  MAX_VALUES,
  type Members,
  noMembers,
  PIECE,
  readAll,
  refuse,
  type TreeReader,
} from './tree-reader';

/**
 * Parses an XML body with the root `<Request>` into the tree of its elements: a text, a tree, or a list where an
 * element repeats. Attributes are ignored except `xsi:nil`, which makes an element null.
 * @throws SyntaxError for all other XML; the message never quotes the body
 */
export function parseXml(text: string, maxValues = MAX_VALUES): unknown {
  return readAll(new XmlReader(text, maxValues));
}

/** An element that is not closed yet. */
interface Open {
  readonly name: string;
  /** Child elements. Once there is one, the text is layout. */
  members?: Members;
  size: number;
  text: string;
  isNil: boolean;
}

/** Enough for all documented texts with every character written as a reference. */
const MAX_REFERENCES = 200_000;
const PROLOG =
  /^<\?xml\s+version\s*=\s*["']1\.\d["'](?:\s+encoding\s*=\s*["']([\w.-]+)["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>/;
// A tag is read in one go, so its length is limited.
const NAME = '[A-Za-z_:\\u0080-\\uffff][-.\\w:\\u0080-\\uffff]{0,999}';
const BLANKS = '\\s{0,9999}';
const OPENING = new RegExp(`<(${NAME})`, 'y');
const ATTRIBUTE = new RegExp(
  `\\s${BLANKS}(${NAME})${BLANKS}=${BLANKS}(?:"([^"<]{0,99999})"|'([^'<]{0,99999})')`,
  'y',
);
const END_OF_OPENING = new RegExp(`${BLANKS}(/?)>`, 'y');
const CLOSING = new RegExp(`</(${NAME})${BLANKS}>`, 'y');

/** Reads only this XML: elements, texts, CDATA and comments after one prolog. */
export class XmlReader implements TreeReader {
  tree: unknown;
  private at = 0;
  private values = 0;
  private references = 0;
  private isWhole = false;
  /** The text up to here has been checked for forbidden characters. */
  private checked = 0;
  /** The terminator of an open comment or CDATA section. */
  private ending: '-->' | ']]>' | undefined;
  private readonly open: Open[] = [];

  constructor(
    private readonly text: string,
    private readonly maxValues: number,
  ) {
    const prolog = PROLOG.exec(text.slice(0, 200));
    refuse(!/^(?:utf-?8|us-ascii)$/i.test(prolog?.[1] ?? 'utf-8'), 'must be UTF-8');
    this.at = prolog?.[0].length ?? 0;
  }

  read(characters: number): boolean {
    const stop = Math.min(this.text.length, this.at + characters);
    this.check(stop);
    while (this.at < stop) this.readToken();
    if (this.at < this.text.length) return false;
    refuseUnless(this.isWhole);
    return true;
  }

  private check(stop: number): void {
    // Do not split a surrogate pair.
    const end =
      stop < this.text.length && /[\ud800-\udbff]/.test(this.text[stop - 1] ?? '') ? stop - 1 : stop;
    refuse(!isPlainText(this.text.slice(this.checked, end)), 'must not contain control characters');
    this.checked = end;
  }

  private readToken(): void {
    const { text, at } = this;
    if (this.ending) return this.readTo(this.ending);
    if (text[at] !== '<') return this.readText();
    this.count();
    if (text.startsWith('<!--', at)) this.begin('-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) this.begin(']]>', at + 9);
    else if (text[at + 1] === '/') this.readClosing();
    else if (text[at + 1] === '!') refuse(true, 'must not contain a DOCTYPE or an entity');
    else if (text[at + 1] === '?')
      refuse(true, 'must not contain processing instructions, and one XML declaration at most, first');
    else this.readOpening();
  }

  private begin(ending: '-->' | ']]>', at: number): void {
    refuseUnless(at <= this.text.length && (ending === '-->' || this.open.length > 0));
    this.ending = ending;
    this.at = at;
  }

  private count(): void {
    this.values += 1;
    refuse(this.values > this.maxValues, `has more than ${this.maxValues} elements and attributes`);
  }

  /** Reads a piece of a comment or of a CDATA section. */
  private readTo(ending: string): void {
    const piece = this.text.slice(this.at, this.at + PIECE);
    const end = piece.indexOf(ending);
    refuseUnless(end >= 0 || piece.length === PIECE);
    const text = end < 0 ? uncut(piece.slice(0, -2)) : piece.slice(0, end);
    this.at += text.length;
    const open = this.open.at(-1);
    if (ending === ']]>' && open) open.text += withLineFeeds(text);
    if (end < 0) return;
    this.at += ending.length;
    this.ending = undefined;
  }

  private readText(): void {
    const piece = this.text.slice(this.at, this.at + PIECE);
    const end = piece.indexOf('<');
    const text = end < 0 ? uncut(piece) : piece.slice(0, end);
    this.at += text.length;
    const open = this.open.at(-1);
    if (!open) refuse(text.trim() !== '', 'must have no text outside the root element');
    else if (!open.members) open.text += this.resolved(withLineFeeds(text));
    else this.resolved(text);
  }

  private resolved(text: string): string {
    return resolveReferences(text, () => {
      this.references += 1;
      refuse(this.references > MAX_REFERENCES, `has more than ${MAX_REFERENCES} references`);
    });
  }

  private readOpening(): void {
    const [, name = ''] = this.match(OPENING);
    refuse(
      this.open.length === 0 && (this.isWhole || name !== 'Request'),
      'must have one root element Request',
    );
    refuse(this.open.length >= MAX_DEPTH, `nests deeper than ${MAX_DEPTH} levels`);
    const isNil = this.readAttributes();
    const [, isEmpty] = this.match(END_OF_OPENING);
    this.open.push({ name, size: 0, text: '', isNil });
    if (isEmpty) this.close();
  }

  /** @returns whether one of them is `xsi:nil`, the only attribute with a meaning */
  private readAttributes(): boolean {
    const names = new Set<string>();
    let isNil = false;
    for (let found = this.find(ATTRIBUTE); found; found = this.find(ATTRIBUTE)) {
      const [, name = '', double, single] = found;
      this.count();
      refuseUnless(!names.has(name));
      names.add(name);
      refuse(names.size > MAX_MEMBERS, `has an element of more than ${MAX_MEMBERS} attributes`);
      const value = this.resolved(double ?? single ?? '');
      isNil ||= /^(?:\w+:)?nil$/.test(name) && (value === 'true' || value === '1');
    }
    return isNil;
  }

  private readClosing(): void {
    const [, name] = this.match(CLOSING);
    refuseUnless(name === this.open.at(-1)?.name);
    this.close();
  }

  private close(): void {
    const { name, members, text, isNil } = this.open.pop() ?? refuseUnless(false);
    const value = isNil ? null : (members ?? text);
    const parent = this.open.at(-1);
    if (parent) this.put(parent, name, value);
    else {
      this.tree = value;
      this.isWhole = true;
    }
  }

  /** A repeated element becomes a list. */
  private put(parent: Open, name: string, value: unknown): void {
    const members = (parent.members ??= noMembers());
    const before = members[name];
    if (Array.isArray(before)) before.push(value);
    else if (name in members) members[name] = [before, value];
    else {
      parent.size += 1;
      refuse(parent.size > MAX_MEMBERS, `has an element with more than ${MAX_MEMBERS} different ones in it`);
      members[name] = value;
    }
  }

  private find(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private match(pattern: RegExp): RegExpExecArray {
    return this.find(pattern) ?? refuseUnless(false);
  }
}

function refuseUnless(condition: false): never;
function refuseUnless(condition: boolean): void;
function refuseUnless(condition: boolean): void {
  refuse(!condition, 'is not well-formed XML');
}
