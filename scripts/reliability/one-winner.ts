import { randomUUID } from 'node:crypto';
import { Client, type Reply } from './client';
import { Workplace } from './service-process';

export interface WinnerFigures {
  rounds: number;
  /** Rounds in which not exactly one call was answered 200, or another than 403/1545 was. */
  wrongAnswers: number;
  /** Rounds after which the history did not have exactly one end, that of the winner. */
  wrongHistories: number;
}

/** R5: callers who end one visit at once, split over two processes on one file. One wins, and the history has its end. */
export async function oneWinner(main: string, rounds: number, callers = 64): Promise<WinnerFigures> {
  const workplace = new Workplace(main);
  const figures = { rounds, wrongAnswers: 0, wrongHistories: 0 };
  try {
    await workplace.prepare();
    const nodes: Client[] = [];
    for (let node = 0; node < 2; node += 1) {
      const client = new Client(await workplace.start().url(), callers / 2);
      await client.logIn(workplace.adminKey);
      nodes.push(client);
    }
    const [first] = nodes;
    for (let round = 0; first && round < rounds; round += 1) {
      const VisitId = await insideVisit(first);
      const calls = Array.from({ length: callers }, async (_, index) => {
        const requestId = randomUUID();
        const reply = await nodes[index % 2]?.post('visit/end', { VisitId, Reason: requestId }, requestId);
        return { requestId, reply };
      });
      const answers = await Promise.all(calls);
      const winners = answers.filter(({ reply }) => reply?.status === 200);
      const losers = answers.filter(({ reply }) => reply?.status === 403 && reply.code === 1545);
      if (winners.length !== 1 || losers.length !== callers - 1) figures.wrongAnswers += 1;
      const ends = await workplace.query<{ id: string }>(
        `SELECT h.request_id AS id FROM visit_history h JOIN visit v ON v.seq = h.visit_seq
         WHERE v.id = ? AND h.command = 'end'`,
        [VisitId],
      );
      if (ends.length !== 1 || ends[0]?.id !== winners[0]?.requestId) figures.wrongHistories += 1;
    }
    for (const node of nodes) node.close();
    return figures;
  } finally {
    await workplace.clear();
  }
}

async function insideVisit(client: Client): Promise<string> {
  const VisitId = randomUUID();
  const details = { Visitor: { Name: 'P', Surname: 'S' }, VisitType: { Title: 'Delivery' }, Reason: 'parts' };
  must(await client.post('visit/create', { VisitId, ...details }));
  must(await client.post('visit/verify', { VisitId, Method: 2 }));
  must(await client.post('visit/check', { VisitId }));
  must(await client.post('visit/enter', { VisitId }));
  return VisitId;
}

function must({ status, text }: Reply): void {
  if (status !== 200) throw new Error(text);
}
