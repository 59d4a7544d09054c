// Generates the TypeScript client of an OpenAPI document into a folder: `generate-client.mjs DOCUMENT FOLDER`.
// A separate process, because the generator is asynchronous and an ES module, which jest cannot load.
import { readFileSync } from 'node:fs';
import { createClient } from '@hey-api/openapi-ts';

const [document, folder] = process.argv.slice(2);
await createClient({
  // An object, because the generator would look up an unknown file name on the network.
  input: JSON.parse(readFileSync(document, 'utf8')),
  output: {
    path: folder,
    header: ['// Generated from docs/openapi.json by `npm run docs`; do not edit.'],
    // Ignores any tsconfig.json above the folder.
    tsConfigPath: null,
    module: { extension: '.ts' },
  },
  plugins: [
    { name: '@hey-api/client-fetch', throwOnError: true },
    { name: '@hey-api/typescript', enums: { mode: 'javascript', case: 'preserve' } },
    { name: '@hey-api/sdk', client: false, responseStyle: 'data' },
  ],
  logs: { level: 'silent', file: false },
});
