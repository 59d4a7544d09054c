import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client, Reply } from './client';
import { finalStates } from '../../src/visits/domain/visit-state';
import type { Workplace } from './service-process';

type Outcome = 'acknowledged' | 'refused' | 'unknown';

interface Entry {
  visitId: string;
  command: string;
  outcome: Outcome;
}

/** Every visitor has a unique name: equal names may be the same visitor, and their creation is serialised. */
function detailsOf(visitId: string): object {
  return {
    Visitor: { Name: 'P', Surname: visitId },
    VisitType: { Title: 'Delivery' },
    Reason: 'parts',
  };
}

/** The whole life of a visit, including commands that have to be refused. */
function lifeOf(visitId: string): (readonly [command: string, body: object])[] {
  return [
    ['create', detailsOf(visitId)],
    ['create', detailsOf(visitId)],
    ['verify', { Method: 2 }],
    ['check', {}],
    ['enter', {}],
    ['enter', {}],
    ['end', { Reason: 'left' }],
    ['end', { Reason: 'again' }],
  ];
}

/** Pause of a caller after a fault. */
const PAUSE_MS = 100;

/** Records all answers, to be compared with the database afterwards. */
export class Journal {
  private readonly entries: Entry[] = [];
  /** Number of refusals by status and error number. */
  readonly refusals = new Map<string, number>();
  /** Answers 1544 and 5xx. */
  faults = 0;
  /** Number of new logins because a token had become unknown. */
  logins = 0;

  /** `faultIs`: the meaning of 1544 and 5xx; `unknown` if the connection can be lost during a commit. */
  constructor(private readonly faultIs: 'refused' | 'unknown' = 'refused') {}

  /** Counts the calls of one command, or of all. */
  count(outcome: Outcome, command?: string): number {
    return this.entries.filter(
      entry => entry.outcome === outcome && (command === undefined || entry.command === command),
    ).length;
  }

  /**
   * One caller: takes visit after visit through its life, until `stop` is true or an answer is missing.
   * @param acknowledged called after every successful command
   */
  async write(
    client: Client,
    stop: () => boolean = () => false,
    acknowledged: () => void = () => undefined,
  ): Promise<void> {
    while (!stop()) {
      const visitId = randomUUID();
      for (const [command, body] of lifeOf(visitId)) {
        const outcome = await this.step(client, visitId, command, body);
        if (outcome === 'unknown') return;
        if (outcome === 'acknowledged') acknowledged();
        // After a storage fault, the rest of this visit is skipped.
        if (outcome === 'fault') {
          await wait(PAUSE_MS);
          break;
        }
      }
    }
  }

  async step(client: Client, visitId: string, command: string, body: object): Promise<Outcome | 'fault'> {
    const entry: Entry = { visitId, command, outcome: 'unknown' };
    this.entries.push(entry);
    try {
      const { status, code, text } = await this.post(client, `visit/${command}`, {
        VisitId: visitId,
        ...body,
      });
      const isFault = code === 1544 || status >= 500;
      entry.outcome = status === 200 ? 'acknowledged' : isFault ? this.faultIs : 'refused';
      if (status !== 200)
        this.noteRefusal(code === 1544 ? `${status}/${code} ${reasonOf(text)}` : `${status}/${code}`);
      if (isFault) this.faults += 1;
      return isFault ? 'fault' : entry.outcome;
    } catch {
      return 'unknown';
    }
  }

  /** A call with an unknown token was not carried out, and is repeated with a new token. */
  private async post(client: Client, action: string, body: object): Promise<Reply> {
    const reply = await client.post(action, body);
    if (reply.status !== 401 || (reply.code !== 1000 && reply.code !== 1001)) return reply;
    this.logins += 1;
    const login = await client.logInAgain();
    return login.status === 200 ? client.post(action, body) : reply;
  }

  /** What has been answered until now, to be compared with data of now. */
  soFar(): Journal {
    const journal = new Journal(this.faultIs);
    journal.entries.push(...this.entries.map(entry => ({ ...entry })));
    return journal;
  }

  /** Compares the answers with the database. */
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
    const doubtful = new Map<string, number>();
    for (const [key, times] of found) {
      const command = key.slice(key.indexOf(' ') + 1);
      const more = times - (told.get(key) ?? 0);
      if (more > 0) doubtful.set(command, (doubtful.get(command) ?? 0) + more);
    }
    return {
      visits: stored.size,
      steps: steps.length,
      lost: [...told].filter(([key, times]) => (found.get(key) ?? 0) < times).length,
      // Found more often than acknowledged and unknown calls explain: refused, or carried out twice.
      tooMany: [...found].filter(([key, times]) => times > (told.get(key) ?? 0) + (unknown.get(key) ?? 0))
        .length,
      doubtfulDone: Object.fromEntries(doubtful),
      illegal: [...stored.values()].filter(history => !isLegal(history)).length,
      damaged: (await workplace.isSound()) ? 0 : 1,
    };
  }

  private noteRefusal(key: string): void {
    this.refusals.set(key, (this.refusals.get(key) ?? 0) + 1);
  }
}

/** The reason in 1544: one of a few fixed texts. */
function reasonOf(text: string): string {
  return /exception (.+?)\./.exec(text)?.[1] ?? '';
}

export interface Audit {
  visits: number;
  steps: number;
  lost: number;
  tooMany: number;
  /** Commands that were carried out although the answer was missing or a fault, by command. */
  doubtfulDone: object;
  illegal: number;
  damaged: number;
}

interface StoredStep {
  id: string;
  state: number;
  version: number;
  code: string | null;
  command: string;
  from: number | null;
  to: number;
}

const stepsQuery = `
  SELECT v.id, v.state, v.version, v.entry_code AS code, h.command, h.from_state AS "from", h.to_state AS "to"
  FROM visit v LEFT JOIN visit_history h ON h.visit_seq = v.seq ORDER BY h.seq`;

/**
 * Each step starts in the state to which the one before it led, and the visit is in the state of the last one. A closed visit
 * has no entry code.
 */
function isLegal(history: StoredStep[]): boolean {
  const chained = history.every((step, index) => step.from === (history[index - 1]?.to ?? null));
  const last = history.at(-1);
  if (!chained || last === undefined) return false;
  const isOver = finalStates.some(state => state === last.state);
  return last.to === last.state && last.version === history.length - 1 && (last.code === null) === isOver;
}
