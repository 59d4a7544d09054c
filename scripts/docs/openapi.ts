import '../../src/app.module';
import type { OpenAPIObject } from '@nestjs/swagger';
import { loadConfig } from '../../src/config/settings';
import { buildDocument } from '../../src/http/document';

/** The document of a service with default settings. */
export function openApiDocument(): OpenAPIObject {
  return buildDocument(loadConfig({}, []));
}
