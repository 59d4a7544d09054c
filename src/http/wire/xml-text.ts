import { isPlainText } from '../fields';
import { PIECE } from './tree-reader';

const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}))?(;?)/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** @param count is called for each reference. @throws SyntaxError for an undefined reference or a forbidden character */
export function resolveReferences(text: string, count: () => void): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (...found: (string | undefined)[]) => {
    count();
    const [, name, decimal, hex, end] = found;
    const code = Number(decimal ?? (hex === undefined ? NaN : `0x${hex}`));
    const numbered = code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    const character = name === undefined ? numbered : entities[name];
    if (end && character !== undefined && isPlainText(character)) return character;
    throw new SyntaxError('must not refer to entities that XML does not define, or to forbidden characters');
  });
}

/** Cuts a piece of a longer text before an incomplete reference or line end, which the next piece starts with. */
export function uncut(piece: string): string {
  if (piece.length < PIECE - 2) return piece;
  const reference = piece.lastIndexOf('&');
  if (reference > piece.length - 10) return piece.slice(0, reference);
  return piece.endsWith('\r') ? piece.slice(0, -1) : piece;
}

/** Normalises line ends as XML does. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}
