import { AppError } from '../shared/errors/app-error';
import { type ErrorCode, errorCatalogue } from '../shared/errors/error-catalogue';
import type { ActionInfo } from './action';
import { ErrorEnvelope } from './envelope';
import { errorParams, exampleOf, REQUEST_ID } from './examples';
import { type DtoClass, type Field, fieldsOf } from './fields';
import { fieldSchema, refTo, type Schema } from './openapi-schema';
import type { PictureType } from './picture';
import { toJson, toXml } from './render';
import { REPLAYED } from './repeat-headers';

const everyAction: readonly ErrorCode[] = [
  'BadParameters',
  'AddressRefused',
  'RateExceeded',
  'MethodDisabled',
  'ServerFault',
];
const behindToken: readonly ErrorCode[] = [
  'TokenNotFound',
  'TokenExpired',
  'FilterUnreadable',
  'NotLicensed',
];
const repeatable: readonly ErrorCode[] = [
  'IdempotencyKeyReused',
  'IdempotencyKeyBusy',
  'IdempotencyAnswerLost',
];
const withBody: readonly ErrorCode[] = ['BodyTooLarge', 'UnsupportedMediaType'];

/** Every refusal that an action can answer: its own, those of its guards, and those of its body. */
export function errorsOf(action: ActionInfo): ErrorCode[] {
  const codes = new Set<ErrorCode>([
    ...everyAction,
    ...(action.requires === 'open' ? [] : [...behindToken, ...action.requires.map(({ refusal }) => refusal)]),
    ...(action.verb === 'POST' ? withBody : []),
    ...(isRepeatable(action) ? repeatable : []),
    ...action.errors,
  ]);
  return (Object.keys(errorCatalogue) as ErrorCode[]).filter(code => codes.has(code));
}

/** Whether the action heeds an `Idempotency-Key`. */
function isRepeatable({ verb, requires }: ActionInfo): boolean {
  return verb === 'POST' && requires !== 'open';
}

/** The OpenAPI operation of an action, made from the same declaration that routes and guards it. */
export function operationOf(action: ActionInfo, isDisabled: boolean) {
  const { path, verb, summary, description, tag, request, response, requires } = action;
  return {
    operationId: path.replace(/\/(.)/, (_, letter: string) => letter.toUpperCase()),
    tags: [tag],
    summary: isDisabled ? `${summary} (switched off)` : summary,
    description: isDisabled ? `**Switched off on this server: answers 9001.** ${description}` : description,
    security: requires === 'open' ? [] : [{ Token: [] }, { Bearer: [] }],
    ...(verb === 'GET' && { parameters: fieldsOf(request).map(queryParameter) }),
    ...(isRepeatable(action) && { parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }] }),
    ...(verb === 'POST' && {
      requestBody: { required: true, content: contentOf(request, exampleOf(request), 'Request') },
    }),
    responses: {
      200: {
        description: '0: Successfully done',
        headers: headersOf(isRepeatable(action)),
        content:
          typeof response === 'function'
            ? contentOf(response, exampleOf(response), 'Response')
            : picturesOf(response.pictures),
      },
      ...refusalsOf(action),
    },
  };
}

function queryParameter(field: Field): Schema {
  const { description, ...schema } = fieldSchema({ ...field, required: true });
  return { name: field.name, in: 'query', description, required: field.required, schema };
}

function contentOf(type: DtoClass, example: object, root: string) {
  return {
    'application/json': { schema: refTo(type), example: inJson(type, example) },
    'application/xml': { schema: named(type, root), example: toXml(type, example, root) },
  };
}

function picturesOf(types: readonly PictureType[]): Record<string, object> {
  return Object.fromEntries(types.map(type => [type, { schema: { type: 'string', format: 'binary' } }]));
}

/** In XML the root element is named by what it is and not by its type. */
function named(type: DtoClass, root: string): Schema {
  return { allOf: [refTo(type)], xml: { name: root } };
}

function refusalsOf(action: ActionInfo): Record<string, object> {
  const codes = errorsOf(action);
  const statuses = new Set(codes.map(code => errorCatalogue[code].status));
  return Object.fromEntries(
    [...statuses].map(status => [
      status,
      refusal(
        codes.filter(code => errorCatalogue[code].status === status),
        isRepeatable(action),
      ),
    ]),
  );
}

function headersOf(isKept: boolean): Schema {
  return {
    'X-Request-Id': { $ref: '#/components/headers/RequestId' },
    ...(isKept && { [REPLAYED]: { $ref: '#/components/headers/Replayed' } }),
  };
}

function refusal(codes: ErrorCode[], isKept: boolean) {
  const says = codes.some(code => code === 'RateExceeded' || code === 'IdempotencyKeyBusy');
  return {
    description: codes.map(describe).join('\n\n'),
    headers: {
      ...headersOf(isKept),
      ...(says && { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } }),
    },
    content: {
      'application/json': {
        schema: refTo(ErrorEnvelope),
        examples: examplesOf(codes, envelope => inJson(ErrorEnvelope, envelope)),
      },
      'application/xml': {
        schema: named(ErrorEnvelope, 'Response'),
        examples: examplesOf(codes, envelope => toXml(ErrorEnvelope, envelope)),
      },
    },
  };
}

function describe(code: ErrorCode): string {
  const { number, message, when } = errorCatalogue[code];
  return `${number === null ? '' : `**${number}** `}${message}: ${when}`;
}

function examplesOf(
  codes: ErrorCode[],
  write: (envelope: object) => unknown,
): Record<string, { value: unknown }> {
  return Object.fromEntries(codes.map(code => [code, { value: write(envelopeOf(code)) }]));
}

function envelopeOf(code: ErrorCode): object {
  const { message, number } = new AppError(code, ...errorParams(code));
  const Details = code === 'BadParameters' ? [{ Field: 'VisitId', Problem: 'must be a GUID' }] : null;
  return { Message: message, Code: number, RequestId: REQUEST_ID, Details };
}

function inJson(type: DtoClass, value: object): unknown {
  return JSON.parse(toJson(type, value, 'iso'));
}
