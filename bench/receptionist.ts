import { randomUUID } from 'node:crypto';
import { Client, type Reply } from '../test/recipes/client';
import type { Chance } from './chance';
import { benchUser } from './data';

/** One request and its result. */
export interface Call {
  action: string;
  status: number;
  ms: number;
}

/** A token is used for some visits: at a real desk it would expire by then. */
const VISITS_PER_LOGIN = 3;

/** Takes one visit after the other through its life, on one connection. */
export class Receptionist {
  private readonly client: Client;
  private readonly calls: Call[] = [];

  constructor(
    url: string,
    private readonly chance: Chance,
  ) {
    this.client = new Client(url, 1);
  }

  /** Works until the given time, and finishes the current visit. @param untilMs on the clock of `performance` */
  async work(untilMs: number): Promise<Call[]> {
    for (let visits = 0; performance.now() < untilMs; visits += 1) {
      if (visits % VISITS_PER_LOGIN === 0) await this.logIn();
      await this.attend();
    }
    this.client.close();
    return this.calls;
  }

  private async logIn(): Promise<void> {
    const started = performance.now();
    const { status } = await this.client.logIn(benchUser.key, benchUser.login);
    this.note('login', status, started);
  }

  /** Half of the visits are planned; one in two visitors steps out for a while. */
  private async attend(): Promise<void> {
    const id = randomUUID();
    if (this.oneIn(3)) await this.look('visit/getAll', 'OnSite=1');
    if (this.oneIn(3)) await this.look('visit/getPersonByName', `Name=nov%25`);
    if (this.oneIn(2)) await this.post('visit/create', { VisitId: id, ...this.details() });
    else await this.post('visit/schedule', { VisitId: id, VisitDate: new Date(), ...this.details() });
    await this.look('visit/get', `VisitId=${id}`);
    const Document = { DocNumber: `B${randomUUID().slice(0, 13)}`, State: 'CZ', DocType: 1 };
    await this.post('visit/verify', { VisitId: id, Method: 0, Document });
    for (const command of this.oneIn(2) ? ['check', 'enter', 'stepOut', 'enter'] : ['check', 'enter'])
      await this.post(`visit/${command}`, { VisitId: id });
    await this.look('visit/get', `VisitId=${id}`);
    await this.post('visit/end', { VisitId: id, Reason: 'left' });
    if (this.oneIn(5)) await this.look('visit/getHistory', `VisitId=${id}`);
  }

  private details() {
    return {
      Visitor: { Name: this.chance.name(), Surname: this.chance.surname(), Company: 'Company 1' },
      VisitType: { Title: `Type ${this.chance.upTo(8)}` },
      VisitedPerson: { PersonId: `P${this.chance.upTo(1000)}` },
      Reason: 'spare parts',
    };
  }

  private oneIn(count: number): boolean {
    return this.chance.upTo(count) === 1;
  }

  private look(action: string, query: string): Promise<void> {
    return this.timed(action, () => this.client.ask(`${action}?${query}`));
  }

  private post(action: string, body: object): Promise<void> {
    return this.timed(action, () => this.client.post(action, body));
  }

  private async timed(action: string, call: () => Promise<Reply>): Promise<void> {
    const started = performance.now();
    const { status } = await call();
    this.note(action, status, started);
  }

  private note(action: string, status: number, started: number): void {
    this.calls.push({ action, status, ms: performance.now() - started });
  }
}
