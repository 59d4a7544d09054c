import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { type ActionInfo, declaredActions } from '../../src/http/action';
import { TestApp } from '../support/test-app';
import { envelopeOf } from '../support/wire';

/** One member of a request or answer, as a document describes it. */
interface Member {
  name: string;
  required: boolean;
  value: Value;
}
interface Value {
  type: string;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  /** Name of the closed list, and its values. */
  list?: string;
  values?: string[];
  item?: { name: string; atMost: number; value: Value };
  members?: Member[];
}

const actions = declaredActions();
let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const schemaOf = async (action?: string) =>
  (await app.get('/schema.xsd').query(action === undefined ? {} : { Action: action })).text;

describe('the XML Schema that is served', () => {
  it('is the one in docs, for all actions', async () => {
    expect(await schemaOf()).toBe(readFileSync('docs/schema.xsd', 'utf8'));
  });

  it('has Request and Response for one action, whose name matches in any case', async () => {
    const answer = await app.get('/schema.xsd?action=VISIT/END');
    expect(answer.status).toBe(200);
    expect(answer.type).toBe('application/xml');
    expect(answer.text).toBe(await schemaOf('visit/end'));
    expect(rootsOf(answer.text)).toEqual(['Request', 'Response']);
    expect(rootsOf(await schemaOf('visit/get'))).toEqual(['Response']);
  });

  it.each([
    '?Action=visit/nothing',
    '?Action=',
    '?Action=visit/end&action=visit/get',
    '?Action=visit/end&Action=visit/end',
  ])('is not there for %s', async query => {
    const answer = await app.fetch(`schema.xsd${query}`, {}, { token: null, format: 'xml' });
    expect(answer.status).toBe(404);
    expect(envelopeOf(answer)).toMatchObject({ Code: null });
  });

  it('stands under BASE_PATH, as the OpenAPI document does, and is off with it', async () => {
    const below = await TestApp.start({ BASE_PATH: '/AktionNEXT/API' });
    const off = await TestApp.start({ SWAGGER: 'off' });
    const answers = [
      await below.get('/AktionNEXT/API/schema.xsd'),
      await below.get('/schema.xsd'),
      await off.get('/schema.xsd'),
    ];
    await below.stop();
    await off.stop();
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404]);
  });

  it('is under the address filter and the rate of the address', async () => {
    const filtered = await TestApp.start({ IP_FILTER: '10.0.0.0/8' });
    const limited = await TestApp.start({ RATE_POLICY: '1/1m' });
    const answers = [
      await filtered.get('/schema.xsd'),
      await limited.get('/schema.xsd'),
      await limited.get('/schema.xsd'),
    ];
    await filtered.stop();
    await limited.stop();
    expect(answers.map(({ body }) => (body as { Code?: number }).Code)).toEqual([1006, undefined, 1008]);
  });
});

describe('the XML Schema and the OpenAPI document say the same of', () => {
  it.each(actions)('$path', async action => {
    const xsd = new SchemaReader(await schemaOf(action.path));
    const whole = new SchemaReader(await schemaOf());
    const { request, response, refusal } = described(action);
    const shown = xsd.root('Response');
    expect(shown.at(-1)).toEqual(refusal?.members);
    expect(shown.slice(0, -1)).toEqual(response ? [response.members] : []);
    if (request) expect(xsd.root('Request')).toEqual([request.members]);
    for (const { name, members } of [request, response, refusal].filter(each => each !== undefined)) {
      expect(whole.root(name)).toEqual([members]);
    }
  });
});

type Node = Record<string, unknown>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  ignoreDeclaration: true,
  parseAttributeValue: false,
  isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && name !== 'schema',
});

function rootsOf(text: string): unknown[] {
  return all(parser.parse(text) as Node, 'schema', 'element').map(element => element['@name']);
}

/** Nodes below a node, one step for each name. */
function all(node: Node, ...path: string[]): Node[] {
  return path.reduce<Node[]>(
    (nodes, name) => nodes.flatMap(each => (each[name] === undefined ? [] : ([each[name]].flat() as Node[]))),
    [node],
  );
}

/** Reads an XML Schema into members, knowing nothing of how it is made. */
class SchemaReader {
  private readonly schema: Node;

  constructor(text: string) {
    this.schema = all(parser.parse(text) as Node, 'schema')[0] ?? {};
  }

  /** The alternatives that a root element has. */
  root(name: string): Member[][] {
    const element = this.global('element', name);
    const type =
      typeof element['@type'] === 'string'
        ? [this.global('complexType', element['@type'])]
        : all(element, 'complexType');
    const groups = type.flatMap(each => [
      ...all(each, 'all'),
      ...all(each, 'sequence'),
      ...all(each, 'choice', 'sequence'),
    ]);
    return groups.map(group => this.members(group));
  }

