import type { AppConfig } from '../../config/app-config';
import { version } from '../../config/version';
import { type ActionInfo, declaredActions, isDisabled } from '../action';
import { ErrorEnvelope } from '../wire/envelope';
import { operationOf } from './openapi-action';
import { schemasOf } from './openapi-schema';

const description = `Plan a visit, check the visitor in, let them into the area and end the visit.

Press **Authorize**, give a login and its key, and press **Execute** in any action: the page gets the tokens, which live 20
seconds, by itself. On a server that \`npm run demo -- --serve\` has started every sample works as it stands. Every answer comes
as JSON or XML, by \`Accept\`. A refusal carries the error number in \`Code\`, and the \`RequestId\` under which the log has
it.`;

/** In the order in which a visitor meets them. */
const groups = {
  'Log in': 'Every call but this one carries a token. This one gives it, for a login and its key.',
  'Announce and register':
    'A visit begins here, for a day to come or for somebody who stands at the desk. Until the visitor is in the area it can be changed, and be given a card, photos and an entry code.',
  'At the door':
    'Who is it, and may they come in? The identity is verified, the visit is checked and confirmed, or it is rejected.',
  'In the area':
    'A visitor whose visit is valid enters, steps out and comes back. The end of the visit is final, and frees the card.',
  'Look up visits': 'Who is here, who is expected, and who was. Each visit has a history of every step.',
  Visitors:
    'What is on file for a visitor beyond one visit. Trainings are recorded here, and a visit that waited for one goes on.',
  Cards:
    'The stock of cards that visitors are given. A card that is lost is marked here, and when it is found again.',
  'Persons and units':
    'Who and what can be visited. Persons and organisational units are read one by one, listed, or written many at once.',
  'Kinds of visits and trainings':
    'What a visit of a kind asks for: an escort, and trainings that are still valid. They are set up once, by an administrator.',
} as const;

/**
 * The OpenAPI document, from the declarations of the actions alone. The decorators of @nestjs/swagger can
 * describe neither a body in two formats, nor the names of XML, nor null.
 */
export function buildDocument(config: AppConfig) {
  const { basePath } = config;
  const actions = declaredActions();
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gatehouse',
      description,
      version,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: basePath === '' ? '/' : basePath, description: 'This server' }],
    tags: Object.entries(groups).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(
      actions.map(action => [
        `/${action.path}`,
        {
          [action.verb.toLowerCase()]: operationOf(action, isDisabled(action, config)),
        },
      ]),
    ),
    components: componentsOf(actions),
  };
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
      },
    },
    schemas: schemasOf(
      [...bodies, ErrorEnvelope],
      actions.map(({ request }) => request),
    ),
  };
}
