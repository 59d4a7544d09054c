import { copyFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { Client, type Reply } from './client';
import { NodesWorkplace, withNodes } from './nodes';

/** Milliseconds from the end of what changes it until both nodes answer so; 10,000 when they never do. */
export type ChangesFigures = Record<string, number>;

const PATIENCE_MS = 10_000;
const LOGIN = 'reception';
/** What a user is answered who is let in, and asks for a visit that is not there. */
const LET_IN = 1540;

/** What is changed on the command line or in a file takes effect at both nodes. Each change is made `rounds` times. */
export function nodesChanges(main: string, rounds: number): Promise<ChangesFigures> {
  const licence = { LICENCE_FILE: 'licence.jws', LICENCE_PUBLIC_KEY_FILE: 'keys/public.pem' };
  return withNodes(NodesWorkplace.create(main, licence), async workplace => {
    const site = new Site(workplace);
    await site.prepare();
    const figures: ChangesFigures = {};
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, ms] of Object.entries(await site.changeAll()))
        figures[name] = Math.max(figures[name] ?? 0, ms);
    }
    site.close();
    return figures;
  });
}

/** Two nodes, and a user whose circumstances change. */
class Site {
  private clients: Client[] = [];
  private key = '';

  constructor(private readonly workplace: NodesWorkplace) {}

  async prepare(): Promise<void> {
    const { workplace } = this;
    await workplace.command('licence', 'keygen', '--out', 'keys');
    await this.issue('all.jws', 'Visits,Visitors');
    await this.issue('none.jws', 'Persons');
    this.license('all.jws');
    const created = await workplace.command('user', 'create', LOGIN, '--privileges', 'Visits:View');
    this.key = keyIn(created);
    this.clients = (await workplace.startNodes(2)).map(({ url }) => new Client(url));
  }

  close(): void {
    for (const client of this.clients) client.close();
  }

  async changeAll(): Promise<ChangesFigures> {
    const { workplace } = this;
    const [one, other] = this.clients;
    if (!one || !other) throw new Error('there are no two nodes');
    await one.logIn(this.key, LOGIN);
    other.share(one);
    const figures: ChangesFigures = {};
    const measure = async (name: string, expected: number, ask: (client: Client) => Promise<Reply>) => {
      figures[name] = await this.untilBoth(expected, ask);
    };
    const use = (client: Client) => client.ask(`visit/get?VisitId=${randomUUID()}`);
    const logIn = (client: Client) => client.logIn(this.key, LOGIN);

    await measure('a token of one works at the other', LET_IN, use);

    await workplace.command('user', 'block', LOGIN);
    await measure('blocked: the token is out', 1000, use);
    await measure('blocked: no login', 1003, logIn);
    await workplace.command('user', 'unblock', LOGIN);
    await measure('unblocked: login', 200, logIn);

    const oldKey = this.key;
    this.key = keyIn(await workplace.command('user', 'rotate-key', LOGIN));
    await measure('new key: the token of the old one is out', 1000, use);
    await measure('new key: no login with the old one', 1004, client => client.logIn(oldKey, LOGIN));
    await measure('new key: login', 200, logIn);

    await this.filter('10.0.0.0/8');
    await measure('address filter: out', 1006, use);
    await this.filter('');
    await measure('address filter: in', LET_IN, use);

    this.license('none.jws');
    await measure('licence without the agenda', 8, use);
    this.license('all.jws');
    await measure('licence with the agenda', LET_IN, use);
    return figures;
  }

  private async untilBoth(expected: number, ask: (client: Client) => Promise<Reply>): Promise<number> {
    const begunMs = performance.now();
    const sinceMs = () => Math.round(performance.now() - begunMs);
    const until = async (client: Client) => {
      while (sinceMs() < PATIENCE_MS) {
        const { code, status } = await ask(client);
        if ((code ?? status) === expected) return;
        await wait(5);
      }
    };
    await Promise.all(this.clients.map(until));
    return Math.min(sinceMs(), PATIENCE_MS);
  }

  private async filter(ipFilter: string): Promise<void> {
    const users = [{ login: LOGIN, ipFilter, privileges: { Visits: ['View'] } }];
    writeFileSync(join(this.workplace.folder, 'users.json'), JSON.stringify({ users }));
    await this.workplace.command('apply', 'users.json');
  }

  private async issue(out: string, agendas: string): Promise<void> {
    const dates = ['--not-before', '2020-01-01', '--expires', '2100-01-01'];
    const whose = ['--key', 'keys/private.pem', '--licensee', 'Company ABC'];
    await this.workplace.command('licence', 'issue', ...whose, ...dates, '--agendas', agendas, '--out', out);
  }

  /** Renamed over, so that no node reads half of it. */
  private license(name: string): void {
    const file = (each: string) => join(this.workplace.folder, each);
    copyFileSync(file(name), file('next.jws'));
    renameSync(file('next.jws'), file('licence.jws'));
  }
}

function keyIn(printed: string): string {
  return /its API key, shown this once: (\S+)/.exec(printed)?.[1] ?? '';
}
