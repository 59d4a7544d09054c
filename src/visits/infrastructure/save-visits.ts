import { QueryFailedError } from 'typeorm';
import type { Sql, Statements } from '../../database';
import type { Caller } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import { ConcurrentUpdate } from '../application/ports';
import type { Visit, VisitSnapshot } from '../domain/visit';
import { finalStates } from '../domain/visit-state';
import * as postgres from './save-visits.postgres';
import * as sqlite from './save-visits.sqlite';

/** A visit that has moved since it was loaded, and the caller who moved it. */
export interface MovedVisit {
  readonly visit: Visit;
  readonly by: Caller;
}

/** Why nothing of a visit was saved; undefined if it was saved. */
export type Refusal = AppError | ConcurrentUpdate | undefined;

const SAVE: Sql = { sqlite: sqlite.SAVE, postgres: postgres.SAVE };
const WRITE_STEPS: Sql = { sqlite: sqlite.WRITE_STEPS, postgres: postgres.WRITE_STEPS };
const STORED = `SELECT version, (SELECT seq FROM person WHERE person_id = ?) AS "approvedBySeq" FROM visit WHERE id = ?`;

/**
 * Saves what the moves of visits have changed: their columns, their steps, and the cards that are free because the visit is
 * over. If the same visit is given several times, the first one is saved.
 * @throws QueryFailedError on SQLite, if one of several is to be refused: then nothing was saved, and each has to be saved
 * alone
 */
export async function saveVisits(
  statements: Statements,
  moved: readonly MovedVisit[],
  changedAt: Date,
): Promise<Refusal[]> {
  const firsts = new Map<string, MovedVisit>();
  for (const each of moved) if (!firsts.has(each.visit.id)) firsts.set(each.visit.id, each);
  const refused = await refusedOf(statements, [...firsts.values()], changedAt);
  return moved.map(each =>
    firsts.get(each.visit.id) === each ? refused.get(each.visit.id) : new ConcurrentUpdate(),
  );
}

/** Writes the steps that a new visit has made. */
export async function writeSteps(statements: Statements, moved: MovedVisit): Promise<void> {
  await statements.all(WRITE_STEPS, [JSON.stringify(stepsOf(moved))]);
}

/** Saves, and finds out why the others were not saved. */
async function refusedOf(
  statements: Statements,
  moved: readonly MovedVisit[],
  changedAt: Date,
): Promise<Map<string, Refusal>> {
  const snapshots = moved.map(({ visit }) => visit.snapshot());
  const saved = await save(statements, snapshots, parametersOf(statements, moved, snapshots, changedAt));
  const refused = new Map<string, Refusal>();
  for (const snapshot of snapshots)
    if (!saved.has(snapshot.id)) refused.set(snapshot.id, await refusalOf(statements, snapshot));
  return refused;
}

function parametersOf(
  { engine }: Statements,
  moved: readonly MovedVisit[],
  snapshots: readonly VisitSnapshot[],
  changedAt: Date,
): string[] {
  const over = snapshots.filter(({ state }) => finalStates.includes(state)).map(({ id }) => id);
  const json = [snapshots, moved.flatMap(stepsOf), over].map(each => JSON.stringify(each));
  const common = [...json, changedAt.toISOString()];
  return engine === 'sqlite' ? [...common, JSON.stringify(moved.flatMap(beginOf))] : common;
}

/** @returns the ids of the saved visits: on SQLite, all or none */
async function save(
  statements: Statements,
  snapshots: readonly VisitSnapshot[],
  parameters: readonly string[],
): Promise<Set<string>> {
  try {
    const saved = await statements.all<{ id: string }>(SAVE, parameters);
    return new Set((statements.engine === 'postgres' ? saved : snapshots).map(({ id }) => id));
  } catch (error) {
    if (snapshots.length === 1 && error instanceof QueryFailedError && error.message.includes(sqlite.STALE))
      return new Set();
    throw error;
  }
}

async function refusalOf(
  statements: Statements,
  { id, version, approvedBy }: VisitSnapshot,
): Promise<Refusal> {
  const [row] = await statements.all<{ version: number; approvedBySeq: number | null }>(STORED, [
    approvedBy,
    id,
  ]);
  if (!row) return new AppError('VisitGone');
  if (row.version === version && approvedBy !== null && row.approvedBySeq === null)
    return new AppError('PersonNotFound', approvedBy);
  return new ConcurrentUpdate();
}

/** When the visit begins, if that was changed. */
function beginOf({ visit }: MovedVisit) {
  const { id, validFrom } = visit.snapshot();
  return visit.moves.some(({ command }) => command === 'update') ? [{ id, validFrom }] : [];
}

function stepsOf({ visit, by: { login, address, requestId } }: MovedVisit) {
  return visit.moves.map(({ command, from, to, at, reason, reasonCode }) => {
    const step = { visitId: visit.id, at, command, from, to, reason, reasonCode };
    return { ...step, login, address, requestId };
  });
}