  private global(kind: string, name: string): Node {
    const found = all(this.schema, kind).filter(each => each['@name'] === name);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} ${kind} ${name}`);
    return found[0];
  }

  private members(group: Node): Member[] {
    return all(group, 'element').map(element => ({
      name: String(element['@name']),
      required: element['@minOccurs'] !== '0',
      value: this.value(element),
    }));
  }

  private value(element: Node): Value {
    const [list] = all(element, 'complexType', 'sequence', 'element');
    if (list) {
      const item = {
        name: String(list['@name']),
        atMost: Number(list['@maxOccurs']),
        value: this.value(list),
      };
      return { type: 'list', item };
    }
    const named = element['@type'];
    if (typeof named === 'string') return this.named(named);
    if (all(element, 'complexType').length > 0) throw new Error(`${String(element['@name'])} is empty`);
    return restricted(all(element, 'simpleType', 'restriction')[0] ?? {});
  }

  private named(name: string): Value {
    const known = scalars[name];
    if (known) return { type: known };
    if (all(this.schema, 'simpleType').some(each => each['@name'] === name)) return this.listed(name);
    const type = this.global('complexType', name);
    const groups = [...all(type, 'all'), ...all(type, 'sequence')];
    return { type: 'object', members: groups.flatMap(group => this.members(group)) };
  }

  private listed(name: string): Value {
    const [restriction = {}] = all(this.global('simpleType', name), 'restriction');
    const values = all(restriction, 'enumeration').map(each => String(each['@value']));
    return { type: restricted(restriction).type, list: name, values };
  }
}

/** The types of the XML Schema, as the formats of the OpenAPI document. */
const scalars: Partial<Record<string, string>> = {
  Guid: 'uuid',
  'Guid.Request': 'uuid',
  Instant: 'date-time',
  Date: 'date',
  'Instant.Request': 'date-time',
  'Date.Request': 'date',
  'xs:boolean': 'boolean',
  'xs:base64Binary': 'byte',
};

function restricted(restriction: Node): Value {
  const facet = (name: string) => all(restriction, name)[0]?.['@value'];
  const number = (name: string) => (facet(name) === undefined ? undefined : Number(facet(name)));
  const pattern = facet('pattern');
  return {
    type: { 'xs:string': 'string', 'xs:integer': 'integer' }[String(restriction['@base'])] ?? 'unknown',
    minLength: number('minLength'),
    maxLength: number('maxLength'),
    pattern: typeof pattern === 'string' ? `^${pattern}$` : undefined,
    minimum: number('minInclusive'),
    maximum: number('maxInclusive'),
  };
}

interface OpenApiSchema {
  $ref?: string;
  allOf?: OpenApiSchema[];
  anyOf?: OpenApiSchema[];
  type?: string | string[];
  format?: string;
  properties?: Record<string, OpenApiSchema>;
  required?: string[];
  items?: OpenApiSchema;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  enum?: (string | number)[];
  xml?: { name?: string; wrapped?: boolean };
}
interface Described {
  content: Record<string, { schema: OpenApiSchema } | undefined>;
}
const openApi = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, { requestBody?: Described; responses: Record<string, Described> }>>;
  components: { schemas: Record<string, OpenApiSchema> };
};

/** What the OpenAPI document says of the XML of an action; no answer where it is a picture. */
function described({ path, verb }: ActionInfo) {
  const operation = openApi.paths[`/${path}`]?.[verb.toLowerCase()];
  const typeOf = (of: Described | undefined) => {
    const schema = of?.content['application/xml']?.schema;
    return schema && { name: nameOf(schema), members: membersOf(schema) };
  };
  return {
    request: typeOf(operation?.requestBody),
    response: typeOf(operation?.responses['200']),
    refusal: typeOf(operation?.responses['400']),
  };
}

function nameOf({ $ref, allOf, anyOf }: OpenApiSchema): string {
  const [inner] = allOf ?? anyOf ?? [];
  return $ref?.split('/').at(-1) ?? (inner ? nameOf(inner) : '');
}

function resolved(schema: OpenApiSchema): OpenApiSchema {
  const inner = schema.allOf?.[0] ?? schema.anyOf?.[0];
  if (inner) return resolved(inner);
  return schema.$ref ? (openApi.components.schemas[nameOf(schema)] ?? {}) : schema;
}

function membersOf(schema: OpenApiSchema): Member[] {
  const { properties = {}, required = [] } = resolved(schema);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    required: required.includes(name),
    value: valueOf(property),
  }));
}

function valueOf(given: OpenApiSchema): Value {
  const schema = resolved(given);
  if (schema.enum) return { type: String(schema.type), list: nameOf(given), values: schema.enum.map(String) };
  if (schema.properties) return { type: 'object', members: membersOf(schema) };
  const type = [schema.type].flat()[0] ?? 'unknown';
  if (schema.items) {
    const item = {
      name: schema.items.xml?.name ?? '',
      atMost: schema.maxItems ?? 0,
      value: valueOf(schema.items),
    };
    return { type: 'list', item };
  }
  const { minLength, maxLength, pattern, minimum, maximum } = schema;
  return { type: schema.format ?? type, minLength, maxLength, pattern, minimum, maximum };
}
