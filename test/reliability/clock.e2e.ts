import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Workplace } from '../recipes/service-process';
import { buildService } from '../support/built-service';

const service = buildService();
afterAll(() => {
  service.remove();
});

let workplace: Workplace;
beforeEach(async () => {
  workplace = new Workplace(service.main);
  await workplace.prepare();
});
afterEach(() => workplace.clear());

/** A visit of a time that is long over. */
async function insertOverdue(): Promise<string> {
  const id = randomUUID();
  await workplace.query(
    `INSERT INTO visitor (id, name, surname, company, email, phone_number, created_at)
     VALUES (?, 'Petr', 'Svoboda', '', '', '', '2020-01-01T00:00:00.000Z')`,
    [randomUUID()],
  );
  await workplace.query(
    `INSERT INTO visit (id, version, state, is_planned, reason, valid_from, valid_to, entry_code, created_by, visitor_seq, visit_type_seq)
     SELECT ?, 0, 1, 1, '', '2020-01-01T00:00:00.000Z', '2020-01-01T23:59:59.999Z', '000001', '', v.seq, t.seq
       FROM visitor v, visit_type t`,
    [id],
  );
  return id;
}

async function until<T>(look: () => Promise<T>, wanted: T): Promise<void> {
  const giveUpMs = performance.now() + 15_000;
  for (let found = await look(); found !== wanted; found = await look()) {
    if (performance.now() > giveUpMs) throw new Error(`is ${String(found)}, and not ${String(wanted)}`);
    await wait(20);
  }
}

it('the service runs what the clock asks for by itself, says so in one line, and stops with it', async () => {
  const id = await insertOverdue();
  const running = workplace.start({ VISIT_EXPIRE_AFTER_HOURS: '1', LOG_LEVEL: 'info' });
  const url = await running.url();
  await until(async () => {
    const [row] = await workplace.query<{ state: number }>('SELECT state FROM visit WHERE id = ?', [id]);
    return row?.state;
  }, 8);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toContain('gatehouse_leader 1\n');
  expect(metrics).toContain('gatehouse_visits_expired_total{outcome="rejected"} 1\n');
  expect(await running.end()).toEqual({ code: 0, signal: null });
  const lines = running.stderr.split('\n').filter(line => line.includes('have expired'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    msg: 'visits have expired',
    rejected: 1,
    ended: 0,
    skipped: 0,
  });
  expect(running.stderr).not.toMatch(/Svoboda|000001/);
});

it('by default the service closes nothing by itself, and does not lead', async () => {
  const id = await insertOverdue();
  const running = workplace.start();
  const url = await running.url();
  await running.readyMs();
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('gatehouse_leader 0\n');
  expect(await running.end()).toEqual({ code: 0, signal: null });
  expect(await workplace.query('SELECT state FROM visit WHERE id = ?', [id])).toEqual([{ state: 1 }]);
});
