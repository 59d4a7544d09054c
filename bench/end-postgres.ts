import { Client } from 'pg';
import { rows } from '../src/app.rows';
import { loadConfig } from '../src/config/settings';
import { Transfer } from '../src/database';
import type { Benchmark } from './benchmark';
import { compilePeers, type Contender, peerRows, PLAIN_NEST, startPeer } from './contenders';
import type { Progress } from './data-files';
import { type Asked, endTargets, figuresOf, visitsToEnd } from './end';
import { faultsOf } from './figures';
import { GATEHOUSE, startGatehouse } from './gatehouse';
import { PostgresServer } from './postgres-server';

const asked: readonly Asked[] = [{ connections: 32, against: PLAIN_NEST, rate: 5 }];

/**
 * `visit/end` as in `end`, on one PostgreSQL: one node of Gatehouse compared with plain Nest and TypeORM, each run on a
 * fresh copy of the database.
 */
export const endOnPostgres: Benchmark = async (settings, progress) => {
  const { main, folder, postgresUrl } = settings;
  const server = new PostgresServer(postgresUrl);
  try {
    const visits = await visitsToEnd(settings, progress);
    await fillGatehouse(server, visits.file, progress);
    await fillPeer(server, visits.ids);
    const figures = await figuresOf(contendersOf(server, main, folder), visits, settings, progress);
    const faults = [...(await server.weaknesses()), ...faultsOf(figures)];
    return { figures, targets: endTargets(figures, asked), faults };
  } finally {
    await server.dropAll();
  }
};

function contendersOf(server: PostgresServer, main: string, folder: string): Contender[] {
  const peers = compilePeers(folder);
  return [
    {
      name: GATEHOUSE,
      start: async cwd => startGatehouse(main, cwd, await server.copy('run', GATEHOUSE)),
    },
    {
      name: PLAIN_NEST,
      start: async cwd =>
        startPeer(peers, PLAIN_NEST, cwd, { DATABASE_URL: await server.copy('run', FILLED_PEER) }),
    },
  ];
}

const FILLED_PEER = 'peer';

async function fillGatehouse(server: PostgresServer, file: string, progress: Progress): Promise<void> {
  const { database } = loadConfig({ DATABASE_URL: await server.create(GATEHOUSE) }, []);
  if (database.kind !== 'server') throw new Error('not a PostgreSQL URL');
  const transfer = await Transfer.open(file, database, rows);
  try {
    await transfer.move((table, done, total) => progress(`moving ${table}`, done, total));
  } finally {
    await transfer.close();
  }
  await server.analyze(GATEHOUSE);
}

async function fillPeer(server: PostgresServer, ids: Buffer): Promise<void> {
  const client = new Client({ connectionString: await server.create(FILLED_PEER) });
  await client.connect();
  try {
    await client.query(
      `CREATE TABLE visit (id text PRIMARY KEY, state integer NOT NULL, visitor text NOT NULL, reason text NOT NULL,
         "validFrom" timestamptz NOT NULL, "validTo" timestamptz NOT NULL)`,
    );
    for (const visits of peerRows(ids))
      await client.query(
        `INSERT INTO visit SELECT each ->> 0, (each ->> 1)::integer, each ->> 2, each ->> 3,
           (each ->> 4)::timestamptz, (each ->> 5)::timestamptz FROM jsonb_array_elements($1::jsonb) each`,
        [JSON.stringify(visits)],
      );
  } finally {
    await client.end();
  }
  await server.analyze(FILLED_PEER);
}
