import { declaredActions } from '../../src/http/action';
import { actionsOf, type Document } from '../hostile/document';
import { type Report, runHostile } from '../hostile/run';
import { engineName } from '../support/engine';
import { TestApp } from '../support/test-app';

const SEED = 13;
const COUNT = 1500;

/** `npm run test:hostile` is the long form. */
describe(`${COUNT} requests of every kind, seed ${SEED} (${engineName})`, () => {
  let app: TestApp;
  let report: Report;
  beforeAll(async () => {
    app = await TestApp.start();
    const url = `http://127.0.0.1:${app.port}`;
    report = await runHostile({
      url,
      seed: SEED,
      count: COUNT,
      token: await app.token(),
      otherToken: await app.token('viewer'),
    });
  }, 120_000);
  afterAll(() => app.stop());

  it('are answered as the documents say, in JSON and in XML alike, and never with a 5xx', () => {
    expect(report.faults).toEqual([]);
  });

  it('are of every kind: taken and refused for many reasons, while visitors came and went', () => {
    expect(report.sent).toBeGreaterThanOrEqual(COUNT);
    expect(Object.keys(report.answers)).toEqual(
      expect.arrayContaining(['200', '400 1002', '401 1000', '403 1545', '404 1540', '404 9202']),
    );
    expect(report.ordinaryVisits).toBeGreaterThan(0);
    expect(report.judgedXml).toBeGreaterThan(0);
  });

  it('are about every action', async () => {
    const document = (await app.get('/openapi.json')).body as Document;
    expect(
      actionsOf(document)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(
      declaredActions()
        .map(({ path }) => path)
        .sort(),
    );
  });
});
