import '../../src/app.module';
import { loadConfig } from '../../src/config/settings';
import { declaredActions } from '../../src/http/action';
import { buildDocument } from '../../src/http/documents/document';
import { buildSchema } from '../../src/http/documents/xsd';

/** The OpenAPI document of a service with default settings. */
export function openApiDocument(): object {
  return buildDocument(loadConfig({}, []));
}

/** The XML Schema of all actions. */
export function xmlSchema(): string {
  return buildSchema(declaredActions());
}
