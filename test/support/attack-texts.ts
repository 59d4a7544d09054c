import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

const parser = new RegExpParser();
/** Characters that are common in attacks come first. */
const characters = [
  ...' a1/%="<&?[:-.\\',
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  'é',
];

/** Texts of about `length` characters. A pattern that is slow on any text is usually slow on one of these. */
export function* attackTexts({ source, flags }: RegExp, length: number): Generator<string> {
  const pattern = parser.parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const pumps = new Set<string>();
  visitRegExpAST(pattern, {
    onQuantifierEnter: node => pumps.add(sampleOf(node.element)).add(sampleOf(node)),
    onCharacterSetEnter: node => setOf(node).forEach(each => pumps.add(each)),
    onCharacterClassEnter: node => setOf(node).forEach(each => pumps.add(each)),
    onCharacterEnter: node => pumps.add(String.fromCodePoint(node.value)),
    onAlternativeEnter: ({ elements }) =>
      elements.forEach((_, index) =>
        pumps.add(
          elements
            .slice(0, index + 1)
            .map(sampleOf)
            .join(''),
        ),
      ),
  });
  const prefixes = new Set(['', ...beginnings(pattern)]);
  for (const pump of pumps) {
    if (pump === '') continue;
    const pumped = pump.repeat(Math.ceil(length / pump.length)).slice(0, length);
    for (const prefix of prefixes)
      for (const suffix of ['', '\0', '\nx', 'x y']) yield prefix + pumped + suffix;
  }
}

/** Possible texts before each repetition. */
function beginnings({ alternatives }: AST.Pattern): string[] {
  return alternatives.flatMap(({ elements }) =>
    elements.flatMap((element, index) =>
      element.type === 'Quantifier' ? [elements.slice(0, index).map(sampleOf).join('')] : [],
    ),
  );
}

/** A text that this part of a pattern matches. */
function sampleOf(node: AST.Element): string {
  switch (node.type) {
    case 'Character':
      return String.fromCodePoint(node.value);
    case 'CharacterClass':
    case 'CharacterSet':
      return setOf(node)[0] ?? '';
    case 'CapturingGroup':
    case 'Group':
      return (node.alternatives[0]?.elements ?? []).map(sampleOf).join('');
    case 'Quantifier':
      return sampleOf(node.element).repeat(Math.max(node.min, Math.min(node.max, 1)));
    case 'Assertion':
    case 'Backreference':
    case 'ExpressionCharacterClass':
      return '';
  }
}

/** Some characters of a set. */
function setOf({ raw }: AST.CharacterClass | AST.CharacterSet): string[] {
  const one = new RegExp(`^(?:${raw})$`, raw.includes('\\p') ? 'u' : '');
  return [...new Set(characters.filter(character => one.test(character)))].slice(0, 4);
}
