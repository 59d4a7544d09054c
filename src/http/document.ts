import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Express, NextFunction, Request, Response } from 'express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { AppConfig } from '../config/app-config';
import { version } from '../config/version';
import { AppError } from '../shared/errors/app-error';
import type { ActionInfo } from './action';
import { declaredActions } from './action.decorator';
import { ErrorEnvelope } from './envelope';
import { operationOf } from './openapi-action';
import { schemasOf } from './openapi-schema';
import { buildSchema } from './xsd';

const description = `Plan a visit, check the visitor in, let them into the area and end the visit.

Get a token with **login**, press **Authorize** and paste it under *Token*; it lives 20 seconds. Every answer comes as
JSON or XML, by \`Accept\`. A refusal carries the error number in \`Code\`, and the \`RequestId\` under which the log
has it.`;

const tags = [
  { name: 'Login', description: 'Getting a token' },
  { name: 'Visits', description: 'Visits, from their announcement to their end' },
  { name: 'Visitors', description: 'What is known of visitors beyond one visit' },
  { name: 'Directory', description: 'Persons and org units that are visited' },
  { name: 'Cards', description: 'Identifiers that visitors are given' },
  { name: 'Types', description: 'Kinds of visits and of activities' },
];

/**
 * The OpenAPI document, from the declarations of the actions alone. It is put together here and not by the decorators
 * of @nestjs/swagger, which can describe neither a body in two formats, nor the names of XML, nor null.
 */
export function buildDocument({ basePath, disabledMethods }: AppConfig): OpenAPIObject {
  const actions = declaredActions();
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Gatehouse',
      description,
      version,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: basePath === '' ? '/' : basePath, description: 'This server' }],
    tags,
    paths: Object.fromEntries(
      actions.map(action => [
        `/${action.path}`,
        {
          [action.verb.toLowerCase()]: operationOf(
            action,
            disabledMethods.includes(action.path.toLowerCase()),
          ),
        },
      ]),
    ),
    components: componentsOf(actions),
  };
  // The types of @nestjs/swagger are those of OpenAPI 3.0, where null and the licence identifier are not known.
  return document as object as OpenAPIObject;
}

function componentsOf(actions: readonly ActionInfo[]) {
  const bodies = actions.flatMap(({ verb, request, response }) => [
    ...(verb === 'POST' ? [request] : []),
    ...(typeof response === 'function' ? [response] : []),
  ]);
  return {
    securitySchemes: {
      Token: { type: 'apiKey', in: 'query', name: 'Token', description: 'GUID from POST login' },
      Bearer: { type: 'http', scheme: 'bearer', description: 'The same GUID, kept out of the URL' },
    },
    headers: {
      RequestId: {
        description: 'As in the envelope and the log',
        schema: { type: 'string', maxLength: 128 },
      },
      RetryAfter: {
        description: 'For 1008 and 9003: seconds to wait',
        schema: { type: 'integer', minimum: 1 },
      },
      Replayed: {
        description: 'Only there where the answer is the kept one of the first request under the same key',
        schema: { type: 'string', enum: ['true'] },
      },
    },
    parameters: {
      IdempotencyKey: {
        name: 'Idempotency-Key',
        in: 'header',
        description:
          'Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice',
        schema: { type: 'string', minLength: 1, maxLength: 255 },
        example: '8e03978e-40d5-43dd-bc93-6894a57f9324',
      },
    },
    schemas: schemasOf([...bodies, ErrorEnvelope]),
  };
}

/** Swagger UI at `/swagger`, the documents at `/openapi.json` and `/schema.xsd`, all below the base path. */
export function serveDocuments(app: NestExpressApplication, config: AppConfig): void {
  SwaggerModule.setup('swagger', app, () => buildDocument(config), {
    useGlobalPrefix: true,
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Gatehouse',
    swaggerOptions: { persistAuthorization: true, tryItOutEnabled: true },
  });
  const { router }: Express = app.getHttpAdapter().getInstance();
  router.get(`${config.basePath}/schema.xsd`, sendSchema);
}

/** Of the action that the query names, or of all. Names match in any case. */
function sendSchema(request: Request, response: Response, next: NextFunction): void {
  const actions = declaredActions();
  const named = Object.entries(request.query).filter(([name]) => name.toLowerCase() === 'action');
  const [[, path] = []] = named;
  const only = actions.find(
    action => typeof path === 'string' && action.path.toLowerCase() === path.toLowerCase(),
  );
  if (named.length > 1 || (named.length === 1 && !only)) next(new AppError('RouteNotFound'));
  else response.type('application/xml; charset=utf-8').send(buildSchema(actions, only));
}
