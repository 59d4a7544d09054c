/** Letters that NFKD does not split into a base letter and an accent. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  // The final form of sigma depends on the neighbouring characters.
  ς: 'σ',
};

/**
 * Folds case, accents and typography for comparisons: `Nováková` equals `NOVAKOVA`. Full-width letters, all kinds of
 * apostrophes and hyphens, and runs of white space are also made equal.
 */
export function foldText(text: string): string {
  return text
    .replace(/[`´‘’‚‛ʹʻʼ′＇]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłħıς]/g, letter => letters[letter] ?? letter)
    .replace(/\s+/g, ' ');
}
