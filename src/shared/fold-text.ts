/** Letters that Unicode does not take apart into a base letter and an accent, and forms of a letter. */
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
  // Which of the two small sigmas it is depends on what stands beside it.
  ς: 'σ',
};

/**
 * The text as it is compared where case, accents and typography do not count: `Nováková` and `NOVAKOVA` are the same, and so are
 * full-width letters, all apostrophes, all hyphens, and one blank or more of whichever kind.
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
