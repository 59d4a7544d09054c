import { AppError } from '../../shared/errors/app-error';
import { type ErrorCode, errorCatalogue, sampleOf } from '../../shared/errors/error-catalogue';
import { type ActionInfo, type PictureType, REPLAYED } from '../action';
import { ErrorEnvelope } from '../wire/envelope';
import { exampleOf, REQUEST_ID, type Told } from './examples';
import { type DtoClass, type Field, fieldsOf } from '../fields';
import { fieldSchema, refTo, type Schema } from './openapi-schema';
import { toJson, toXml } from '../wire/render';
import { samples } from './samples';

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
/** Refusals of a repeat whose kept answer shows records that the user may no longer view. */
const ofRepeats: readonly ErrorCode[] = ['VisitsViewPermission', 'VisitorsViewPermission', 'VisitNotExists'];
const withBody: readonly ErrorCode[] = ['BodyTooLarge', 'UnsupportedMediaType'];

/** Every refusal of an action: its own, those of the guards, and those of the body. */
export function errorsOf(action: ActionInfo): ErrorCode[] {
  const codes = new Set<ErrorCode>([
    ...everyAction,
    ...(action.requires === 'open' ? [] : [...behindToken, ...action.requires.map(({ refusal }) => refusal)]),
    ...(action.verb === 'POST' ? withBody : []),
    ...(isRepeatable(action) ? repeatable : []),
    ...(action.shows ? ofRepeats : []),
    ...action.errors,
  ]);
  return (Object.keys(errorCatalogue) as ErrorCode[]).filter(code => codes.has(code));
}

function isRepeatable({ verb, requires }: ActionInfo): boolean {
  return verb === 'POST' && requires !== 'open';
}

/** The OpenAPI operation of an action, made from the same declaration that routes and guards it. */
export function operationOf(action: ActionInfo, isDisabled: boolean) {
  const { path, verb, summary, description, tag, request, response, requires } = action;
  const { asked = exampleOf(request), answered } = samples[path] ?? {};
  return {
    operationId: path.replace(/\/(.)/, (_, letter: string) => letter.toUpperCase()),
    tags: [tag],
    summary: isDisabled ? `${summary} (switched off)` : summary,
    description: isDisabled ? `**Switched off on this server: answers 9001.** ${description}` : description,
    security: requires === 'open' ? [] : [{ Token: [] }, { Bearer: [] }],
    ...(verb === 'GET' && { parameters: fieldsOf(request).map(field => queryParameter(field, asked)) }),
    ...(isRepeatable(action) && { parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }] }),
    ...(verb === 'POST' && {
      requestBody: { required: true, content: requestOf(request, asked) },
    }),
    responses: {
      200: {
        description: '0: Successfully done',
        headers: headersOf(isRepeatable(action)),
        content:
          typeof response === 'function' ? answerOf(response, answered) : picturesOf(response.pictures),
      },
      ...refusalsOf(action),
    },
  };
}

/** Query members that the sample leaves out get no example: Swagger UI and Postman would send it. */
function queryParameter(field: Field, asked: Told): Schema {
  const example = asked[field.name] ?? undefined;
  const { description, ...described } = fieldSchema({ ...field, required: true, example });
  // A plain reference needs no `allOf`.
  const list = example === undefined && field.kind === 'choice' && field.value?.enumeration;
  const schema = list ? refTo(list) : described;
  const says = [description, ...numbersOf(field)].join('. ');
  const separated = field.kind === 'choices' && { style: 'form', explode: false };
  return { name: field.name, in: 'query', description: says, required: field.required, ...separated, schema };
}

/** The numbers of a closed list with their names, because a form for a query shows only the description. */
function numbersOf({ value }: Field): string[] {
  const numbers = value?.enumeration?.choices.filter(each => typeof each.value === 'number') ?? [];
  return numbers.length > 0 ? [numbers.map(each => `${each.value} ${each.name}`).join(', ')] : [];
}

function requestOf(type: DtoClass, example: Told) {
  return contentOf(type, 'Request', { example }, { example: toXml(type, example, 'Request') });
}

function answerOf(type: DtoClass, told?: Told) {
  const example = exampleOf(type, told);
  const json = inJson(type, example);
  return contentOf(type, 'Response', { example: json }, { example: toXml(type, example) });
}

/** A body in both formats. In XML the root element is `Request` or `Response` and not named after the type. */
function contentOf<Shown extends object>(type: DtoClass, name: string, json: Shown, xml: Shown) {
  const schema = refTo(type);
  return {
    'application/json': { schema, ...json },
    'application/xml': { schema: { allOf: [schema], xml: { name } }, ...xml },
  };
}

function picturesOf(types: readonly PictureType[]): Record<string, object> {
  return Object.fromEntries(types.map(type => [type, { schema: { type: 'string', format: 'binary' } }]));
}

function refusalsOf(action: ActionInfo): Record<string, object> {
  const codes = errorsOf(action);
  const statuses = new Set(codes.map(code => errorCatalogue[code].status));
  const codesOf = (status: number) => codes.filter(code => errorCatalogue[code].status === status);
  return Object.fromEntries(
    [...statuses].map(status => [status, refusal(codesOf(status), isRepeatable(action))]),
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
    content: contentOf(
      ErrorEnvelope,
      'Response',
      { examples: examplesOf(codes, envelope => inJson(ErrorEnvelope, envelope)) },
      { examples: examplesOf(codes, envelope => toXml(ErrorEnvelope, envelope)) },
    ),
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
  const { message, number } = new AppError(code, ...sampleOf(code));
  const Details = code === 'BadParameters' ? [{ Field: 'VisitId', Problem: 'must be a GUID' }] : null;
  return { Message: message, Code: number, RequestId: REQUEST_ID, Details };
}

function inJson(type: DtoClass, value: object): unknown {
  return JSON.parse(toJson(type, value, 'iso'));
}
