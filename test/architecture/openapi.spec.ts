import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { type ActionInfo, declaredActions } from '../../src/http/action';
import { bind } from '../../src/http/fields';
import { errorsOf } from '../../src/http/documents/openapi-action';
import { parseXml } from '../../src/http/wire/xml';
import { errorCatalogue } from '../../src/shared/errors/error-catalogue';
import { TestApp } from '../support/test-app';
import { TimeZone } from '../../src/shared/time-zone';

const prague = new TimeZone('Europe/Prague');

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  anyOf?: Schema[];
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  xml?: { name?: string; wrapped?: boolean };
}
interface Media {
  schema: Schema;
  example: unknown;
  /** Of a refusal; an answer and a request have one example. */
  examples?: Record<string, { value: unknown }>;
}
interface Answer {
  description: string;
  content: Record<'application/json' | 'application/xml', Media>;
}
interface Operation {
  tags: string[];
  summary: string;
  description: string;
  security: object[];
  requestBody?: Answer;
  responses: Record<string, Answer>;
}
interface Document {
  tags: { name: string; description: string }[];
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Document;
const actions = declaredActions();
const pictures = actions.filter(({ response }) => typeof response !== 'function');
const posts = actions.filter(({ verb }) => verb === 'POST');

describe('the OpenAPI document that is served', () => {
  it('is the one in docs', async () => {
    const service = await TestApp.start();
    const served = await service.get('/openapi.json');
    await service.stop();
    expect(served.body).toEqual(document);
  });

  it('stands under BASE_PATH and names it as its server; Swagger UI does too', async () => {
    const service = await TestApp.start({ BASE_PATH: '/AktionNEXT/API' });
    const served = await service.get('/AktionNEXT/API/openapi.json');
    const page = await service.get('/AktionNEXT/API/swagger');
    const outside = await service.get('/openapi.json');
    await service.stop();
    expect((served.body as Document).servers.map(({ url }) => url)).toEqual(['/AktionNEXT/API']);
    expect(Object.keys((served.body as Document).paths)).toEqual(Object.keys(document.paths));
    expect(page.status).toBe(200);
    expect(outside.status).toBe(404);
  });

  it('says which actions are switched off', async () => {
    const service = await TestApp.start({ DISABLED_METHODS: 'visit/approve' });
    const { paths } = (await service.get('/openapi.json')).body as Document;
    await service.stop();
    const switchedOff = Object.keys(paths).filter(path => /switched off/i.test(JSON.stringify(paths[path])));
    expect(switchedOff).toEqual(['/visit/approve']);
  });

  it('is not there when SWAGGER is off', async () => {
    const service = await TestApp.start({ SWAGGER: 'off' });
    const statuses = [await service.get('/openapi.json'), await service.get('/swagger')].map(
      ({ status }) => status,
    );
    await service.stop();
    expect(statuses).toEqual([404, 404]);
  });
});

describe('every action', () => {
  it('is in the document, and nothing else is', () => {
    const documented = Object.entries(document.paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map(verb => `${verb.toUpperCase()} ${path}`),
    );
    expect(documented.sort()).toEqual(actions.map(({ verb, path }) => `${verb} /${path}`).sort());
  });

  it.each(actions)('$path: has a summary and asks for a token unless it is open', action => {
    const { summary, security } = operationOf(action);
    expect(summary).not.toBe('');
    expect(security).toEqual(action.requires === 'open' ? [] : [{ Token: [] }, { Bearer: [] }]);
  });

  it('is in a group, and every group is told of in two sentences', () => {
    const groups = document.tags.map(({ name }) => name);
    expect(groups).toEqual(expect.arrayContaining(actions.map(action => operationOf(action).tags).flat()));
    expect(new Set(actions.flatMap(action => operationOf(action).tags)).size).toBe(groups.length);
    for (const { description } of document.tags) expect(description).toMatch(/^[^.?]+[.?] [^.]+\.$/);
  });

  it.each(actions)('$path: shows each error that it can answer, in JSON and in XML', action => {
    const shown = (format: 'application/json' | 'application/xml') =>
      writtenOf(operationOf(action)).flatMap(([status, { content }]) =>
        Object.keys(content[format].examples ?? {}).map(code => `${status} ${code}`),
      );
    const expected = errorsOf(action).map(code => `${errorCatalogue[code].status} ${code}`);
    expect(shown('application/json').sort()).toEqual([...expected].sort());
    expect(shown('application/xml').sort()).toEqual([...expected].sort());
  });

  it.each(actions)('$path: has no example with a placeholder left open', action => {
    const values = writtenOf(operationOf(action)).flatMap(([, { content }]) =>
      Object.values(content).flatMap(({ examples = {} }) => Object.values(examples)),
    );
    expect(values.length).toBeGreaterThan(0);
    expect(JSON.stringify(values)).not.toMatch(/\{\d\}|undefined/);
  });

  it.each(pictures)('$path: answers its pictures as binary, and nothing else', action => {
    const answer = operationOf(action).responses[200];
    expect(Object.entries(answer?.content ?? {})).toEqual(
      ['image/png', 'image/svg+xml'].map(type => [type, { schema: { type: 'string', format: 'binary' } }]),
    );
  });

  it.each(posts)('$path: reads its own examples, the same from JSON and from XML', action => {
    const body = operationOf(action).requestBody?.content;
    const fromJson = bind(action.request, body?.['application/json'].example, 'json', prague);
    const fromXml = bind(action.request, parseXml(String(body?.['application/xml'].example)), 'xml', prague);
    expect(fromXml).toEqual(fromJson);
  });

  it.each(actions)('$path: has a schema that names every element of its XML', action => {
    const operation = operationOf(action);
    const answers = writtenOf(operation).map(([, answer]) => answer);
    for (const { content } of [...(operation.requestBody ? [operation.requestBody] : []), ...answers]) {
      const { schema, example, examples = { one: { value: example } } } = content['application/xml'];
      for (const { value } of Object.values(examples)) {
        const [[root, tree] = []] = Object.entries(elements.parse(String(value)) as object);
        expect(root).toBe(schema.xml?.name);
        expect(unnamed(tree, schema, String(root))).toEqual([]);
      }
    }
  });
});

function operationOf({ verb, path }: ActionInfo): Operation {
  const operation = document.paths[`/${path}`]?.[verb.toLowerCase()];
  if (!operation) throw new Error(`${path} is not documented`);
  return operation;
}

/** The answers in JSON and XML, by status: all but pictures. */
function writtenOf({ responses }: Operation): [status: string, Answer][] {
  return Object.entries(responses).filter(([, { content }]) => 'application/json' in content);
}

const elements = new XMLParser({ ignoreDeclaration: true, parseTagValue: false });

/** The schema behind references; of a choice, the one that is not null. */
function resolve(schema: Schema): Schema {
  const inner = schema.allOf?.[0] ?? schema.anyOf?.[0];
  if (inner) return resolve(inner);
  return schema.$ref ? (document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
}

/** Paths of the elements of an XML tree that its schema does not name. */
function unnamed(tree: unknown, given: Schema, path: string): string[] {
  const schema = resolve(given);
  if (typeof tree !== 'object' || tree === null) return schema.properties && tree !== '' ? [path] : [];
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    const property = schema.properties?.[name];
    if (!property) return [`${path}/${name}`];
    const { items, xml } = resolve(property);
    if (!items) return unnamed(value, property, `${path}/${name}`);
    if (!xml?.wrapped) return [`${path}/${name}`];
    return unnamedItems(value, items, `${path}/${name}`);
  });
}

function unnamedItems(list: unknown, items: Schema, path: string): string[] {
  if (list === '') return [];
  return Object.entries(list as object).flatMap(([name, value]: [string, unknown]) => {
    if (name !== items.xml?.name) return [`${path}/${name}`];
    return [value].flat().flatMap(item => unnamed(item, items, `${path}/${name}`));
  });
}
