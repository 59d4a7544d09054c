/** Checks before decoding, in one pass and without a copy: the text may be megabytes. */
export function readBase64(text: string): Buffer | undefined {
  let digits = 0;
  let padding = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (isBlank(char)) continue;
    if (char === PAD) padding += 1;
    else if (padding > 0 || !isDigit(char)) return undefined;
    else digits += 1;
  }
  return padding <= 2 && (digits + padding) % 4 === 0 ? Buffer.from(text, 'base64') : undefined;
}

const PAD = 0x3d;

/** White space among ASCII. */
function isBlank(char: number): boolean {
  return char === 0x20 || (char >= 0x09 && char <= 0x0d);
}

function isDigit(char: number): boolean {
  return (
    (char >= 0x61 && char <= 0x7a) ||
    (char >= 0x41 && char <= 0x5a) ||
    (char >= 0x2f && char <= 0x39) ||
    char === 0x2b
  );
}
