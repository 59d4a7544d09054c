import { randomUUID } from 'node:crypto';
import { withServer } from '../support/engine';
import { emptyDatabase, type OwnDatabase } from '../support/postgres';
import { TestApp } from '../support/test-app';
import { end, newVisit, stored, visitIn } from '../support/visits';
import { envelopeOf } from '../support/wire';

withServer('two nodes on one PostgreSQL', () => {
  let server: OwnDatabase;
  let nodes: [TestApp, TestApp];
  beforeAll(async () => {
    server = await emptyDatabase();
    const first = await TestApp.start({ DATABASE_URL: server.url, DATABASE_LOCK_TIMEOUT_MS: '5000' });
    nodes = [first, await first.another()];
  });
  afterAll(async () => {
    await nodes[1].app.close();
    await nodes[0].stop();
    await server.drop();
  });
  const node = (n: number) => nodes[n % 2]!;

  it('let one of 16 end a visit, and write that down once: 20 visits at the same time', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 20; n += 1) ids.push(await visitIn(node(0), 6));
    const answers = await Promise.all(
      ids.flatMap(id => Array.from({ length: 16 }, async (_, n) => ({ id, answer: await end(node(n), id) }))),
    );
    for (const id of ids) {
      const ofVisit = answers.filter(each => each.id === id).map(({ answer }) => answer);
      expect(ofVisit.filter(({ status }) => status === 200)).toHaveLength(1);
      const refused = ofVisit.filter(({ status }) => status !== 200);
      expect(new Set(refused.map(each => `${each.status},${envelopeOf(each).Code}`))).toEqual(
        new Set(['403,1545']),
      );
      const { history } = await stored(node(0), id);
      expect(history.filter(step => (step as { command: string }).command === 'end')).toHaveLength(1);
    }
  }, 60_000);

  it('carry a request out once that both get under one Idempotency-Key', async () => {
    const body = newVisit();
    const headers = { 'Idempotency-Key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => node(n).send('visit/create', body, { headers })),
    );
    const carriedOut = answers.filter(
      answer => answer.status === 200 && answer.headers['idempotent-replayed'] === undefined,
    );
    expect(carriedOut).toHaveLength(1);
    expect((await stored(node(0), body.VisitId)).history).toHaveLength(1);
  });

  it('register a visitor once whom both describe for the first time', async () => {
    const Visitor = { Name: 'Zora', Surname: 'Jedinečná', Email: 'zora@example.com' };
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => node(n).send('visit/create', newVisit({ Visitor }))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    const listed = await node(0).fetch('visitor/getAll', { Email: Visitor.Email });
    expect((listed.body.Visitors as object[]).length).toBe(1);
  });

  it('give a card to one visit', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        node(n).send('visit/create', newVisit({ Identifier: { InternalNrLong: 'BEEF' } })),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(
      new Set(answers.filter(({ status }) => status !== 200).map(each => envelopeOf(each).Code)),
    ).toEqual(new Set([9203]));
  });
});
