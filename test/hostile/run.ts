import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Format } from '../support/wire';
import type { Document } from './document';
import { Generator, type HostileRequest, type Token } from './generator';
import { Judge } from './judge';
import { type Reply, send } from './send';
import { type Call, makeRows, makeSite, ordinaryVisit } from './site';
import { asJson } from './tree';

export interface Plan {
  readonly url: string;
  readonly seed: number;
  /** Requests; each tree is two, one in JSON and one in XML. */
  readonly count: number;
  /** A live token of somebody who may do everything. */
  readonly token: string;
  /** A live token of somebody who may not. */
  readonly otherToken: string;
  /** Told after every tree how many requests there were. */
  readonly onSent?: (sent: number) => void;
}

export interface Report {
  sent: number;
  /** By status and number, such as `400 1002`. */
  answers: Record<string, number>;
  /** Visitors who came and went meanwhile. */
  ordinaryVisits: number;
  /** Answers in XML that were held against its schema. */
  judgedXml: number;
  /** What is not as it has to be, with the request; the first of each kind. */
  faults: string[];
}

const SENDERS = 4;
const TRIES = 3;
const ORDINARY_PAUSE_MS = 50;

/** Sends seeded requests of every kind, in JSON and in XML, beside an ordinary day, and judges every answer. */
export async function runHostile(plan: Plan): Promise<Report> {
  const { url } = plan;
  const fetched = await fetch(`${url}/openapi.json`);
  const document = (await fetched.json()) as Document;
  const run = new Run(plan, document);
  try {
    await makeSite(run.call);
    let over = false;
    const day = run.ordinaryDay(() => over);
    await Promise.all(Array.from({ length: SENDERS }, (_, index) => run.sender(index))).finally(
      () => (over = true),
    );
    await day;
    return await run.report();
  } finally {
    run.close();
  }
}

/** XML takes more bytes than JSON for the same; and who has tried too often is told so and no more. */
function isOfMeasure({ status, code }: Reply): boolean {
  return status === 413 || status === 431 || code === 1008;
}

class Run {
  private sent = 0;
  private ordinaryVisits = 0;
  private readonly answers = new Map<string, number>();
  private readonly faults = new Map<string, string>();
  private readonly judge: Judge;
  private readonly to: { url: string; agent: Agent };

  constructor(
    private readonly plan: Plan,
    private readonly document: Document,
  ) {
    this.judge = new Judge(document);
    this.to = { url: plan.url, agent: new Agent({ keepAlive: true, maxSockets: 2 * SENDERS }) };
  }

  readonly call: Call = async (action, body) => {
    const response = await fetch(`${this.plan.url}/${action}?Token=${this.plan.token}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${action}: ${response.status} ${text.slice(0, 300)}`);
    return JSON.parse(text) as Record<string, unknown>;
  };

  async ordinaryDay(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await ordinaryVisit(this.call).then(
        () => (this.ordinaryVisits += 1),
        (fault: unknown) => this.note('an ordinary visit', String(fault)),
      );
      await wait(ORDINARY_PAUSE_MS);
    }
  }

  async sender(index: number): Promise<void> {
    const known = await makeRows(this.call);
    const generator = new Generator(this.document, this.plan.seed * SENDERS + index, known);
    while (this.sent < this.plan.count) {
      const request = generator.next();
      await this.sendBoth(request);
      this.plan.onSent?.(this.sent);
    }
  }

  /** The second of two that change something meets what the first has changed: then it may be refused, but not as unreadable. */
  private async sendBoth(request: HostileRequest): Promise<void> {
    const formats: [Format, Format] = this.sent % 4 < 2 ? ['json', 'xml'] : ['xml', 'json'];
    let told = '';
    for (let tries = 0; tries < TRIES; tries += 1) {
      const first = await this.sendOne(request, formats[0]);
      const second = await this.sendOne(request, formats[1]);
      const isSame = first.status === second.status && first.code === second.code;
      if (!request.isAlike || isSame || isOfMeasure(first) || isOfMeasure(second)) return;
      if (first.status === 200 && request.action.verb === 'POST' && second.code !== 1002) return;
      told = `${formats[0]} ${first.status} ${first.code}, ${formats[1]} ${second.status} ${second.code}\n${first.body.slice(0, 400)}\n${second.body.slice(0, 400)}`;
    }
    this.note(
      `${request.action.path}: ${told.split('\n')[0]}`,
      `${asJson(request.tree).slice(0, 1500)}\n${told}`,
    );
  }

  private async sendOne(request: HostileRequest, format: Format): Promise<Reply> {
    const reply = await send(this.to, this.tokenOf(request.token), request, format);
    this.sent += 1;
    const kind = `${reply.status}${reply.code === null ? '' : ` ${reply.code}`}`;
    this.answers.set(kind, (this.answers.get(kind) ?? 0) + 1);
    for (const problem of this.judge.problems(request.action, reply)) {
      const sent = request.broken ?? asJson(request.tree);
      this.note(
        `${request.action.path}, ${format}: ${problem}`,
        `${sent.slice(0, 1500)}\n${reply.body.slice(0, 400)}`,
      );
    }
    return reply;
  }

  private tokenOf(token: Token): string | undefined {
    switch (token) {
      case 'live':
        return this.plan.token;
      case 'other':
        return this.plan.otherToken;
      case 'unknown':
        return randomUUID();
      case 'malformed':
        return `{${this.plan.token}`;
      case 'none':
        return undefined;
    }
  }

  private note(kind: string, told: string): void {
    if (!this.faults.has(kind)) this.faults.set(kind, told);
  }

  async report(): Promise<Report> {
    const schemaOf = async (action: string) =>
      (await fetch(`${this.plan.url}/schema.xsd?Action=${action}`)).text();
    const { judged, problems } = await this.judge.xmlProblems(schemaOf);
    for (const problem of problems) this.note(problem, '');
    return {
      sent: this.sent,
      answers: Object.fromEntries([...this.answers].sort()),
      ordinaryVisits: this.ordinaryVisits,
      judgedXml: judged,
      faults: [...this.faults].map(([kind, told]) => `${kind}\n${told}`),
    };
  }

  close(): void {
    this.to.agent.destroy();
  }
}
