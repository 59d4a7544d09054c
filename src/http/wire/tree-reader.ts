import { GIVEN_TWICE } from '../fields';

/** Deepest nesting of JSON and XML that is read. */
export const MAX_DEPTH = 32;

/** Most members and items of JSON, and most tags and attributes of XML. A few actions allow more. */
export const MAX_VALUES = 20_000;

/** Most members of one object, and most attributes or differently named children of one element. */
export const MAX_MEMBERS = 1000;

/** Characters to read before other requests run. */
export const PIECE = 16_384;

/** Reads JSON or XML into a tree in pieces, so that other requests can run in between. */
export interface TreeReader {
  /**
   * Reads about this many characters, up to the end of the current token.
   * @returns whether everything has been read
   * @throws SyntaxError when the text is malformed or has too many values; the message never quotes the text
   */
  read(characters: number): boolean;
  /** The result, once everything has been read. */
  readonly tree: unknown;
}

/** Members by name. Without a prototype, so that `__proto__` and `toString` are names like any other. */
export type Members = Record<string, unknown>;

export const noMembers = (): Members => Object.create(null) as Members;

/** Marks a member that is given twice. The binder refuses it if it is a documented one. */
export function putOnce(members: Members, name: string, value: unknown): void {
  members[name] = name in members ? GIVEN_TWICE : value;
}

export function refuse(condition: boolean, problem: string): void {
  if (condition) throw new SyntaxError(problem);
}

export function readAll(reader: TreeReader): unknown {
  reader.read(Infinity);
  return reader.tree;
}
