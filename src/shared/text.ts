/** No character below this one combines with the one before it, so a text of such characters is already in NFC. */
const FIRST_MARK = 0x300;

/** The text in NFC, so that `é` and `e` followed by a combining accent are equal. */
export function composed(text: string): string {
  for (let at = 0; at < text.length; at += 1)
    if (text.charCodeAt(at) >= FIRST_MARK) return text.normalize('NFC');
  return text;
}

/** A code from a scanner or a clipboard, trimmed and in NFKC: full-width letters and digits become ordinary ones. */
export function codeText(text: string): string {
  return text.normalize('NFKC').trim();
}

/** Whether a text has more than `max` code points. */
export function isLonger(text: string, max: number): boolean {
  if (text.length <= max) return false;
  if (text.length > 2 * max) return true;
  return [...text].length > max;
}

/** Whether a text has no visible character: only white space, control characters and combining marks. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{M}\p{Z}\p{C}]/u.test(text);
}
