import { copyFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import {
  issueLicence,
  type LicenceKeys,
  makeLicenceKeys,
} from '../../src/licensing/infrastructure/signed-licence';
import type { Agenda } from '../../src/shared/agenda';
import { Client, type Reply } from './client';
import { NodesWorkplace, withNodes } from './nodes';

/** Milliseconds from the end of a change until both nodes apply it; 10,000 if they never do. */
export type ChangesFigures = Record<string, number>;

const PATIENCE_MS = 10_000;
/** The answer to an admitted user for an unknown visit. */
const LET_IN = 1540;

/** Changes on the command line or in a file take effect on both nodes. Each change is made `rounds` times. */
export function nodesChanges(main: string, rounds: number): Promise<ChangesFigures> {
  const licence = { LICENCE_FILE: 'licence.jws', LICENCE_PUBLIC_KEY_FILE: 'public.pem' };
  return withNodes(NodesWorkplace.create(main, licence), async workplace => {
    const site = new Site(workplace);
    await site.prepare();
    const figures: ChangesFigures = {};
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, ms] of Object.entries(await site.changeAll(`user-${round}`)))
        figures[name] = Math.max(figures[name] ?? 0, ms);
    }
    site.close();
    return figures;
  });
}

/** Two nodes, and a user whose rights and settings change. */
class Site {
  private clients: Client[] = [];
  private login = '';
  private key = '';

  constructor(private readonly workplace: NodesWorkplace) {}

  async prepare(): Promise<void> {
    const { folder } = this.workplace;
    const keys = await makeLicenceKeys();
    writeFileSync(join(folder, 'public.pem'), keys.publicKeyPem);
    writeFileSync(join(folder, 'all.jws'), await licenceFor(keys, ['Visits', 'Visitors']));
    writeFileSync(join(folder, 'none.jws'), await licenceFor(keys, ['Persons']));
    this.license('all.jws');
    this.clients = (await this.workplace.startNodes(2)).map(({ url }) => new Client(url));
  }

  close(): void {
    for (const client of this.clients) client.close();
  }

  /** Makes all changes to a new user. */
  async changeAll(login: string): Promise<ChangesFigures> {
    const { workplace } = this;
    const [one, other] = this.clients;
    if (!one || !other) throw new Error('there are no two nodes');
    this.login = login;
    this.key = keyIn(await workplace.command('user', 'create', login, '--privileges', 'Visits:View'));
    await one.logIn(this.key, login);
    other.share(one);
    const figures: ChangesFigures = {};
    const measure = async (name: string, expected: number, ask: (client: Client) => Promise<Reply>) => {
      figures[name] = await this.untilBoth(expected, ask);
    };
    const use = (client: Client) => client.ask(`visit/get?VisitId=${randomUUID()}`);
    const logIn = (client: Client) => client.logIn(this.key, login);

    await measure('a token of one works at the other', LET_IN, use);

    await workplace.command('user', 'block', login);
    await measure('blocked: the token is out', 1000, use);
    await measure('blocked: no login', 1003, logIn);
    await workplace.command('user', 'unblock', login);
    await measure('unblocked: login', 200, logIn);

    const oldKey = this.key;
    this.key = keyIn(await workplace.command('user', 'rotate-key', login));
    await measure('new key: the token of the old one is out', 1000, use);
    await measure('new key: no login with the old one', 1004, client => client.logIn(oldKey, login));
    await measure('new key: login', 200, logIn);

    this.license('none.jws');
    await measure('licence without the agenda', 8, use);
    this.license('all.jws');
    await measure('licence with the agenda', LET_IN, use);

    await this.filter('10.0.0.0/8');
    await measure('address filter: out', 1006, use);
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
    const users = [{ login: this.login, ipFilter, privileges: { Visits: ['View'] } }];
    writeFileSync(join(this.workplace.folder, 'users.json'), JSON.stringify({ users }));
    await this.workplace.command('apply', 'users.json');
  }

  /** Replaced by a rename, so that no node reads a partial file. */
  private license(name: string): void {
    const file = (each: string) => join(this.workplace.folder, each);
    copyFileSync(file(name), file('next.jws'));
    renameSync(file('next.jws'), file('licence.jws'));
  }
}

function licenceFor({ privateKeyPem }: LicenceKeys, agendas: Agenda[]): Promise<string> {
  const dates = { issuedAt: new Date(), notBefore: new Date(0), expires: new Date('2100-01-01') };
  return issueLicence(privateKeyPem, { id: 'reliability', licensee: 'Company ABC', agendas, ...dates });
}

function keyIn(printed: string): string {
  return /its API key, shown this once: (\S+)/.exec(printed)?.[1] ?? '';
}
