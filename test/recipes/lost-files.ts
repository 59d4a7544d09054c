import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseRefused, openDatabase } from '../../src/database';
import { Client } from './client';
import { fill, FULL, harms, type Place } from './file-harms';
import { type ServiceProcess, Workplace } from './service-process';

const WRITERS = 8;
/** Calls that each writer begins after the damage. */
const AFTER = 2;

export interface LostFilesFigures {
  rounds: number;
  byKind: Record<string, number>;
  skipped: string;
  acknowledged: number;
  refused: number;
  unknown: number;
  /** Acknowledged, although the call began after the damage. */
  acknowledgedAfter: number;
  /** Acknowledged and missing, although the next start was not refused. */
  lostSilently: number;
  /** Kinds of damage after which the service was ready, per round. */
  readyAfter: string[];
  /** Kinds after which the next start was refused, although all acknowledged changes were recoverable. */
  refusedStarts: string[];
}

interface Writer {
  readonly acknowledged: string[];
  refused: number;
  unknown: number;
  acknowledgedAfter: number;
}

/** Damages the files of a service under load, in all ways in turn. No acknowledged change is lost silently. */
export async function lostFiles(main: string, rounds: number): Promise<LostFilesFigures> {
  const template = new Workplace(main);
  const mayMount = process.getuid?.() === 0;
  const kinds = [...Object.keys(harms), ...(mayMount ? [FULL] : [])];
  const figures: LostFilesFigures = {
    rounds,
    byKind: {},
    skipped: mayMount ? 'none' : `${FULL}: only root may mount a small disk`,
    acknowledged: 0,
    refused: 0,
    unknown: 0,
    acknowledgedAfter: 0,
    lostSilently: 0,
    readyAfter: [],
    refusedStarts: [],
  };
  try {
    await template.prepare();
    for (let round = 0; round < rounds; round += 1) {
      const kind = kinds[round % kinds.length] ?? '';
      figures.byKind[kind] = (figures.byKind[kind] ?? 0) + 1;
      await playRound(main, template, kind, figures);
    }
    return figures;
  } finally {
    await template.clear();
  }
}

async function playRound(
  main: string,
  template: Workplace,
  kind: string,
  figures: LostFilesFigures,
): Promise<void> {
  const workplace = new Workplace(main);
  const place = placeIn(workplace, template, kind === FULL);
  try {
    const service = workplace.start({ DATABASE_URL: `sqlite:${place.file}`, LOG_LEVEL: 'silent' });
    const url = await service.url();
    const { writers, isReady } = await harmUnderLoad(service, url, template.adminKey, kind, place);
    // SQLite overwrites a log that it has restarted, so a full disk may still accept changes.
    if (isReady && kind !== FULL) figures.readyAfter.push(kind);
    for (const { refused, unknown, acknowledged, acknowledgedAfter } of writers) {
      figures.refused += refused;
      figures.unknown += unknown;
      figures.acknowledged += acknowledged.length;
      figures.acknowledgedAfter += kind === FULL ? 0 : acknowledgedAfter;
    }
    await judge(
      kind,
      place,
      writers.flatMap(({ acknowledged }) => acknowledged),
      figures,
    );
  } finally {
    await workplace.clear();
    if (kind === FULL) execFileSync('umount', ['-l', place.folder]);
    rmSync(place.aside, { recursive: true, force: true });
    rmSync(place.folder, { recursive: true, force: true });
  }
}

/** A copy of `template` in another folder; `isSmall`: on a disk of 4 MB. */
function placeIn(workplace: Workplace, template: Workplace, isSmall: boolean): Place {
  const folder = `${workplace.folder}-data`;
  const place = { folder, file: join(folder, 'gatehouse.sqlite'), aside: `${workplace.folder}-aside` };
  for (const made of [folder, place.aside]) mkdirSync(made);
  if (isSmall) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]);
  cpSync(template.file, place.file);
  cpSync(template.file, join(place.aside, 'backup'));
  return place;
}

async function harmUnderLoad(
  service: ServiceProcess,
  url: string,
  adminKey: string,
  kind: string,
  place: Place,
): Promise<{ writers: Writer[]; isReady: boolean }> {
  const state = { isHarmed: false };
  const first = new Client(url, WRITERS);
  await first.logIn(adminKey);
  const writers: Writer[] = Array.from({ length: WRITERS }, () => ({
    acknowledged: [],
    refused: 0,
    unknown: 0,
    acknowledgedAfter: 0,
  }));
  const written = Promise.all(writers.map(writer => write(first, writer, state)));
  // An empty log has nothing to lose.
  while (!writers.some(({ acknowledged }) => acknowledged.length > 0)) await wait(10);
  await wait(Math.random() * 500);
  const harm = harms[kind];
  if (harm?.afterKill) await service.end('SIGKILL');
  if (harm) harm.act(place);
  else fill(place);
  state.isHarmed = true;
  await written;
  const isReady = harm?.afterKill ? false : (await first.get('/health/ready')).status === 200;
  first.close();
  if (!harm?.afterKill) await service.end(Math.random() < 0.5 ? 'SIGTERM' : 'SIGKILL');
  return { writers, isReady };
}

async function write(client: Client, writer: Writer, state: { readonly isHarmed: boolean }): Promise<void> {
  for (let after = 0; after < AFTER;) {
    const begunAfter = state.isHarmed;
    if (begunAfter) after += 1;
    const VisitId = randomUUID();
    const details = {
      Visitor: { Name: 'P', Surname: VisitId },
      VisitType: { Title: 'Delivery' },
      Reason: 'x',
    };
    try {
      const { status } = await client.post('visit/create', { VisitId, ...details });
      if (status !== 200) writer.refused += 1;
      else {
        writer.acknowledged.push(VisitId);
        if (begunAfter) writer.acknowledgedAfter += 1;
      }
    } catch {
      writer.unknown += 1;
      return;
    }
  }
}

async function judge(kind: string, place: Place, told: string[], figures: LostFilesFigures): Promise<void> {
  const harm = harms[kind] ?? { isMended: true, mend: ({ folder }: Place) => rmSync(join(folder, 'filler')) };
  harm.mend?.(place);
  try {
    const database = await openDatabase(
      { database: { kind: 'file', file: place.file }, migrateOnStart: true },
      [],
    );
    const rows = await database.read(manager => manager.query<{ id: string }[]>('SELECT id FROM visit'));
    await database.close();
    const found = new Set(rows.map(({ id }) => id));
    figures.lostSilently += told.filter(id => !found.has(id)).length;
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error;
    if (harm.isMended) figures.refusedStarts.push(`${kind}: ${error.problem}`);
  }
}
