import type { EntityManager } from 'typeorm';
import { query, type Sql } from '../../database';
import { type Listed, offsetOf, type Page } from '../../shared/page';
import type { RecordedActivity } from '../application/ports';

interface ActivityColumns {
  readonly number: number;
  readonly validTo: string;
  readonly description: string;
  readonly attachmentBytes: number | null;
  readonly title: string;
  readonly shortcut: string;
  readonly frequency: number;
  readonly signed: boolean | number;
}

/** Numbers rows by their keys alone. Attachments of the page are measured, not read. */
const PAGE: Sql = { sqlite: pageSql('length'), postgres: pageSql('octet_length') };

function pageSql(length: string): string {
  return `SELECT numbered.number, a.valid_to AS "validTo", a.description, ${length}(a.attachment) AS "attachmentBytes",
      t.title, t.shortcut, t.frequency, t.signed
    FROM (SELECT seq, row_number() OVER (ORDER BY seq) AS number FROM visitor_activity WHERE visitor_seq = ? AND seq <= ?
      ORDER BY seq DESC LIMIT ? OFFSET ?) numbered
    JOIN visitor_activity a ON a.seq = numbered.seq JOIN activity_type t ON t.seq = a.activity_type_seq
    ORDER BY a.seq DESC`;
}

const COUNTED = `SELECT CAST(count(*) AS integer) AS total, coalesce(max(seq), 0) AS newest
  FROM visitor_activity WHERE visitor_seq = ?`;

/** Number of rows read at once. A page of the longest descriptions has 8 MB and would block the event loop. */
const PORTION = 100;

/** The activities of a visitor, newest first. Activities recorded while a page is read are left out of it. */
export async function listActivities(
  manager: EntityManager,
  visitorSeq: number,
  page: Page,
): Promise<Listed<RecordedActivity>> {
  const [counted] = await query<{ total: number; newest: number }>(manager, COUNTED, [visitorSeq]);
  const { total = 0, newest = 0 } = counted ?? {};
  const end = Math.min(offsetOf(page) + page.size, total);
  const rows: RecordedActivity[] = [];
  for (let from = offsetOf(page); from < end; from += PORTION) {
    const size = Math.min(PORTION, end - from);
    const portion = await query<ActivityColumns>(manager, PAGE, [visitorSeq, newest, size, from]);
    rows.push(...portion.map(recorded));
  }
  return { rows, total };
}

/** The attachment of an activity. @param number from 1, in the order of recording */
export async function findAttachment(
  manager: EntityManager,
  visitorSeq: number,
  number: number,
): Promise<Buffer | null> {
  const sql = 'SELECT attachment FROM visitor_activity WHERE visitor_seq = ? ORDER BY seq LIMIT 1 OFFSET ?';
  const [row] = await query<{ attachment: Buffer | null }>(manager, sql, [visitorSeq, number - 1]);
  return row?.attachment ?? null;
}

function recorded(row: ActivityColumns): RecordedActivity {
  const { title, shortcut, frequency } = row;
  return {
    type: { title, shortcut, frequency, signed: Boolean(row.signed) },
    activity: { validTo: new Date(row.validTo), description: row.description },
    number: row.number,
    attachmentBytes: row.attachmentBytes,
  };
}
