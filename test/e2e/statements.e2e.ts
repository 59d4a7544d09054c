import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { commitsIn, statementsOf } from '../support/statements';
import { TestApp } from '../support/test-app';
import { visitIn } from '../support/visits';

const VISITS = 1000;
const CONNECTIONS = 32;
/** Where a commit takes no time, there is little to wait together for; where it takes long, a busy machine matters less. */
const DISK_MS = 400;

/** As many visits as it takes, which are like this one but for their id and entry code. */
async function copiesOf(app: TestApp, visitId: string): Promise<string[]> {
  const ids = Array.from({ length: VISITS }, () => randomUUID());
  await app.database.write(manager =>
    manager.query(
      `INSERT INTO visit (id, version, state, is_planned, reason, valid_from, valid_to, created_by, visitor_seq, visit_type_seq)
       SELECT value, version, state, is_planned, reason, valid_from, valid_to, created_by, visitor_seq, visit_type_seq
       FROM json_each(?), visit WHERE visit.id = ?`,
      [JSON.stringify(ids), visitId],
    ),
  );
  return ids;
}

/** What a thousand ends cost in statements and commits: counted, because time depends on the machine. */
describe('1,000 ends over 32 connections', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('take at most 60 commits and 250 statements, and each of them is stored', async () => {
    const visits = await copiesOf(app, await visitIn(app, 6));
    const token = await app.token();
    let statuses = '';
    const statements = await statementsOf(async () => {
      statuses = await endElsewhere(`http://127.0.0.1:${app.port}/visit/end?Token=${token}`, visits);
    }, DISK_MS);
    expect(JSON.parse(statuses)).toEqual({ 200: VISITS });
    expect(commitsIn(statements)).toBeLessThanOrEqual(60);
    expect(statements.length).toBeLessThanOrEqual(250);
  }, 60_000);
});

describe('a login', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('asks the same, and no rights, whether it is unknown, blocked or known', async () => {
    const asked: string[][] = [];
    for (const UserLogin of ['no such login', 'blocked', 'reception'])
      asked.push(
        await statementsOf(() => app.send('login', { UserLogin, ApiKey: 'wrong' }, { token: null })),
      );
    expect(asked[0]).toHaveLength(1);
    expect(asked[1]).toEqual(asked[0]);
    expect(asked[2]).toEqual(asked[0]);
    expect(asked.flat().join()).not.toMatch(/privileges|permissions|\*/i);
  });
});

/** By a process of its own. @returns how often which status came, as JSON */
async function endElsewhere(url: string, visits: readonly string[]): Promise<string> {
  const script = require.resolve('../support/end-visits.mjs');
  const child = spawn(process.execPath, [script, url, String(CONNECTIONS)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(visits));
  return text(child.stdout);
}
