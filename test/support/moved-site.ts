import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import sqlite3 from 'sqlite3';
import type { TestApp } from './test-app';
import { pixel } from './pictures';
import { newVisit, states, visitIn, visitorIn } from './visits';

export type Values = Record<string, unknown>;

/** Fills all tables of a site by real calls, and returns the ids of its visits. */
export async function useAllTables(app: TestApp): Promise<string[]> {
  const ids: string[] = [];
  for (const state of states) ids.push(await visitIn(app, state));
  const body = newVisit({
    Visitor: { Name: 'Iva', Surname: 'Malá', Document: { DocNumber: 'IM-1', State: 'CZ', DocType: 2 } },
    Photos: [pixel.toString('base64')],
    Identifier: { InternalNrLong: 'BEEF' },
  });
  const sent = [
    await app.send('visit/create', body, { headers: { 'Idempotency-Key': 'the-key-of-a-moved-call' } }),
    await app.fetch('visit/getIdentifierEntryCode', { VisitId: body.VisitId }),
    await app.send('visitor/createActivity', {
      VisitorId: await visitorIn(app),
      Activity: {
        ActivityType: { Title: 'Safety training' },
        ValidTo: '2027-11-23T00:00:00Z',
        Attachment: 'JVBERi0xLjQ=',
      },
    }),
  ];
  for (const { status, text } of sent) if (status !== 200) throw new Error(text);
  return [...ids, body.VisitId];
}

/** Edge values of both engines that TypeORM would not write. */
export const unusual = [
  `INSERT INTO visitor (seq, id, name, surname, company, email, phone_number, created_at, date_of_birth)
    VALUES (2000000000, 'odd-1', 'NULL', '', '{"a",b}\\', '', '\u{1f600} Zoë\u200f\t\n\r', '0001-01-01T00:00:00.000Z', '9999-12-31')`,
  `INSERT INTO activity_type (title, shortcut, frequency, signed) VALUES ('${'ž'.repeat(100)}', ' ', 2147483647, 1),
    ('smallest', '''"', -2147483648, 0)`,
  `INSERT INTO visitor_activity (visitor_seq, activity_type_seq, valid_to, description, attachment, recorded_by, recorded_at)
    VALUES (2000000000, 1, '9999-12-31T23:59:59.999Z', '', randomblob(9000000), '', '1970-01-01T00:00:00.000Z'),
      (2000000000, 1, '9999-12-31T23:59:59.999Z', '', zeroblob(0), '', '1970-01-01T00:00:00.000Z'),
      (2000000000, 1, '9999-12-31T23:59:59.999Z', '', x'00ff5c78', '', '1970-01-01T00:00:00.000Z')`,
];

/** An SQLite file as an operator handles it, while other processes may have it open. */
export class FileInHands {
  private constructor(private readonly database: sqlite3.Database) {}

  static open(file: string): Promise<FileInHands> {
    return new Promise((resolve, reject) => {
      const database: sqlite3.Database = new sqlite3.Database(file, error =>
        error ? reject(error) : resolve(new FileInHands(database)),
      );
    });
  }

  all<Row = Values>(sql: string): Promise<Row[]> {
    return new Promise((resolve, reject) =>
      this.database.all<Row>(sql, (error, rows) => (error ? reject(error) : resolve(rows))),
    );
  }

  close(): Promise<void> {
    return new Promise(resolve => this.database.close(() => resolve()));
  }
}

export async function inFile<Row = Values>(file: string, ...statements: string[]): Promise<Row[]> {
  const hands = await FileInHands.open(file);
  let rows: Row[] = [];
  for (const statement of statements) rows = await hands.all<Row>(statement);
  await hands.close();
  return rows;
}

export async function onTarget<Row extends object = Values>(
  connectionString: string,
  ...statements: string[]
): Promise<Row[]> {
  const client = new Client({ connectionString });
  await client.connect();
  let rows: Row[] = [];
  try {
    for (const statement of statements) rows = (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
  return rows;
}

/** Tables with data of a site, without those of SQLite, its text indexes and migrations. */
export async function tablesOf(file: string): Promise<string[]> {
  const rows = await inFile<{ name: string }>(
    file,
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
      AND name <> 'migrations' ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

export const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
export const digestOfFile = (file: string): string => digestOf(readFileSync(file));
