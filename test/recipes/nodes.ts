import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { Client } from './client';
import { type DataStore, PostgresDatabase } from './data-store';
import { type ServiceProcess, Workplace } from './service-process';

/** The servers that nodes share. */
export interface Servers {
  postgresUrl: string;
  redisUrl: string;
}

/** The servers of TEST_POSTGRES_URL and TEST_REDIS_URL. @throws Error with the name of a missing variable */
function givenServers(): Servers {
  const { TEST_POSTGRES_URL: postgresUrl, TEST_REDIS_URL: redisUrl } = process.env;
  if (!postgresUrl) throw new Error('TEST_POSTGRES_URL names no server');
  if (!redisUrl) throw new Error('TEST_REDIS_URL names no server');
  return { postgresUrl, redisUrl };
}

/** A workplace whose services are nodes, with a separate database and separate keys in Redis. */
export class NodesWorkplace extends Workplace {
  private constructor(
    main: string,
    store: DataStore,
    private readonly redisUrl: string,
    private readonly prefix: string,
    settings: Record<string, string>,
  ) {
    super(main, { REDIS_URL: redisUrl, REDIS_KEY_PREFIX: prefix, ...settings }, store);
  }

  static async create(
    main: string,
    settings: Record<string, string> = {},
    servers = givenServers(),
  ): Promise<NodesWorkplace> {
    const store = await PostgresDatabase.create(servers.postgresUrl);
    const prefix = `reliability-${randomUUID().slice(0, 8)}:`;
    return new NodesWorkplace(main, store, servers.redisUrl, prefix, settings);
  }

  override async clear(): Promise<void> {
    await super.clear();
    const redis = new Redis(this.redisUrl);
    try {
      for await (const keys of redis.scanStream({ match: `${this.prefix}*`, count: 1000 }))
        for (const key of keys as string[]) await redis.del(key);
    } finally {
      redis.disconnect();
    }
  }

  /** Starts so many nodes and waits until they listen. The first ones create the database concurrently. */
  async startNodes(count: number): Promise<Node[]> {
    const services = Array.from({ length: count }, () => this.start());
    const urls = await Promise.all(services.map(service => service.url()));
    if (this.adminKey === '') await this.settle(services);
    return services.map((service, index) => ({ service, url: urls[index] ?? '' }));
  }

  /** A client of a node, logged in as `admin`. */
  async logIn({ url }: Node, connections?: number): Promise<Client> {
    const client = new Client(url, connections);
    await client.logIn(this.adminKey);
    return client;
  }
}

export interface Node {
  service: ServiceProcess;
  url: string;
}

/** Runs a recipe with nodes, and always cleans up. */
export async function withNodes<T>(
  creating: Promise<NodesWorkplace>,
  work: (workplace: NodesWorkplace) => Promise<T>,
): Promise<T> {
  const workplace = await creating;
  try {
    return await work(workplace);
  } finally {
    await workplace.clear();
  }
}
