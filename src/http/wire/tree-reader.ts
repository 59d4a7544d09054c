import { GIVEN_TWICE } from '../fields';

/** Deepest nesting of JSON and XML that is read (contract 1). */
export const MAX_DEPTH = 32;

/** Most members and items of JSON, and most tags and attributes of XML: far above any documented request but the few that ask for more. */
export const MAX_VALUES = 20_000;

/** Most members of one object, and most attributes or differently named children of one element. */
export const MAX_MEMBERS = 1000;

/** A long text is read so many characters at a time, and so much is read before others have their turn. */
export const PIECE = 16_384;

/** Reads a text of JSON or XML into a tree, as far at a time as it is told: between two reads others have their turn. */
export interface TreeReader {
  /**
   * Reads on for so many characters, and on to the end of what stands there.
   * @returns whether all is read
   * @throws SyntaxError when it cannot be read, or holds too much; the message never quotes the text
   */
  read(characters: number): boolean;
  /** What was read, once all is. */
  readonly tree: unknown;
}

/** Members by name. Without a prototype, so that `__proto__` and `toString` are names like any other. */
export type Members = Record<string, unknown>;

export const noMembers = (): Members => Object.create(null) as Members;

/** A member that comes twice is marked as that: whether it matters is the binder's to say. */
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
