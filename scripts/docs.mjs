// Writes the generated files, or with --check only says which are out of date, and lints the OpenAPI document. Node 20 reads no TypeScript by itself:
// swc, which the tests use too, turns each file into JavaScript as it is loaded.
import { spawnSync } from 'node:child_process';
import { createRequire, Module } from 'node:module';
import { readFileSync } from 'node:fs';
import swc from '@swc/core';

const options = JSON.parse(readFileSync(new URL('../.swcrc', import.meta.url), 'utf8'));
Module._extensions['.ts'] = (module, filename) => {
  const { code } = swc.transformFileSync(filename, { ...options, swcrc: false });
  module._compile(code, filename);
};

const require = createRequire(import.meta.url);
require('reflect-metadata');
const { writeGenerated, staleFiles } = require('./docs/generated.ts');

if (process.argv.includes('--check')) {
  const stale = staleFiles();
  for (const file of stale) console.error(`${file} is out of date: run \`npm run docs\` and commit it`);
  process.exitCode = stale.length > 0 || !lint() ? 1 : 0;
} else {
  for (const file of writeGenerated()) console.log(`wrote ${file}`);
}

/** Redocly reports home unless told not to. */
function lint() {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/redocly', ['lint', 'docs/openapi.json'], {
    env,
  });
  if (status !== 0) console.error(`${stdout}${stderr}`);
  return status === 0;
}
