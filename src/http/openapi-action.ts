import { ApiBody, ApiExtraModels, ApiOperation, ApiQuery, ApiResponse, ApiSecurity, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { AppError } from '../shared/errors/app-error';
import { type ErrorCode, errorCatalogue } from '../shared/errors/error-catalogue';
import type { ActionInfo } from './action.decorator';
import { ErrorEnvelope } from './envelope';
import { type DtoClass, fieldsOf } from './fields';
import { exampleOf } from './examples';
import { toJson, toXml } from './render';

const everyAction: readonly ErrorCode[] = ['BadParameters', 'AddressRefused', 'RateExceeded', 'MethodDisabled', 'ServerFault'];
const behindToken: readonly ErrorCode[] = ['TokenNotFound', 'TokenExpired', 'FilterUnreadable', 'NotLicensed'];
const withBody: readonly ErrorCode[] = ['BodyTooLarge', 'UnsupportedMediaType'];

/** Every refusal that an action can answer: its own, those of its guards, and those of its body. */
export function errorsOf(action: ActionInfo): ErrorCode[] {
  const codes = new Set<ErrorCode>([
    ...everyAction,
    ...(action.requires === 'open' ? [] : [...behindToken, ...action.requires.map(({ refusal }) => refusal)]),
    ...(action.verb === 'POST' ? withBody : []),
    ...action.errors,
  ]);
  return (Object.keys(errorCatalogue) as ErrorCode[]).filter(code => codes.has(code));
}

/** The OpenAPI description of an action, made from the same declaration that routes and guards it. */
export function describeAction(action: ActionInfo): MethodDecorator[] {
  const [, name = action.path] = action.path.split('/');
  return [
    ApiOperation({
      operationId: action.path.replace(/\/(.)/, (_, letter: string) => letter.toUpperCase()),
      summary: action.summary,
      description: action.description,
    }),
    ApiTags(action.tag),
    ApiExtraModels(action.request as never, action.response as never, ErrorEnvelope),
    ...(action.requires === 'open' ? [] : [ApiSecurity('Token'), ApiSecurity('Bearer')]),
    ...(action.verb === 'POST' ? [describeBody(action)] : describeQuery(action.request)),
    ApiResponse({
      status: 200,
      description: `0: Successfully done (${name})`,
      content: contentOf(action.response, exampleOf(action.response), 'Response'),
    }),
    ...describeErrors(action),
  ];
}

function describeBody({ request }: ActionInfo): MethodDecorator {
  return ApiBody({ required: true, ...({ content: contentOf(request, exampleOf(request), 'Request') } as object) } as never);
}

function describeQuery(type: DtoClass): MethodDecorator[] {
  return fieldsOf(type).map(field =>
    ApiQuery({
      name: field.name,
      required: field.required,
      ...(field.example !== undefined && { example: field.example }),
      schema: { $ref: `${getSchemaPath(type as never)}/properties/${field.name}` },
    }),
  );
}

function describeErrors(action: ActionInfo): MethodDecorator[] {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(action)) {
    const { status } = errorCatalogue[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return [...byStatus].map(([status, codes]) =>
    ApiResponse({
      status,
      description: codes
        .map(code => {
          const { number, message, when } = errorCatalogue[code];
          return `${number === null ? '' : `**${number}** `}${message}: ${when}`;
        })
        .join('\n\n'),
      content: {
        'application/json': { schema: { $ref: getSchemaPath(ErrorEnvelope) }, examples: errorExamples(codes, 'json') },
        'application/xml': { schema: { $ref: getSchemaPath(ErrorEnvelope) }, examples: errorExamples(codes, 'xml') },
      },
    }),
  );
}

function errorExamples(codes: ErrorCode[], format: 'json' | 'xml'): Record<string, { value: unknown }> {
  return Object.fromEntries(
    codes.map(code => {
      const Refusal = AppError as new (code: ErrorCode, ...params: string[]) => AppError;
      const error = new Refusal(code, '…', '…', '…');
      const details = code === 'BadParameters' ? [{ Field: 'VisitId', Problem: 'must be a GUID' }] : null;
      const envelope = { Message: error.message, Code: error.number, RequestId: '0d6a3f6e', Details: details };
      return [code, { value: writtenAs(format, ErrorEnvelope, envelope, 'Response') }];
    }),
  );
}

function contentOf(type: DtoClass, example: object, root: string) {
  const schema = { $ref: getSchemaPath(type as never) };
  return {
    'application/json': { schema, example: writtenAs('json', type, example, root) },
    'application/xml': { schema, example: writtenAs('xml', type, example, root) },
  };
}

function writtenAs(format: 'json' | 'xml', type: DtoClass, value: object, root: string): unknown {
  return format === 'xml' ? toXml(type, value, root) : JSON.parse(toJson(type, value, 'iso'));
}
