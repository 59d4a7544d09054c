/** Below this, no character is ever composed with the one before it: such a text is in its normal form already. */
const FIRST_MARK = 0x300;

/** The text in its composed normal form (NFC): `e` with an accent of its own and `é` are one text from here on. */
export function composed(text: string): string {
  for (let at = 0; at < text.length; at += 1)
    if (text.charCodeAt(at) >= FIRST_MARK) return text.normalize('NFC');
  return text;
}

/** A code as a scanner or a clipboard sends it: ends trimmed, full-width letters and digits read as the ordinary ones (NFKC). */
export function codeText(text: string): string {
  return text.normalize('NFKC').trim();
}

/** Whether a text has more characters (code points) than these. */
export function isLonger(text: string, max: number): boolean {
  if (text.length <= max) return false;
  if (text.length > 2 * max) return true;
  return [...text].length > max;
}

/** Whether nobody could read it: white space, controls and accents that stand on nothing. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{M}\p{Z}\p{C}]/u.test(text);
}
