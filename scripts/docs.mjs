// Writes the generated files. With --check it only reports those that are out of date, and lints the OpenAPI document.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import 'reflect-metadata';
import './typescript.mjs';

const require = createRequire(import.meta.url);
const { writeGenerated, staleFiles } = require('./docs/generated.ts');

if (process.argv.includes('--check')) {
  const stale = staleFiles();
  for (const file of stale) console.error(`${file} is out of date: run \`npm run docs\` and commit it`);
  process.exitCode = stale.length > 0 || !lint() ? 1 : 0;
} else {
  for (const file of writeGenerated()) console.log(`wrote ${file}`);
}

/** Redocly sends telemetry by default. */
function lint() {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/redocly', ['lint', 'docs/openapi.json'], {
    env,
  });
  if (status !== 0) console.error(`${stdout}${stderr}`);
  return status === 0;
}
