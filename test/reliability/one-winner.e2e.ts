import { TestApp } from '../support/test-app';
import { end, newVisit, stored, visitIn } from '../support/visits';
import { type Answer, envelopeOf } from '../support/wire';

const ROUNDS = 20;
const CALLERS = 64;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

it(`of ${CALLERS} who end one visit at once, one succeeds and 1545 refuses the others`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const visitId = await visitIn(app, 6);
    const before = await stored(app, visitId);

    const answers = await Promise.all(Array.from({ length: CALLERS }, () => end(app, visitId)));

    const winners = answers.filter(({ status }) => status === 200);
    const losers = answers.filter(answer => answer.status === 403 && envelopeOf(answer).Code === 1545);
    expect([winners.length, losers.length]).toEqual([1, CALLERS - 1]);
    expect(winners[0]?.body).toMatchObject({ VisitId: visitId, State: 7 });
    const { visit, history } = await stored(app, visitId);
    expect(visit).toMatchObject([{ state: 7 }]);
    expect(history.slice(0, -1)).toEqual(before.history);
    expect(history.at(-1)).toMatchObject({ command: 'end', request_id: winners[0]?.headers['x-request-id'] });
  }
}, 60_000);

it(`${CALLERS} visits that are commanded at once do not mix`, async () => {
  /** A whole visit; answers its id and the request that made each step. */
  const live = async (index: number) => {
    const body = newVisit({ Reason: `parts ${index}` });
    const { VisitId } = body;
    const steps: [action: string, input: object][] = [
      ['create', body],
      ['verify', { VisitId, Method: 2 }],
      ['check', { VisitId }],
      ['enter', { VisitId }],
      ['end', { VisitId, Reason: `left ${index}` }],
    ];
    const made: { command: string; answer: Answer }[] = [];
    for (const [command, input] of steps) {
      made.push({ command, answer: await app.send(`visit/${command}`, input) });
    }
    return { index, VisitId, made };
  };

  const lives = await Promise.all(Array.from({ length: CALLERS }, (_, index) => live(index)));

  for (const { index, VisitId, made } of lives) {
    expect(made.map(({ answer }) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect(made.map(({ answer }) => answer.body.VisitId)).toEqual(made.map(() => VisitId));
    const { visit, history } = await stored(app, VisitId);
    expect(visit).toMatchObject([{ state: 7, reason: `parts ${index}` }]);
    // Who answered a step is who wrote it; the last one carries the words of its own visit.
    expect(history).toMatchObject(
      made.map(({ command, answer }) => ({ command, request_id: answer.headers['x-request-id'] })),
    );
    expect(history).toHaveLength(made.length);
    expect(history.at(-1)).toMatchObject({ reason: `left ${index}` });
  }
}, 60_000);

it(`of ${CALLERS} who create one visit at once, one succeeds and 9101 refuses the others`, async () => {
  const body = newVisit();
  const answers = await Promise.all(Array.from({ length: CALLERS }, () => app.send('visit/create', body)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(answer => envelopeOf(answer).Code === 9101)).toHaveLength(CALLERS - 1);
  expect((await stored(app, body.VisitId)).history).toHaveLength(1);
});
