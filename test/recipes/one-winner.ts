import { randomUUID } from 'node:crypto';
import { Client, type Reply } from './client';
import { NodesWorkplace, withNodes } from './nodes';
import { Workplace } from './service-process';

export interface WinnerFigures {
  rounds: number;
  /** Rounds without exactly one 200, or with a refusal other than 403/1545. */
  wrongAnswers: number;
  /** Answers 1544 and 5xx, included in the wrong ones. */
  faults: number;
  /** Rounds whose history does not have exactly one end, by the winner. */
  wrongHistories: number;
  /** Rounds won by each half of the callers. */
  wins: string;
}

/** R5: callers end one visit at the same time, in two halves on one service. One wins, and the history has its end. */
export async function oneWinner(main: string, rounds: number, callers = 64): Promise<WinnerFigures> {
  const workplace = new Workplace(main);
  try {
    await workplace.prepare();
    const url = await workplace.start().url();
    return await race(workplace, [url, url], rounds, callers);
  } finally {
    await workplace.clear();
  }
}

/** The same over two nodes. */
export function nodesWinner(main: string, rounds: number, callers = 64): Promise<WinnerFigures> {
  return withNodes(NodesWorkplace.create(main), async workplace => {
    const nodes = await workplace.startNodes(2);
    return race(
      workplace,
      nodes.map(({ url }) => url),
      rounds,
      callers,
    );
  });
}

async function race(
  workplace: Workplace,
  urls: readonly string[],
  rounds: number,
  callers: number,
): Promise<WinnerFigures> {
  const figures = { rounds, wrongAnswers: 0, faults: 0, wrongHistories: 0 };
  const wins = [0, 0];
  const clients = urls.map(url => new Client(url, callers / 2));
  for (const client of clients) await client.logIn(workplace.adminKey);
  for (let round = 0; round < rounds; round += 1) {
    const VisitId = await insideVisit(clients[round % 2]);
    const calls = Array.from({ length: callers }, async (_, index) => {
      const requestId = randomUUID();
      const reply = await clients[index % 2]?.post('visit/end', { VisitId, Reason: requestId }, requestId);
      return { requestId, reply, process: index % 2 };
    });
    const answers = await Promise.all(calls);
    const winners = answers.filter(({ reply }) => reply?.status === 200);
    const losers = answers.filter(({ reply }) => reply?.status === 403 && reply.code === 1545);
    if (winners.length !== 1 || losers.length !== callers - 1) figures.wrongAnswers += 1;
    figures.faults += answers.filter(({ reply }) => reply && isFault(reply)).length;
    for (const { process } of winners) wins[process] = (wins[process] ?? 0) + 1;
    if (!(await isEndOf(workplace, VisitId, winners[0]?.requestId))) figures.wrongHistories += 1;
  }
  for (const client of clients) client.close();
  return { ...figures, wins: wins.join(' and ') };
}

const isFault = ({ status, code }: Reply): boolean => code === 1544 || status >= 500;

async function isEndOf(workplace: Workplace, visitId: string, requestId?: string): Promise<boolean> {
  const ends = await workplace.query<{ id: string }>(
    `SELECT h.request_id AS id FROM visit_history h JOIN visit v ON v.seq = h.visit_seq
     WHERE v.id = $1 AND h.command = 'end'`,
    [visitId],
  );
  return ends.length === 1 && ends[0]?.id === requestId;
}

async function insideVisit(client?: Client): Promise<string> {
  const VisitId = randomUUID();
  const details = { Visitor: { Name: 'P', Surname: 'S' }, VisitType: { Title: 'Delivery' }, Reason: 'parts' };
  must(await client?.post('visit/create', { VisitId, ...details }));
  must(await client?.post('visit/verify', { VisitId, Method: 2 }));
  must(await client?.post('visit/check', { VisitId }));
  must(await client?.post('visit/enter', { VisitId }));
  return VisitId;
}

function must(reply?: Reply): void {
  if (reply?.status !== 200) throw new Error(reply?.text);
}
