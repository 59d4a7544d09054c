// Sends thousands of valid, nearly valid and hostile requests, generated from the OpenAPI document, to the built service on
// SQLite and, with TEST_POSTGRES_URL, on PostgreSQL: `npm run test:hostile -- --seed 7 --count 5000`. Prints the answers and
// exits with 1 if one does not match the documents. The same seed gives the same requests.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import './typescript.mjs';

const require = createRequire(import.meta.url);
const { PostgresDatabase } = require('../test/recipes/data-store.ts');
const { Workplace } = require('../test/recipes/service-process.ts');
const { runHostile } = require('../test/hostile/run.ts');

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    count: { type: 'string', default: '50000' },
    service: { type: 'string', default: 'dist/main.js' },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const count = Number(values.count);

/** Memory growth from the middle of a run to its end that counts as a leak. */
const MOST_GROWTH_MB = 64;

// Exit normally on a signal, so that started processes are stopped.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const postgresUrl = process.env.TEST_POSTGRES_URL;
for (const engine of postgresUrl ? ['SQLite', 'PostgreSQL'] : ['SQLite']) {
  const store = engine === 'PostgreSQL' ? await PostgresDatabase.create(postgresUrl) : undefined;
  const workplace = new Workplace(resolve(values.service), { LOG_LEVEL: 'fatal' }, store);
  console.log(`${engine}: ${count} requests, seed ${seed}`);
  try {
    await workplace.prepare();
    const service = workplace.start();
    const url = await service.url();
    const token = await logIn(url, 'admin', workplace.adminKey);
    const otherToken = await logIn(url, 'viewer', await makeViewer(workplace));
    const memory = [];
    let told = 0;
    const report = await runHostile({
      url,
      seed,
      count,
      token,
      otherToken,
      onSent: sent => {
        if (sent < ((told + 1) * count) / 10) return;
        told += 1;
        memory.push(residentMb(service.pid));
      },
    });
    console.table(report.answers);
    console.log(
      `${report.sent} answers, ${report.judgedXml} of those in XML held against its schema (all in JSON were)`,
    );
    console.log(`${report.ordinaryVisits} visitors came and went meanwhile`);
    console.log(`memory, tenth by tenth: ${memory.join(', ')} MB`);
    const growthMb = memory.at(-1) - memory[memory.length >> 1];
    const faults =
      growthMb > MOST_GROWTH_MB ? [...report.faults, `memory grew by ${growthMb} MB`] : report.faults;
    for (const fault of faults) console.log(`FAULT  ${fault}\n`);
    console.log(`${engine}: ${faults.length} faults\n`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await workplace.clear();
  }
}

async function logIn(url, UserLogin, ApiKey) {
  const answer = await fetch(`${url}/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ UserLogin, ApiKey }),
  });
  return (await answer.json()).Token;
}

/** Creates a user that may only read visits. @returns its key */
async function makeViewer(workplace) {
  const printed = await workplace.command('user', 'create', 'viewer', '--privileges', 'Visits:View');
  return /shown this once: (\S+)/.exec(printed)[1];
}

function residentMb(pid) {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
