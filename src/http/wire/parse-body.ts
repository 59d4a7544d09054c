import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors/app-error';
import { JsonReader } from './json';
import type { BodyFormat } from './media-type';
import type { RequestState } from '../action';
import { MAX_VALUES, PIECE, readAll, type TreeReader } from './tree-reader';
import { nextTurn } from '../../runtime/turns';
import { XmlReader } from './xml';

/** Bytes that take a millisecond or two to parse. */
const SMALL = 65_536;

type Body = NonNullable<RequestState['body']>;

export interface BodyRules {
  readonly format: BodyFormat;
  /** MAX_VALUES when left out. */
  readonly maxValues?: number;
  /** Whether to compute the SHA-256 of the bytes. */
  readonly withDigest: boolean;
}

/** Parses a small body. @throws AppError BadParameters when it cannot be read */
export function parseAtOnce(bytes: Buffer, rules: BodyRules): Body {
  const text = readable(() => small.decode(bytes), 'is not UTF-8');
  const tree = readable(() => readAll(readerOf(text, rules)));
  const digest = rules.withDigest ? createHash('sha256').update(bytes).digest('hex') : undefined;
  return { tree, source: rules.format, digest };
}
const small = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses a body of any size. Other requests run between the pieces of a large one; a small one is parsed at once.
 * @throws AppError BadParameters
 */
export async function parseInPieces(chunks: Buffer[], rules: BodyRules): Promise<Body> {
  if (chunks.reduce((size, { length }) => size + length, 0) <= SMALL)
    return parseAtOnce(Buffer.concat(chunks), rules);
  const hash = rules.withDigest ? createHash('sha256') : undefined;
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  // Decoded chunks are released, so that bytes and text together do not take twice the memory.
  for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
    hash?.update(chunk);
    parts.push(readable(() => utf8.decode(chunk, { stream: true }), 'is not UTF-8'));
    await nextTurn();
  }
  parts.push(readable(() => utf8.decode(), 'is not UTF-8'));
  const reader = readerOf(parts.join(''), rules);
  while (!readable(() => reader.read(PIECE))) await nextTurn();
  return { tree: reader.tree, source: rules.format, digest: hash?.digest('hex') };
}

function readerOf(text: string, { format, maxValues = MAX_VALUES }: BodyRules): TreeReader {
  if (text === '') throw unreadable('is empty');
  return format === 'xml' ? readable(() => new XmlReader(text, maxValues)) : new JsonReader(text, maxValues);
}

/** The message of a SyntaxError completes the sentence "the body …"; `problem` replaces it. */
function readable<T>(read: () => T, problem?: string): T {
  try {
    return read();
  } catch (error) {
    if (problem === undefined && !(error instanceof SyntaxError)) throw error;
    throw unreadable(problem ?? (error as SyntaxError).message);
  }
}

/** A problem with the body as a whole has an empty field path. */
export function unreadable(problem: string): AppError {
  return AppError.badParameters([{ field: '', problem: `the body ${problem}` }]);
}
