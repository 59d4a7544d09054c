import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { ApplyFault, type FileFault } from './apply-fault';

type Path = readonly PropertyKey[];

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
    // Pretty errors would show lines of the file, in which a key may stand.
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    // One slip can make the parser say the same of a line again and again.
    const faults = new Map<string, FileFault>();
    for (const { pos, message } of [...document.errors, ...document.warnings]) {
      const { line } = lines.linePos(pos[0]);
      faults.set(`${line} ${message}`, {
        line,
        field: 'the file',
        problem: `is not readable here: ${message}`,
      });
    }
    if (faults.size > 0) throw new ApplyFault([...faults.values()]);
    return new LocatedFile(document.toJS(), document, lines);
  }
}

/** `users[0].apiKey` */
export function fieldName(path: Path): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? String(step) : `${name}.${String(step)}`;
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
