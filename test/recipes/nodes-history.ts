import { randomUUID } from 'node:crypto';
import { errorCatalogue } from '../../src/shared/errors/error-catalogue';
import type { Client, Reply } from './client';
import { NodesWorkplace, withNodes } from './nodes';
import { isExplained, type VisitCall } from './visit-model';

/** Concurrent visits, callers per visit, and calls per caller. */
const AT_ONCE = 12;
const CALLERS = 4;
const CALLS = 6;

export interface HistoryFigures {
  visits: number;
  calls: number;
  done: number;
  refused: number;
  /** Refused with 1544, because concurrent calls were faster. */
  outrun: number;
  /** Calls that began while another call for the same visit was running. */
  overlapping: number;
  unanswered: number;
  /** Visits whose answers are not explained by any order of the calls, and the history of the first one. */
  notLinearizable: number;
  first: string;
}

/** Callers on two nodes send every command to the same visits at once. Each visit behaves as on one node. */
export function nodesHistory(main: string, visits: number): Promise<HistoryFigures> {
  return withNodes(NodesWorkplace.create(main), async workplace => {
    const nodes = await workplace.startNodes(2);
    await workplace.query(
      `INSERT INTO person (person_id, name, surname, email) VALUES ($1, 'Jana', 'Nováková', '')`,
      [PERSON],
    );
    const clients = await Promise.all(nodes.map(node => workplace.logIn(node)));
    const histories: VisitCall[][] = [];
    const take = async () => {
      while (histories.length < visits) {
        const history: VisitCall[] = [];
        histories.push(history);
        await live(clients, history);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, take));
    for (const client of clients) client.close();
    return figuresOf(histories);
  });
}

/** At the end, both nodes return the visit. */
async function live(clients: readonly Client[], history: VisitCall[]): Promise<void> {
  const visitId = randomUUID();
  const give = async (client: Client | undefined, command: Command) => {
    if (client) history.push(await record(client, visitId, command));
  };
  await Promise.all(
    Array.from({ length: CALLERS }, async (_, caller) => {
      const client = clients[caller % clients.length];
      for (let index = 0; index < CALLS; index += 1) await give(client, anyOf(likely[index] ?? everything));
    }),
  );
  for (const client of clients) await give(client, 'get');
}

type Command = VisitCall['command'];

const everything: readonly Command[] = [
  'verify',
  'check',
  'approve',
  'update',
  'enter',
  'stepOut',
  'end',
  'reject',
  'get',
];

/** Commands with a chance of success at first; later ones are arbitrary. */
const likely: readonly (readonly Command[])[] = [
  ['create', 'create', 'get'],
  ['verify', 'verify', 'update', 'get'],
  ['check', 'check', 'update', 'approve', 'get'],
];

function anyOf(commands: readonly Command[]): Command {
  return commands[Math.floor(Math.random() * commands.length)] ?? 'get';
}

/** The person who confirms visits. */
const PERSON = '100';

/** The body of a command. */
function bodyOf(command: Command, visitId: string, reason: string): object {
  switch (command) {
    case 'create':
      return { Visitor: { Name: 'P', Surname: visitId }, VisitType: { Title: 'Delivery' }, Reason: reason };
    case 'verify':
      return { Method: 2 };
    case 'approve':
      return { ApprovedByPerson: { PersonId: PERSON }, Reason: reason };
    case 'reject':
      return { ReasonCode: 1, Reason: reason };
    case 'update':
    case 'end':
      return { Reason: reason };
    case 'check':
    case 'enter':
    case 'stepOut':
    case 'get':
      return {};
  }
}

async function record(client: Client, visitId: string, command: Command): Promise<VisitCall> {
  const reason = randomUUID();
  const calledAt = performance.now();
  try {
    const reply =
      command === 'get'
        ? await client.ask(`visit/get?VisitId=${visitId}`)
        : await client.post(`visit/${command}`, { VisitId: visitId, ...bodyOf(command, visitId, reason) });
    return { command, reason, calledAt, answeredAt: performance.now(), answer: answerOf(reply) };
  } catch {
    return { command, reason, calledAt };
  }
}

function answerOf({ status, code, text }: Reply): VisitCall['answer'] {
  if (status !== 200) return { refusal: code ?? status };
  const { State: state, Reason: reason } = JSON.parse(text) as { State: number; Reason: string };
  return { refusal: null, state, reason };
}

function figuresOf(histories: readonly VisitCall[][]): HistoryFigures {
  const calls = histories.flat();
  const bad = histories.filter(history => !isExplained(history));
  const count = (which: (refusal: number | null) => boolean) =>
    calls.filter(({ answer }) => answer && which(answer.refusal)).length;
  return {
    visits: histories.length,
    calls: calls.length,
    done: count(refusal => refusal === null),
    refused: count(refusal => refusal !== null),
    outrun: count(refusal => refusal === errorCatalogue.VisitUpdateFailed.number),
    overlapping: histories.reduce((sum, history) => sum + overlapping(history), 0),
    unanswered: calls.filter(({ answer }) => !answer).length,
    notLinearizable: bad.length,
    first: (bad[0] ?? []).map(line).join('; '),
  };
}

function overlapping(history: readonly VisitCall[]): number {
  return history.filter(call =>
    history.some(other => other.calledAt < call.calledAt && call.calledAt < (other.answeredAt ?? Infinity)),
  ).length;
}

function line({ command, calledAt, answeredAt, answer, reason }: VisitCall): string {
  const times = `${calledAt.toFixed(2)} to ${answeredAt?.toFixed(2) ?? 'never'}`;
  const short = (text?: string) => text?.slice(0, 4) ?? '';
  return `${command} ${short(reason)} ${times}: ${answer?.refusal ?? `${answer?.state} ${short(answer?.reason)}`}`;
}
