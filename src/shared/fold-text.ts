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

/** The text as it is compared where case and accents do not count: `Nováková` and `NOVAKOVA` are the same. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłħıς]/g, letter => letters[letter] ?? letter);
}
