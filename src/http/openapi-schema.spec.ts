import type { ActionInfo } from './action';
import { Action, declaredActions } from './action.decorator';
import { Guid, Integer, List, Nested, Text } from './fields';
import { errorsOf, operationOf } from './openapi-action';
import { schemasOf } from './openapi-schema';
import { conversions } from './scalars';

class Part {
  @Text({ description: 'Its title', min: 1, max: 10, pattern: /^[a-z]*$/, example: 'x' }) Title: string;
}
class Question {
  @Guid({ description: 'The thing', example: '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11' }) Id: string;
  @Integer({ description: 'Page', required: false, min: 1, max: 9 }) Page?: number;
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
    requires: [{ agenda: 'Visits', right: 'View', refusal: 'VisitsViewPrivilege' }],
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
});
