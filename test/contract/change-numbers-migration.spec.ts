import { DataSource } from 'typeorm';
import { rows } from '../../src/app.rows';
import { loadConfig } from '../../src/config/settings';
import { sourceOf } from '../../src/database/postgres/open-postgres';
import { migrations } from '../../src/database/migrations';
import { SnakeCaseNaming } from '../../src/database/source-options';
import { engine, engineName } from '../support/engine';
import { emptyDatabase, type OwnDatabase } from '../support/postgres';

const hour = (n: number) => `2026-11-23T${String(n).padStart(2, '0')}:00:00.000Z`;

/** Ids, times of change, and steps of visits as an earlier version has left them. */
const visits = [
  ['b', hour(12), [hour(9), hour(12)]],
  ['c', hour(10), [hour(10)]],
  ['a', hour(12), [hour(11)]],
  ['d', hour(8), []],
] as const;

const CHANGE_NUMBERS = 'ChangeNumbers1795900000000';

describe(`the migration that numbers changes (${engineName})`, () => {
  let server: OwnDatabase | undefined;
  let source: DataSource;
  beforeEach(async () => {
    source = await (await unmigrated()).initialize();
    await source.runMigrations({ transaction: 'each' });
    await undo();
    await fill();
    await source.runMigrations({ transaction: 'each' });
  });
  afterEach(async () => {
    await source.destroy();
    await server?.drop();
  });

  async function unmigrated(): Promise<DataSource> {
    if (engine === 'sqlite') {
      return new DataSource({
        ...{ type: 'sqlite', database: ':memory:', entities: [...rows], migrations: [...migrations.sqlite] },
        namingStrategy: new SnakeCaseNaming(),
      });
    }
    server = await emptyDatabase();
    const { database } = loadConfig({ DATABASE_URL: server.url }, []);
    if (database.kind !== 'server') throw new Error('no server');
    return sourceOf(database, rows);
  }

  /** This migration, and all after it. */
  async function undo(): Promise<void> {
    for (let undone = ''; undone !== CHANGE_NUMBERS;) {
      const [last] = await source.query<{ name: string }[]>(
        'SELECT name FROM migrations ORDER BY id DESC LIMIT 1',
      );
      undone = last?.name ?? CHANGE_NUMBERS;
      await source.undoLastMigration({ transaction: 'each' });
    }
  }

  async function fill(): Promise<void> {
    await source.query(
      `INSERT INTO visitor (id, name, surname, company, email, phone_number, created_at) VALUES ('v', '', '', '', '', '', '')`,
    );
    await source.query(`INSERT INTO visit_type (title, shortcut, escort_required) VALUES ('t', '', FALSE)`);
    for (const [index, [id, changedAt, steps]] of visits.entries()) {
      await source.query(
        `INSERT INTO visit (id, version, state, is_planned, reason, valid_from, valid_to, changed_at, created_by, visitor_seq, visit_type_seq)
         VALUES ('${id}', 0, 0, FALSE, '', '${hour(7)}', '${hour(7)}', '${changedAt}', '', 1, 1)`,
      );
      for (const at of steps) {
        await source.query(
          `INSERT INTO visit_history (visit_seq, at, command, to_state, login, address, request_id)
           VALUES (${index + 1}, '${at}', 'verify', 0, '', '', '')`,
        );
      }
    }
  }

  it('numbers them in the order of their times, and knows when each visit moved last', async () => {
    const found = await source.query<object[]>(
      'SELECT id, change_number AS number, moved_at AS moved FROM visit ORDER BY change_number',
    );
    expect(found).toEqual([
      { id: 'd', number: 1, moved: hour(8) },
      { id: 'c', number: 2, moved: hour(10) },
      { id: 'a', number: 3, moved: hour(11) },
      { id: 'b', number: 4, moved: hour(12) },
    ]);
  });

  it('gives the next step a higher number, also where steps were removed', async () => {
    await source.query('DELETE FROM visit_history');
    await undo();
    await source.query(
      engine === 'sqlite'
        ? `DELETE FROM sqlite_sequence WHERE name = 'visit_history'`
        : `SELECT setval('visit_history_seq_seq', 1, FALSE)`,
    );
    await source.runMigrations({ transaction: 'each' });
    await source.query(
      `INSERT INTO visit_history (visit_seq, at, command, to_state, login, address, request_id)
       VALUES (1, '${hour(13)}', 'verify', 0, '', '', '')`,
    );
    const [step] = await source.query<{ seq: number }[]>('SELECT seq FROM visit_history');
    expect(step?.seq).toBe(visits.length + 1);
  });
});
