import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '../../bench/connection';
import { DataFiles } from '../../bench/data-files';
import { renewVisits } from '../../bench/visit-rows';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-data-'));
let file: string;
let ids: string[];

beforeAll(async () => {
  const visits = await new DataFiles(folder, 1).withOpenVisits(1000, 400, () => undefined);
  file = visits.file;
  ids = visits.ids.toString('latin1').match(/.{36}/g) ?? [];
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function number(sql: string): Promise<number> {
  const connection = new Connection(file);
  const text = await connection.text(sql);
  await connection.close();
  return Number(text);
}

const cards = () =>
  number('SELECT count(*) FROM identifier JOIN visit ON held_by = id AND identifier_seq = identifier.seq');

describe('a file with open visits', () => {
  it('has so many of them, with all that an open visit has', async () => {
    expect(ids).toHaveLength(400);
    expect(new Set(ids).size).toBe(400);
    expect(await number('SELECT count(*) FROM visit')).toBe(1000);
    expect(await number('SELECT count(*) FROM visit WHERE state IN (7, 8) AND entry_code IS NULL')).toBe(600);
    expect(
      await number('SELECT count(DISTINCT entry_code) FROM visit WHERE state = 5 AND length(entry_code) = 6'),
    ).toBe(400);
    expect(await number('SELECT count(*) FROM visit_history')).toBe(1000);
    expect(await cards()).toBe(100);
  });

  it('has them all over it', async () => {
    expect(
      await number(
        'SELECT max(gap) FROM (SELECT seq - lag(seq) OVER (ORDER BY seq) AS gap FROM visit WHERE state = 5)',
      ),
    ).toBe(3);
  });

  it('is taken as it is when it is asked for again', async () => {
    const again = await new DataFiles(folder, 1).withOpenVisits(1000, 400, () => {
      throw new Error('made again');
    });
    expect(again.ids.toString('latin1')).toBe(ids.join(''));
  });

  it('gets back what was ended, when every visit was open', async () => {
    const open = await new DataFiles(folder, 1).withOpenVisits(100, 100, () => undefined);
    file = open.file;
    const look = () =>
      number(
        `SELECT count(*) FROM visit WHERE state = 5 AND entry_code = printf('%06d', seq * 618033 % 1000000)`,
      );
    expect(await look()).toBe(100);
    const connection = new Connection(file);
    await connection.run('UPDATE visit SET state = 7, entry_code = NULL');
    await connection.run('UPDATE identifier SET held_by = NULL');
    await connection.run(
      `INSERT INTO visit_history (visit_seq, at, command, from_state, to_state, reason, login, address, request_id)
       SELECT seq, 'now', 'end', 5, 7, 'left', 'bench', '127.0.0.1', 'r' FROM visit`,
    );
    await connection.close();
    expect(await look()).toBe(0);

    await renewVisits(file);
    expect(await look()).toBe(100);
    expect(await cards()).toBe(25);
    expect(await number('SELECT count(*) FROM visit_history')).toBe(100);
  });
});
