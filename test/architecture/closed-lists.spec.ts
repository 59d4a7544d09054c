import { readdirSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import '../../src/app.module';
import { declaredActions } from '../../src/http/action';
import { enumerationsOf, fieldsOf, withNested } from '../../src/http/fields';

const sent = declaredActions().flatMap(({ request, response }) =>
  typeof response === 'function' ? [request, response] : [request],
);
const lists = enumerationsOf(sent);
const members = withNested(sent).flatMap(type =>
  fieldsOf(type).map(field => ({ ...field, path: `${type.name}.${field.name}` })),
);

const openApi = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: object;
  components: { schemas: Record<string, { enum?: unknown[]; properties?: object }> };
};

interface SimpleType {
  '@name': string;
  restriction: {
    '@base': string;
    enumeration?: { '@value': string; annotation: { documentation: string } }[];
  };
}
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  isArray: name => name === 'simpleType' || name === 'enumeration',
});
const { schema: xsd } = parser.parse(readFileSync('docs/schema.xsd', 'utf8')) as {
  schema: { simpleType: SimpleType[] };
};

describe('every closed list on the wire', () => {
  it.each(lists)('$name: OpenAPI names and explains each value', ({ name, choices }) => {
    expect(openApi.components.schemas[name]).toEqual({
      type: typeof choices[0]?.value === 'number' ? 'integer' : 'string',
      description: expect.stringContaining(choices[0]?.meaning ?? '') as string,
      enum: choices.map(({ value }) => value),
      'x-enum-varnames': choices.map(choice => choice.name),
      'x-enum-descriptions': choices.map(({ meaning }) => meaning),
    });
  });

  it.each(lists)('$name: XML Schema names and explains each value', ({ name, choices }) => {
    const [type, ...others] = xsd.simpleType.filter(each => each['@name'] === name);
    expect(others).toEqual([]);
    expect(type?.restriction['@base']).toBe(
      typeof choices[0]?.value === 'number' ? 'xs:integer' : 'xs:string',
    );
    expect(
      type?.restriction.enumeration?.map(each => [each['@value'], each.annotation.documentation]),
    ).toEqual(choices.map(choice => [String(choice.value), `${choice.name}: ${choice.meaning}`]));
  });

  it.each(lists)('$name: has names that programs can use, and numbers without a gap', ({ choices }) => {
    const names = choices.map(({ name }) => name);
    expect(names.filter(name => !/^[A-Za-z][A-Za-z0-9]*$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(choices.filter(({ meaning }) => meaning.trim() === '')).toEqual([]);
    // Reading one compares with the first and the last.
    const numbers = choices.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
  });
});

describe('no closed list is without names', () => {
  it('whether it is a constant of the rules', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file =>
      /^shared\/.*\.ts$|\/(?:domain|http)\/.*\.ts$/.test(file),
    );
    const constants = files.flatMap(file => {
      const text = readFileSync(`src/${file}`, 'utf8');
      return [...text.matchAll(/\(typeof (\w+)\)\[keyof typeof \1\]/g)].map(([, name = '']) => name);
    });
    expect(constants).toContain('VisitState');
    expect(constants.filter(name => !lists.some(list => list.name === name))).toEqual([]);
  });

  it('or a few numbers', () => {
    const few = members.filter(
      ({ value }) =>
        value?.kind === 'integer' && (value.schema.maximum ?? 0) - (value.schema.minimum ?? 0) < 10,
    );
    expect([...new Set(few.map(({ name }) => name))].sort()).toEqual([
      // Which photo, and how many there are.
      'PhotoCount',
      'PhotoNumber',
      // EFG AktionNEXT has no names for its values.
      'Technology',
    ]);
  });

  it('or a pattern of words', () => {
    const ofWords = /^\^-?\??\(?(?:\?:)?\w+(?:\|\w+)+\)?\$$/;
    expect(ofWords.test('^-?(Created|ValidFrom)$')).toBe(true);
    expect(members.filter(({ value }) => ofWords.test(value?.schema.pattern ?? ''))).toEqual([]);
  });

  it('or told by a description alone', () => {
    const told = /\b0\b[^.]*\b1\b|^1: /;
    expect(told.test('0 free, 1 assigned')).toBe(true);
    expect(members.filter(({ description }) => told.test(description))).toEqual([]);
  });

  it('or stands within something else', () => {
    const inner = JSON.stringify([
      openApi.paths,
      Object.values(openApi.components.schemas).map(({ properties }) => properties),
    ]);
    expect(inner).not.toContain('"enum":');
  });
});
