import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import { problemsUnder } from '../support/xml-schema';
import type { Document, Documented } from './document';
import type { Reply } from './send';

const formats: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  date: /^\d{4}-\d\d-\d\d$/,
  byte: /^[A-Za-z0-9+/]*={0,2}$/,
};

/** So many different answers of one action and status are held against the schema of XML, which takes its time. */
const XML_SAMPLES = 30;

/** Of the 16,384 bytes of a head some are its other headers. */
const LONG_PATH = 15_000;

/** Holds answers against what the document says of them. */
export class Judge {
  private readonly ajv = new Ajv({ strict: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();
  /** By action, then by status and number. */
  private readonly xml = new Map<string, Map<string, string[]>>();

  constructor(private readonly document: Document) {
    for (const [name, format] of Object.entries(formats)) this.ajv.addFormat(name, format);
    this.ajv.addSchema({ $id: 'document', ...document });
  }

  /** What is wrong with an answer; nothing for most. Answers in XML are kept for `xmlProblems`. */
  problems(action: Documented, reply: Reply): string[] {
    const { status, type, body, code } = reply;
    // Node refuses such a head before anybody knows which action it is for.
    if (status === 431 && reply.pathLength > LONG_PATH) return [];
    if (status >= 500) return [`${status}`];
    const documented = action.operation.responses[status]?.content;
    if (!documented) return [`${status} is not documented`];
    const [mediaType = ''] = type.split(';');
    if (mediaType.startsWith('image/') && status === 200) return [];
    const numbers = Object.values(documented['application/json']?.examples ?? {}).map(
      ({ value }) => value.Code,
    );
    if (status !== 200 && !numbers.includes(code)) return [`${status} with ${code} is not documented`];
    if (mediaType === 'application/xml') {
      this.keep(action.path, `${status} ${code}`, body);
      return [];
    }
    if (mediaType !== 'application/json') return [`the type ${type} is not documented`];
    const validate = this.validatorOf(action, status);
    return validate(JSON.parse(body))
      ? []
      : [`${status}: ${this.ajv.errorsText(validate.errors).slice(0, 300)}`];
  }

  /** @param schemaOf the XML schema of an action */
  async xmlProblems(
    schemaOf: (action: string) => Promise<string>,
  ): Promise<{ judged: number; problems: string[] }> {
    const problems: string[] = [];
    let judged = 0;
    for (const [action, kinds] of this.xml) {
      const answers = [...kinds.values()].flat();
      judged += answers.length;
      const found = await problemsUnder(await schemaOf(action), answers);
      problems.push(...found.map(problem => `${action}: ${problem}`));
    }
    return { judged, problems };
  }

  private keep(action: string, kind: string, body: string): void {
    const kinds = this.xml.get(action) ?? new Map<string, string[]>();
    this.xml.set(action, kinds);
    const kept = kinds.get(kind) ?? [];
    kinds.set(kind, kept);
    if (kept.length < XML_SAMPLES) kept.push(body);
  }

  private validatorOf({ path, verb }: Documented, status: number): ValidateFunction {
    const at = [
      'paths',
      `/${path}`,
      verb.toLowerCase(),
      'responses',
      `${status}`,
      'content',
      'application/json',
      'schema',
    ];
    const pointer = at.map(part => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
    const known = this.validators.get(pointer);
    if (known) return known;
    const validate = this.ajv.compile({ $ref: `document#/${pointer}` });
    this.validators.set(pointer, validate);
    return validate;
  }
}
