import { Action, type ActionInfo, declaredActions } from '../action';
import { enumeration, words } from '../../shared/enumeration';
import { Choice, Choices, conversions, Guid, Integer, List, Nested, Text } from '../fields';
import { errorsOf, operationOf } from './openapi-action';
import { schemasOf } from './openapi-schema';

const grades = enumeration('Grade', 'How good', { Good: 0, Bad: 1 }, { Good: 'as new', Bad: 'broken' });
const colours = words('Colour', 'Which colour', { red: 'as blood', blue: 'as the sea' });

class Part {
  @Text({ description: 'Its title', min: 1, max: 10, pattern: /^[a-z]*$/, example: 'x' }) Title: string;
}
class Question {
  @Guid({ description: 'The thing', example: '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11' }) Id: string;
  @Integer({ description: 'Page', required: false, min: 1, max: 9 }) Page?: number;
  @Choice(grades, { description: 'Grade', required: false }) Grade?: number;
  @Choices(colours, { description: 'Colours', required: false, example: ['red'] }) Colours?: string[];
}
class Answer {
  @Nested(() => Part, { description: 'The last', required: false }) Last: Part | null;
  @List(() => Part, { description: 'All', item: 'Part', max: 5 }) Parts: Part[];
  @List(conversions.text({ max: 5 }), { description: 'Tags', item: 'Tag', required: false, example: ['a'] })
  Tags: string[];
}

class Controller {
  @Action('GET sample/getAll', {
    summary: 'Asks',
    description: 'Asks for all.',
    tag: 'Samples',
    request: Question,
    response: Answer,
    requires: ['Visits:View'],
    errors: ['VisitNotExists'],
  })
  ask(): void {
    return undefined;
  }

  @Action('POST open', {
    summary: 'Opens',
    description: 'Opens.',
    tag: 'Samples',
    request: Question,
    response: Part,
    requires: 'open',
    errors: ['LoginUnknown'],
  })
  open(): void {
    return undefined;
  }
}

function declared(path: string): ActionInfo {
  const found = declaredActions().find(action => action.path === path);
  if (!found) throw new Error(`not declared: ${path}`);
  return found;
}

describe('a declared action', () => {
  it('is in the list of all, in documented case', () => {
    expect(Object.getOwnPropertyNames(Controller.prototype)).toEqual(['constructor', 'ask', 'open']);
    expect(declaredActions().map(({ verb, path }) => `${verb} ${path}`)).toEqual([
      'GET sample/getAll',
      'POST open',
    ]);
  });

  it('answers the refusals of its guards, of its body and its own', () => {
    expect(errorsOf(declared('sample/getAll')).sort()).toEqual(
      [
        'NotLicensed',
        'TokenNotFound',
        'TokenExpired',
        'BadParameters',
        'AddressRefused',
        'FilterUnreadable',
        'RateExceeded',
        'VisitsViewPrivilege',
        'VisitNotExists',
        'MethodDisabled',
        'ServerFault',
      ].sort(),
    );
    expect(errorsOf(declared('open')).sort()).toEqual(
      [
        'BadParameters',
        'LoginUnknown',
        'AddressRefused',
        'RateExceeded',
        'MethodDisabled',
        'BodyTooLarge',
        'UnsupportedMediaType',
        'ServerFault',
      ].sort(),
    );
  });

  it('describes the query of a GET by the schemas themselves', () => {
    expect(operationOf(declared('sample/getAll'), false).parameters).toEqual([
      {
        name: 'Id',
        in: 'query',
        description: 'The thing',
        required: true,
        schema: { type: 'string', format: 'uuid', example: '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11' },
      },
      {
        name: 'Page',
        in: 'query',
        description: 'Page',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 9 },
      },
      {
        name: 'Grade',
        in: 'query',
        description: 'Grade. 0 Good, 1 Bad',
        required: false,
        schema: { $ref: '#/components/schemas/Grade' },
      },
      {
        name: 'Colours',
        in: 'query',
        description: 'Colours',
        required: false,
        style: 'form',
        explode: false,
        schema: {
          type: 'array',
          maxItems: 2,
          items: { $ref: '#/components/schemas/Colour' },
          example: ['red'],
        },
      },
    ]);
  });

  it('describes the body of a POST in both formats, and asks for no token where it is open', () => {
    const { requestBody, parameters, security } = operationOf(declared('open'), false);
    expect(Object.keys(requestBody?.content ?? {})).toEqual(['application/json', 'application/xml']);
    expect(requestBody?.content['application/xml'].example).toContain('<Request><Id>5d0ad9a6');
    expect([parameters, security]).toEqual([undefined, []]);
  });

  it('says when it is switched off', () => {
    const operation = operationOf(declared('open'), true);
    expect(operation.summary).toBe('Opens (switched off)');
    expect(operation.description).toContain('9001');
    expect(operationOf(declared('open'), false).summary).toBe('Opens');
  });
});

