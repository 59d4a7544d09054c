import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { AppConfig } from '../config/app-config';
import { version } from '../version';

const description = `Plan a visit, check the visitor in, let them into the area and end the visit.

Get a token with **login**, press **Authorize** and paste it under *Token*; it lives 20 seconds. Every answer comes as
JSON or XML, by \`Accept\`. A refusal carries the error number in \`Code\`, and the \`RequestId\` under which the log
has it.`;

/** The OpenAPI document, from the declarations of the actions alone. */
export function buildDocument(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Gatehouse')
    .setDescription(description)
    .setVersion(version)
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addServer('/')
    .addApiKey({ type: 'apiKey', in: 'query', name: 'Token', description: 'GUID from POST login' }, 'Token')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'The same GUID, kept out of the URL' },
      'Bearer',
    )
    .build();
  return SwaggerModule.createDocument(app, settings);
}

/** Swagger UI at `/swagger`, the document at `/openapi.json`, both below the base path. */
export function serveDocument(app: INestApplication, config: AppConfig): void {
  SwaggerModule.setup('swagger', app, () => buildDocument(app), {
    useGlobalPrefix: true,
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Gatehouse',
    swaggerOptions: { persistAuthorization: true, tryItOutEnabled: true },
  });
  void config;
}
