// Calls every action of the built service at its documented limits, and measures the cost for other requests: how long the
// event loop is blocked, how long a change waits, how much memory is used. `npm run hunt -- person/upsert` for one action,
// --postgres for the server of TEST_POSTGRES_URL, --write to update docs/limits.md. Exits with 1 if a target is exceeded.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import './typescript.mjs';

const require = createRequire(import.meta.url);
const { declaredActions } = require('../src/http/action/action.decorator.ts');
require('../src/app.module.ts');
const { loadConfig } = require('../src/config/settings.ts');
const { PostgresDatabase } = require('../test/recipes/data-store.ts');
const { Workplace } = require('../test/recipes/service-process.ts');
const { Hunt } = require('./hunt/hunt.ts');
const { requestsOf, widestOf } = require('./hunt/requests.ts');
const { makeHuntSite } = require('./hunt/site.ts');
const { limitsTable, targets } = require('./hunt/table.ts');
const { replaceSection } = require('./docs/section.ts');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    service: { type: 'string', default: 'dist/main.js' },
    postgres: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const every = [...declaredActions()].sort((a, b) => a.path.localeCompare(b.path));
const actions = every.filter(({ path }) => positionals.length === 0 || positionals.includes(path));
const config = loadConfig({ DATABASE_URL: 'sqlite:x' }, []);

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const serverUrl = process.env.TEST_POSTGRES_URL;
if (values.postgres && !serverUrl) throw new Error('TEST_POSTGRES_URL is not set');
const store = values.postgres ? await PostgresDatabase.create(serverUrl) : undefined;
const probe = require.resolve('./hunt/probe.cjs');
const workplace = new Workplace(
  resolve(values.service),
  // As in the systemd unit and the image.
  {
    LOG_LEVEL: 'fatal',
    NODE_OPTIONS: `--require=${probe}`,
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '262144',
  },
  store,
);
const figures = new Map();
try {
  await workplace.prepare();
  const service = workplace.start();
  const url = await service.url();
  const token = await logIn(url);
  const declared = path => every.find(action => action.path === path);
  const site = await makeHuntSite(caller(url, token), (path, given) => widestOf(declared(path), given));
  const probeUrl = `http://127.0.0.1:${/probe on (\d+)/.exec(service.stdout)[1]}`;
  const hunt = new Hunt({ url, token, probeUrl, site });
  for (const action of actions) {
    const limit = action.largeBody ? config.photoBodyLimit : config.bodyLimit;
    const found = await hunt.measure(action, requestsOf(action, site, limit));
    figures.set(action.path, found);
    console.log(
      action.path,
      JSON.stringify(found, (_, value) => (typeof value === 'number' ? Math.round(value) : value)),
    );
  }
  await hunt.end();
} finally {
  await workplace.clear();
}

const missed = [...figures].flatMap(([path, found]) =>
  Object.entries(targets).flatMap(([name, most]) =>
    found[name] > most ? [`${path}: ${name} ${Math.round(found[name])}, at most ${most}`] : [],
  ),
);
for (const miss of missed) console.log(`MISSED  ${miss}`);
if (values.write) {
  const table = limitsTable(actions, figures, config, values.postgres ? 'PostgreSQL' : 'SQLite');
  writeFileSync('docs/limits.md', replaceSection(readFileSync('docs/limits.md', 'utf8'), 'limits', table));
}
process.exitCode = missed.length > 0 ? 1 : 0;

async function logIn(url) {
  const body = JSON.stringify({ UserLogin: 'admin', ApiKey: workplace.adminKey });
  const headers = { 'Content-Type': 'application/json' };
  return (await (await fetch(`${url}/login`, { method: 'POST', headers, body })).json()).Token;
}

function caller(url, token) {
  return async (action, members) => {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify(members);
    const answer = await fetch(`${url}/${action}?Token=${token}`, { method: 'POST', headers, body });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${action}: ${answer.status} ${text.slice(0, 300)}`);
    return JSON.parse(text);
  };
}
