import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transformFileSync } from '@swc/core';
import { ServiceProcess } from '../scripts/reliability/service-process';
import { Connection } from './connection';
import { generate, NOW } from './data';

/** Who takes part: makes its database with visits of these ids in state 5, and starts on it. */
export interface Contender {
  name: string;
  start: (folder: string, ids: readonly string[]) => Promise<ServiceProcess>;
}

export const GATEHOUSE = 'gatehouse';
export const NO_DATABASE = 'no-database';
const CHUNK = 10_000;
const AT = NOW.toISOString();
const hosts = { persons: 100, visitors: 1000, visits: 0 };
/** The rate guards do their work and refuse nobody. */
const unlimited = '1000000/1s';

/** @param main the built service; @param folder where the peers are compiled to */
export function contendersOf(main: string, folder: string): Contender[] {
  const peers = compilePeers(join(folder, 'peers'));
  const peer = (
    name: string,
    prepare: (file: string, ids: readonly string[]) => Promise<void>,
  ): Contender => ({
    name,
    start: async (cwd, ids) => {
      const file = join(cwd, 'peer.sqlite');
      await prepare(file, ids);
      const env = { DATABASE_FILE: file, NODE_PATH: resolve('node_modules') };
      return new ServiceProcess(join(peers, `${name}.js`), cwd, env);
    },
  });
  return [
    { name: GATEHOUSE, start: (cwd, ids) => startGatehouse(main, cwd, ids) },
    peer('plain-nest', fillPeer),
    peer('raw-http', fillPeer),
    peer(NO_DATABASE, () => Promise.resolve()),
  ];
}

/** Ahead of the start, so that the compiler does not count as memory of the peer. */
function compilePeers(target: string): string {
  mkdirSync(target);
  for (const name of readdirSync('bench/peers')) {
    const { code } = transformFileSync(join('bench/peers', name), { sourceMaps: false });
    writeFileSync(join(target, name.replace(/ts$/, 'js')), code);
  }
  return target;
}

async function startGatehouse(main: string, cwd: string, ids: readonly string[]): Promise<ServiceProcess> {
  const file = join(cwd, 'gatehouse.sqlite');
  await generate(file, hosts, 1, () => undefined);
  await fill(
    file,
    ids,
    `INSERT INTO visit (id, version, state, is_planned, reason, valid_from, valid_to, changed_at, created_by, visitor_seq,
       visit_type_seq, visited_person_seq, visited_unit_seq)
     SELECT value, 1, 5, 1, 'spare parts', '${AT}', '${AT}', '${AT}', 'user-1', 1 + key % ${hosts.visitors}, 1 + key % 8,
       1 + key % ${hosts.persons}, 1 + key % 800 FROM json_each(?)`,
  );
  return new ServiceProcess(main, cwd, {
    DATABASE_URL: `sqlite:${file}`,
    RATE_POLICY: unlimited,
    LOGIN_RATE_POLICY: unlimited,
    TOKEN_TTL_SECONDS: '3600',
    LOG_LEVEL: 'warn',
  });
}

async function fillPeer(file: string, ids: readonly string[]): Promise<void> {
  const connection = new Connection(file);
  await connection.run('PRAGMA journal_mode = WAL');
  await connection.run(
    `CREATE TABLE visit (id TEXT PRIMARY KEY, state INTEGER NOT NULL, visitor TEXT NOT NULL, reason TEXT NOT NULL,
       validFrom DATETIME NOT NULL, validTo DATETIME NOT NULL)`,
  );
  await connection.close();
  await fill(
    file,
    ids,
    `INSERT INTO visit SELECT value, 5, 'Visitor ' || key, 'spare parts', '${AT}', '${AT}' FROM json_each(?)`,
  );
}

/** Runs the statement with the ids as JSON, some at a time. */
async function fill(file: string, ids: readonly string[], sql: string): Promise<void> {
  const connection = new Connection(file);
  try {
    for (let first = 0; first < ids.length; first += CHUNK)
      await connection.run(sql, [JSON.stringify(ids.slice(first, first + CHUNK))]);
  } finally {
    await connection.close();
  }
}
