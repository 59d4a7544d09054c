import {
  MAX_DEPTH,
  MAX_MEMBERS,
  MAX_VALUES,
  noMembers,
  PIECE,
  putOnce,
  readAll,
  refuse,
  type TreeReader,
} from './tree-reader';

/** @throws SyntaxError when it is no JSON, nests too deep or holds too much; the message never quotes the body */
export function parseJson(text: string, maxValues = MAX_VALUES): unknown {
  return readAll(new JsonReader(text, maxValues));
}

/** A list or an object that is not closed yet. */
interface Open {
  readonly list?: unknown[];
  readonly members?: Record<string, unknown>;
  size: number;
  /** The name of the member whose value comes next. */
  name: string;
}

type Expected = 'value' | 'first item' | 'name' | 'first name' | 'colon' | 'next' | 'nothing';

/**
 * Parses JSON in pieces. `JSON.parse` reads the texts and numbers. Unlike `JSON.parse` alone, this sees members that are given
 * twice, and the number of values before they are built.
 */
export class JsonReader implements TreeReader {
  tree: unknown;
  private at = 0;
  private values = 1;
  private expected: Expected = 'value';
  /** The part of an unfinished text that has been read. */
  private begun: string | undefined;
  private readonly open: Open[] = [];

  constructor(
    private readonly text: string,
    private readonly maxValues: number,
  ) {}

  read(characters: number): boolean {
    const stop = Math.min(this.text.length, this.at + characters);
    while (this.at < stop) this.readToken(this.text.charAt(this.at));
    if (this.at < this.text.length) return false;
    refuseUnless(this.expected === 'nothing');
    return true;
  }

  private readToken(char: string): void {
    if (this.begun !== undefined) return this.readText();
    switch (char) {
      case ' ':
      case '\n':
      case '\r':
      case '\t':
        this.at += 1;
        return;
      case '"':
        return this.readText();
      case '{':
        return this.begin({ members: noMembers(), size: 0, name: '' }, 'first name');
      case '[':
        return this.begin({ list: [], size: 0, name: '' }, 'first item');
      case '}':
        return this.end(this.open.at(-1)?.members, 'first name');
      case ']':
        return this.end(this.open.at(-1)?.list, 'first item');
      case ':':
        refuseUnless(this.expected === 'colon');
        this.expected = 'value';
        this.at += 1;
        return;
      case ',':
        return this.readComma();
      default:
        return this.readScalar();
    }
  }

  private begin(open: Open, expected: Expected): void {
    refuseUnless(this.expectsValue());
    refuse(this.open.length >= MAX_DEPTH, `nests deeper than ${MAX_DEPTH} levels`);
    this.open.push(open);
    this.expected = expected;
    this.at += 1;
  }

  private end(whole: unknown, whenEmpty: Expected): void {
    refuseUnless(whole !== undefined && (this.expected === 'next' || this.expected === whenEmpty));
    this.open.pop();
    this.put(whole);
    this.at += 1;
  }

  private readComma(): void {
    refuseUnless(this.expected === 'next');
    this.values += 1;
    refuse(this.values > this.maxValues, `has more than ${this.maxValues} values`);
    this.expected = this.open.at(-1)?.list ? 'value' : 'name';
    this.at += 1;
  }

  /** Reads a text to its end, or a piece of a long one. */
  private readText(): void {
    const { text } = this;
    const from = this.begun === undefined ? this.at + 1 : this.at;
    const stop = Math.min(text.length, from + PIECE);
    let isPlain = true;
    let end = from;
    for (; end < stop; end += 1) {
      const char = text.charCodeAt(end);
      if (char === QUOTE) break;
      if (char === BACKSLASH) {
        isPlain = false;
        end += text[end + 1] === 'u' ? 5 : 1;
      } else if (char < 0x20) isPlain = false;
    }
    refuseUnless(end < text.length);
    const piece = text.slice(from, end);
    const value = (this.begun ?? '') + (isPlain ? piece : (scalar(`"${piece}"`) as string));
    this.at = end + (end < stop ? 1 : 0);
    this.begun = end < stop ? undefined : value;
    if (end >= stop) return;
    if (this.expected === 'name' || this.expected === 'first name') this.name(value);
    else this.take(value);
  }

  private name(name: string): void {
    const open = this.open.at(-1);
    if (!open) return;
    open.size += 1;
    refuse(open.size > MAX_MEMBERS, `has an object of more than ${MAX_MEMBERS} members`);
    open.name = name;
    this.expected = 'colon';
  }

  private readScalar(): void {
    NUMBER_OR_WORD.lastIndex = this.at;
    const found = NUMBER_OR_WORD.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    this.take(scalar(found));
  }

  private take(value: unknown): void {
    refuseUnless(this.expectsValue());
    this.put(value);
  }

  private expectsValue(): boolean {
    return this.expected === 'value' || this.expected === 'first item';
  }

  private put(value: unknown): void {
    const open = this.open.at(-1);
    this.expected = open ? 'next' : 'nothing';
    if (!open) this.tree = value;
    else if (open.members) putOnce(open.members, open.name, value);
    else open.list?.push(value);
  }
}

/** A longer text is refused as a number. */
const NUMBER_OR_WORD = /[-+.\w]{1,400}/y;

function scalar(token: string): unknown {
  try {
    return JSON.parse(token);
  } catch {
    throw new SyntaxError(NOT_WELL_FORMED);
  }
}

const NOT_WELL_FORMED = 'is not well-formed JSON';

function refuseUnless(condition: boolean): void {
  refuse(!condition, NOT_WELL_FORMED);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
