import {
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
} from 'yaml';
import { ApplyFault, type FileFault } from './apply-fault';

export type Path = readonly PropertyKey[];

/** What can be wrong with a text as YAML, by the parser's names. */
const yamlProblems: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias can have no anchor and no tag',
  BAD_ALIAS: 'an alias must name an anchor above it',
  BAD_COLLECTION_TYPE: 'a map or a list has a tag of another kind',
  BAD_DIRECTIVE: 'a directive is not known',
  BAD_DQ_ESCAPE: 'between double quotes, a \\ must begin a known escape',
  BAD_INDENT: 'the indentation does not fit what is above',
  BAD_PROP_ORDER: 'an anchor or a tag stands at a wrong place',
  BAD_SCALAR_START: 'a text that begins with this character must be in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a map or a list cannot be a key: a text with ": " must be in quotes',
  BLOCK_IN_FLOW: 'within [ ] or { }, a map or a list must be in brackets too',
  DUPLICATE_KEY: 'the map has this key already',
  IMPOSSIBLE: 'it makes no sense here',
  KEY_OVER_1024_CHARS: 'a key has more than 1024 characters',
  MISSING_CHAR: 'a colon, a comma, a bracket, a quote or a blank is missing',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line',
  MULTIPLE_ANCHORS: 'there are two anchors',
  MULTIPLE_DOCS: 'the file must be one document, without --- in between',
  MULTIPLE_TAGS: 'there are two tags',
  NON_STRING_KEY: 'a key must be a text',
  RESOURCE_EXHAUSTION: 'it is nested too deeply',
  TAB_AS_INDENT: 'a line is indented with a tab instead of blanks',
  TAG_RESOLVE_FAILED: 'a tag is not known',
  UNEXPECTED_TOKEN: 'there is a text that belongs to nothing',
};

/** A JSON or YAML text that knows on which line each of its members stands. */
export class LocatedFile {
  private constructor(
    readonly content: unknown,
    private readonly document: Document,
    private readonly lines: LineCounter,
  ) {}

  /** @throws ApplyFault when the text is neither JSON nor YAML */
  static parse(text: string): LocatedFile {
    try {
      return LocatedFile.read(text);
    } catch (error) {
      // What the parser throws, instead of reporting it, is nesting that outgrows the stack and aliases that multiply.
      if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error;
      throw new ApplyFault([
        { line: 1, field: 'the file', problem: 'is nested too deeply, or has too many aliases' },
      ]);
    }
  }

  /** Line of the member at a path, or of the nearest thing around it when it is missing. */
  lineOf(path: Path): number {
    let node: unknown = this.document.contents;
    let offset = startOf(node) ?? 0;
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(this.document);
      const found = memberOf(node, step);
      if (!found) break;
      offset = startOf(found.at) ?? offset;
      node = found.value;
    }
    return this.lines.linePos(offset).line || 1;
  }

  private static read(text: string): LocatedFile {
    const lines = new LineCounter();
    // The parser's own sentences repeat the file, in which a key may stand.
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    // One slip can make the parser say the same of a line again and again.
    const faults = new Map<string, FileFault>();
    for (const { pos, code } of [...document.errors, ...document.warnings]) {
      const { line } = lines.linePos(pos[0]);
      faults.set(`${line} ${code}`, {
        line,
        field: 'the file',
        problem: `is not readable here: ${yamlProblems[code]}`,
      });
    }
    if (faults.size > 0) throw new ApplyFault([...faults.values()]);
    return new LocatedFile(document.toJS(), document, lines);
  }
}

/** `users[0].apiKey`. A name that no member could have is not repeated: something secret may stand in its place. */
export function fieldName(path: Path): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    const member = /^[a-z_]{1,30}$/i.test(String(step)) ? String(step) : '(no name)';
    return name === '' ? member : `${name}.${member}`;
  }, '');
}

/** A member of a map is found at its name, an item of a list at its beginning. */
function memberOf(node: unknown, step: PropertyKey): { at: unknown; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
    return pair && { at: pair.key, value: pair.value };
  }
  const item = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
  return item === undefined ? undefined : { at: item, value: item };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