describe('the schemas of DTO classes', () => {
  it('say what may be null, what is required, and how XML names items', () => {
    expect(schemasOf([Answer])).toEqual({
      Answer: {
        type: 'object',
        properties: {
          Last: { description: 'The last', anyOf: [{ $ref: '#/components/schemas/Part' }, { type: 'null' }] },
          Parts: {
            description: 'All',
            type: 'array',
            maxItems: 5,
            items: { allOf: [{ $ref: '#/components/schemas/Part' }], xml: { name: 'Part' } },
            xml: { wrapped: true },
          },
          Tags: {
            description: 'Tags',
            example: ['a'],
            type: ['array', 'null'],
            maxItems: 1000,
            items: { type: 'string', minLength: 0, maxLength: 5, xml: { name: 'Tag' } },
            xml: { wrapped: true },
          },
        },
        required: ['Parts'],
      },
      Part: {
        type: 'object',
        properties: {
          Title: {
            description: 'Its title',
            type: 'string',
            minLength: 1,
            maxLength: 10,
            pattern: '^[a-z]*$',
            example: 'x',
          },
        },
        required: ['Title'],
      },
    });
  });

  it('refer to closed lists by their names, and hold those of queries as well', () => {
    class Graded {
      @Choice(grades, { description: 'Grade', example: 1 }) Grade: number;
      @Choice(grades, { description: 'Grade before', required: false }) Before: number | null;
      @List(conversions.choice(colours), { description: 'Colours', item: 'Colour' }) Colours: string[];
    }
    const { Graded: graded, ...lists } = schemasOf([Graded], [Question]);
    expect(graded?.properties).toEqual({
      Grade: { description: 'Grade', example: 1, allOf: [{ $ref: '#/components/schemas/Grade' }] },
      Before: {
        description: 'Grade before',
        anyOf: [{ $ref: '#/components/schemas/Grade' }, { type: 'null' }],
      },
      Colours: {
        description: 'Colours',
        type: 'array',
        maxItems: 1000,
        items: { allOf: [{ $ref: '#/components/schemas/Colour' }], xml: { name: 'Colour' } },
        xml: { wrapped: true },
      },
    });
    const Grade = {
      type: 'integer',
      description: 'How good:\n\n- 0 (Good): as new\n- 1 (Bad): broken',
      enum: [0, 1],
      'x-enum-varnames': ['Good', 'Bad'],
      'x-enum-descriptions': ['as new', 'broken'],
    };
    const Colour = {
      type: 'string',
      description: 'Which colour:\n\n- red: as blood\n- blue: as the sea',
      enum: ['red', 'blue'],
      'x-enum-varnames': ['red', 'blue'],
      'x-enum-descriptions': ['as blood', 'as the sea'],
    };
    expect(lists).toEqual({ Grade, Colour });
    expect(Object.keys(schemasOf([Part]))).toEqual(['Part']);
  });
});
