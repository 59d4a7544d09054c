// Benchmarks of the built service. `npm run bench` runs those that have targets, `npm run bench -- NAME …` the named ones,
// and --postgres the one for PostgreSQL, on the server of TEST_POSTGRES_URL. Prints the figures, and writes them with --json
// FILE. Exits with 1 if a target is missed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import progress from 'cli-progress';
import 'reflect-metadata';
import './typescript.mjs';

const require = createRequire(import.meta.url);
const { benchmarks, usual } = require('../bench/benchmarks.ts');
const { SECONDS } = require('../bench/benchmark.ts');
const { DataFiles } = require('../bench/data-files.ts');
const { machine } = require('../bench/machine.ts');
const { PostgresServer } = require('../bench/postgres-server.ts');
const { sentenceOf } = require('../bench/targets.ts');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    connections: { type: 'string', default: '1,8,32,128' },
    sizes: { type: 'string' },
    seed: { type: 'string', default: '1' },
    // Keeps the generated databases for the next run.
    data: { type: 'string' },
    json: { type: 'string' },
    postgres: { type: 'boolean', default: false },
    service: { type: 'string', default: 'dist/main.js' },
  },
});
const ON_POSTGRES = 'end-postgres';
const asked = [...positionals, ...(values.postgres ? [ON_POSTGRES] : [])];
const names = asked.length > 0 ? asked : usual;
const unknown = names.filter(name => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(`unknown benchmark ${unknown.join(', ')}: there are ${Object.keys(benchmarks).join(', ')}`);
  process.exit(64);
}

const postgresUrl = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const onPostgres = names.includes(ON_POSTGRES) && {
  postgres: await new PostgresServer(postgresUrl).version(),
};

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
const count = text => (text === undefined ? undefined : Number(text));
const counts = text => text?.split(',').map(Number);
const settings = {
  main: resolve(values.service),
  folder,
  files: new DataFiles(resolve(values.data ?? join(folder, 'data')), Number(values.seed)),
  postgresUrl,
  rounds: count(values.rounds),
  seconds: count(values.seconds),
  connections: counts(values.connections),
  sizes: counts(values.sizes),
};
const result = {
  date: new Date().toISOString().slice(0, 10),
  machine: { ...machine(), ...onPostgres },
  seconds: settings.seconds ?? SECONDS,
  figures: {},
  targets: [],
  faults: [],
};
try {
  for (const name of names) {
    console.log(`\n── ${name}`);
    const { figures, targets, faults } = await benchmarks[name](settings, showProgress());
    console.table(figures.map(printable));
    result.figures[name] = figures;
    result.targets.push(...targets);
    result.faults.push(...faults);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log();
for (const target of result.targets)
  console.log(`${target.met ? 'met   ' : 'MISSED'}  ${sentenceOf(target)}`);
for (const fault of result.faults) console.log(`FAULT   ${fault}`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
process.exitCode = result.faults.length > 0 || result.targets.some(({ met }) => !met) ? 1 : 0;

/** A dash in place of a missing figure. */
function printable(row) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Number.isNaN(value) ? '–' : value]),
  );
}

/** A progress bar per task. */
function showProgress() {
  const bar = new progress.SingleBar(
    { format: '{what} [{bar}] {percentage}% {value}/{total}, {eta} s left' },
    progress.Presets.legacy,
  );
  return (what, done, total) => {
    if (!bar.isActive) bar.start(total, 0, { what });
    bar.update(done);
    if (done === total) bar.stop();
  };
}
