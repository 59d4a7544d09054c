import type { Statements } from '../../database';
import { type Listed, offsetOf, type Page } from '../../shared/page';
import type { HistoryEntry } from '../application/ports';

type StepRow = Omit<HistoryEntry, 'at'> & { readonly at: string };

const OF_VISIT = 'FROM visit_history WHERE visit_seq = (SELECT seq FROM visit WHERE id = ?)';
const COUNT_OF_STEPS = `SELECT CAST(count(*) AS integer) AS total ${OF_VISIT}`;
const STEPS = `SELECT at, command, from_state AS "from", to_state AS "to", reason, reason_code AS "reasonCode", login, address,
    request_id AS "requestId"
  ${OF_VISIT} ORDER BY seq LIMIT ? OFFSET ?`;

/** The steps of a visit, first one first. */
export async function loadHistory(
  statements: Statements,
  id: string,
  page: Page,
): Promise<Listed<HistoryEntry>> {
  const [rows, [counted]] = await Promise.all([
    statements.all<StepRow>(STEPS, [id, page.size, offsetOf(page)]),
    statements.all<{ total: number }>(COUNT_OF_STEPS, [id]),
  ]);
  return { rows: rows.map(row => ({ ...row, at: new Date(row.at) })), total: counted?.total ?? 0 };
}
