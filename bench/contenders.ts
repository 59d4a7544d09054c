import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transformFileSync } from '@swc/core';
import { ServiceProcess } from '../test/recipes/service-process';
import { NOW } from './amounts';
import { Connection } from './connection';
import { copyDatabase, type VisitsFile } from './data-files';
import { GATEHOUSE, startGatehouse } from './gatehouse';

/** A program to measure. It starts in the given folder on a fresh copy of its database; all have the same visits. */
export interface Contender {
  name: string;
  start: (cwd: string) => Promise<ServiceProcess>;
}

export const PLAIN_NEST = 'plain-nest';
export const RAW_HTTP = 'raw-http';
export const NO_DATABASE = 'no-database';
/** Number of visits per insert. */
const CHUNK = 10_000;

/** @param main the built service; @param folder for the compiled peers and their database */
export async function contendersOf(main: string, folder: string, visits: VisitsFile): Promise<Contender[]> {
  const peers = compilePeers(folder);
  const filled = join(peers, 'peer.sqlite');
  await fillPeer(filled, visits.ids);
  const peer = (name: string, prepare: (file: string) => void): Contender => ({
    name,
    start: cwd => {
      const file = join(cwd, 'peer.sqlite');
      prepare(file);
      return Promise.resolve(startPeer(peers, name, cwd, { DATABASE_FILE: file }));
    },
  });
  return [
    { name: GATEHOUSE, start: startOnCopy(main, visits.file) },
    peer(PLAIN_NEST, file => copyDatabase(filled, file)),
    peer(RAW_HTTP, file => copyDatabase(filled, file)),
    peer(NO_DATABASE, () => undefined),
  ];
}

/** Starts Gatehouse in the given folder on a copy of a database. */
export const startOnCopy =
  (main: string, source: string): Contender['start'] =>
  cwd => {
    const file = databaseIn(cwd);
    copyDatabase(source, file);
    return Promise.resolve(startGatehouse(main, cwd, `sqlite:${file}`));
  };

/** The path of the copy that `startOnCopy` makes. */
export const databaseIn = (cwd: string) => join(cwd, 'gatehouse.sqlite');

/** Compiles before the start, so that the compiler does not count towards the memory of a peer. @returns the folder */
export function compilePeers(folder: string): string {
  const target = mkdtempSync(join(folder, 'peers-'));
  for (const name of readdirSync('bench/peers')) {
    const { code } = transformFileSync(join('bench/peers', name), { sourceMaps: false });
    writeFileSync(join(target, name.replace(/ts$/, 'js')), code);
  }
  return target;
}

export function startPeer(
  peers: string,
  name: string,
  cwd: string,
  env: Record<string, string>,
): ServiceProcess {
  return new ServiceProcess(join(peers, `${name}.js`), cwd, { NODE_PATH: resolve('node_modules'), ...env });
}

async function fillPeer(file: string, ids: Buffer): Promise<void> {
  const connection = new Connection(file);
  try {
    await connection.run('PRAGMA journal_mode = WAL');
    await connection.run(
      `CREATE TABLE visit (id TEXT PRIMARY KEY, state INTEGER NOT NULL, visitor TEXT NOT NULL, reason TEXT NOT NULL,
         validFrom DATETIME NOT NULL, validTo DATETIME NOT NULL)`,
    );
    const table = { name: 'visit', columns: 'id, state, visitor, reason, validFrom, validTo' };
    for (const rows of peerRows(ids)) await connection.insert(table, rows);
  } finally {
    await connection.close();
  }
}

/** The visits of a peer, in chunks: id, state, visitor, reason, start and end. */
export function* peerRows(ids: Buffer): Generator<[string, number, string, string, string, string][]> {
  const at = NOW.toISOString();
  const all = ids.toString('latin1').match(/.{36}/g) ?? [];
  for (let first = 0; first < all.length; first += CHUNK)
    yield all
      .slice(first, first + CHUNK)
      .map((id, index) => [id, 5, `Visitor ${first + index}`, 'spare parts', at, at]);
}
