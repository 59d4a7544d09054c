import { randomUUID } from 'node:crypto';
import type { Client } from './client';
import type { Workplace } from './service-process';

type Outcome = 'acknowledged' | 'refused' | 'unknown';

interface Entry {
  visitId: string;
  command: string;
  outcome: Outcome;
}

const details = { Visitor: { Name: 'P', Surname: 'S' }, VisitType: { Title: 'Delivery' }, Reason: 'parts' };

/** The whole life of a visit, with commands that have to be refused. */
const life: readonly (readonly [command: string, body: object])[] = [
  ['create', details],
  ['create', details],
  ['verify', { Method: 2 }],
  ['check', {}],
  ['enter', {}],
  ['enter', {}],
  ['end', { Reason: 'left' }],
  ['end', { Reason: 'again' }],
];

/** What the callers were told, to be held against what the database says afterwards. */
export class Journal {
  private readonly entries: Entry[] = [];
  /** Status and number of every refusal, and how often. */
  readonly refusals = new Map<string, number>();

  /** Of one command, or of all. */
  count(outcome: Outcome, command?: string): number {
    return this.entries.filter(
      entry => entry.outcome === outcome && (command === undefined || entry.command === command),
    ).length;
  }

  /** One caller: takes visit after visit through its life, until `stop` says so or an answer does not come. */
  async write(client: Client, stop: () => boolean = () => false): Promise<void> {
    while (!stop()) {
      const visitId = randomUUID();
      for (const [command, body] of life) {
        const outcome = await this.step(client, visitId, command, body);
        if (outcome === 'unknown') return;
        // After a fault of the storage, the rest of this life has no meaning.
        if (outcome === 'fault') break;
      }
    }
  }

  async step(client: Client, visitId: string, command: string, body: object): Promise<Outcome | 'fault'> {
    const entry: Entry = { visitId, command, outcome: 'unknown' };
    this.entries.push(entry);
    try {
      const { status, code } = await client.post(`visit/${command}`, { VisitId: visitId, ...body });
      entry.outcome = status === 200 ? 'acknowledged' : 'refused';
      if (status !== 200) this.noteRefusal(`${status}/${code}`);
      return code === 1544 || status >= 500 ? 'fault' : entry.outcome;
    } catch {
      return 'unknown';
    }
  }

  /** Compares with the database. */
  async audit(workplace: Workplace): Promise<Audit> {
    const steps = await workplace.query<StoredStep>(stepsQuery);
    const stored = new Map<string, StoredStep[]>();
    for (const step of steps) stored.set(step.id, [...(stored.get(step.id) ?? []), step]);
    const told = new Map<string, number>();
    const unknown = new Map<string, number>();
    for (const { visitId, command, outcome } of this.entries) {
      const key = `${visitId} ${command}`;
      if (outcome === 'acknowledged') told.set(key, (told.get(key) ?? 0) + 1);
      if (outcome === 'unknown') unknown.set(key, (unknown.get(key) ?? 0) + 1);
    }
    const found = new Map<string, number>();
    for (const { id, command } of steps) {
      found.set(`${id} ${command}`, (found.get(`${id} ${command}`) ?? 0) + 1);
    }
    const check = await workplace.query<{ integrity_check: string }>('PRAGMA integrity_check');
    return {
      visits: stored.size,
      steps: steps.length,
      lost: [...told].filter(([key, times]) => (found.get(key) ?? 0) < times).length,
      // There, although it was refused or happened once only: more than the acknowledged and the unknown explain.
      tooMany: [...found].filter(([key, times]) => times > (told.get(key) ?? 0) + (unknown.get(key) ?? 0))
        .length,
      illegal: [...stored.values()].filter(history => !isLegal(history)).length,
      damaged: check[0]?.integrity_check === 'ok' ? 0 : 1,
    };
  }

  private noteRefusal(key: string): void {
    this.refusals.set(key, (this.refusals.get(key) ?? 0) + 1);
  }
}

export interface Audit {
  visits: number;
  steps: number;
  lost: number;
  tooMany: number;
  illegal: number;
  damaged: number;
}

interface StoredStep {
  id: string;
  state: number;
  version: number;
  command: string;
  from: number | null;
  to: number;
}

const stepsQuery = `
  SELECT v.id, v.state, v.version, h.command, h.from_state AS "from", h.to_state AS "to"
  FROM visit v LEFT JOIN visit_history h ON h.visit_seq = v.seq ORDER BY h.seq`;

/** Each step starts where the one before it led, and the visit is where the last one led. */
function isLegal(history: StoredStep[]): boolean {
  const chained = history.every((step, index) => step.from === (history[index - 1]?.to ?? null));
  const last = history.at(-1);
  return chained && last !== undefined && last.to === last.state && last.version === history.length - 1;
}
