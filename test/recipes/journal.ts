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

/** Everybody has a name of their own: who has the same may be the same visitor, and they wait for each other. */
function detailsOf(visitId: string): object {
  return {
    Visitor: { Name: 'P', Surname: visitId },
    VisitType: { Title: 'Delivery' },
    Reason: 'parts',
  };
}

/** The whole life of a visit, with commands that have to be refused. */
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

/** Of a caller who has just met a fault. */
const PAUSE_MS = 100;

/** What the callers were told, to be held against what the database says afterwards. */
export class Journal {
  private readonly entries: Entry[] = [];
  /** Status and number of every refusal, and how often. */
  readonly refusals = new Map<string, number>();
  /** Answers 1544 and 5xx. */
  faults = 0;
  /** New logins, because a token was known no more. */
  logins = 0;

  /** `faultIs`: what 1544 and 5xx tell of the command, which is nothing where a commit can be lost on its way. */
  constructor(private readonly faultIs: 'refused' | 'unknown' = 'refused') {}

  /** Of one command, or of all. */
  count(outcome: Outcome, command?: string): number {
    return this.entries.filter(
      entry => entry.outcome === outcome && (command === undefined || entry.command === command),
    ).length;
  }

  /**
   * One caller: takes visit after visit through its life, until `stop` says so or an answer does not come.
   * @param acknowledged called whenever a command was done
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
        // After a fault of the storage, the rest of this life has no meaning.
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

  /** A call whose token is known no more was not looked at, and is made again with a new one. */
  private async post(client: Client, action: string, body: object): Promise<Reply> {
    const reply = await client.post(action, body);
    if (reply.status !== 401 || (reply.code !== 1000 && reply.code !== 1001)) return reply;
    this.logins += 1;
    const login = await client.logInAgain();
    return login.status === 200 ? client.post(action, body) : reply;
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
      // There, although it was refused or happened once only: more than the acknowledged and the unknown explain.
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

/** Of 1544: one of a few fixed words. */
function reasonOf(text: string): string {
  return /exception (.+?)\./.exec(text)?.[1] ?? '';
}

export interface Audit {
  visits: number;
  steps: number;
  lost: number;
  tooMany: number;
  /** What was done of what nobody was told, or was told that it had failed, by command. */
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
 * Each step starts where the one before it led, and the visit is where the last one led, all of it: without an entry
 * code when it is over.
 */
function isLegal(history: StoredStep[]): boolean {
  const chained = history.every((step, index) => step.from === (history[index - 1]?.to ?? null));
  const last = history.at(-1);
  if (!chained || last === undefined) return false;
  const isOver = finalStates.some(state => state === last.state);
  return last.to === last.state && last.version === history.length - 1 && (last.code === null) === isOver;
}
