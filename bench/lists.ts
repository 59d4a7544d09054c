import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '../test/recipes/client';
import { type Amounts, NOW } from './amounts';
import type { Benchmark } from './benchmark';
import { Chance } from './chance';
import { benchUser } from './data';
import { quantile, rounded } from './figures';
import { startGatehouse } from './gatehouse';
import { atMost, type Target } from './targets';

/** One look-up, with the parameters that vary between calls. */
interface LookUp {
  name: string;
  path: (chance: Chance) => string;
}

export interface LookUpFigures {
  name: string;
  rows: number;
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
}

const HOUR_MS = 3_600_000;
const day = (chance: Chance) => NOW.getTime() - chance.upTo(1000) * 24 * HOUR_MS;
const iso = (ms: number) => new Date(ms).toISOString();
const aDay = (from: number) => `From=${iso(from)}&To=${iso(from + 24 * HOUR_MS)}`;
const list = (query: string) => `visit/getAll?${query}`;
const unit = (chance: Chance, levels: number) =>
  encodeURIComponent(
    ['Organization structure', ...Array.from({ length: levels }, () => `Unit ${chance.upTo(9)}`)].join(' - '),
  );

/** Every look-up, and the first page of `visit/getAll` with each single filter. */
const lookUps: LookUp[] = [
  { name: 'all', path: () => list('') },
  { name: 'State, over', path: () => list('State=7') },
  { name: 'State, rejected', path: () => list('State=8') },
  { name: 'State, several', path: () => list('State=0,1,2,7,8') },
  { name: 'OnSite', path: () => list('OnSite=1') },
  { name: 'From and To, a day', path: c => list(aDay(day(c))) },
  { name: 'From, years', path: () => list(`From=${iso(NOW.getTime() - 900 * 24 * HOUR_MS)}`) },
  { name: 'Visitor, common', path: () => list('Visitor=nov%C3%A1k') },
  { name: 'Visitor, number', path: c => list(`Visitor=${c.digits(5)}`) },
  { name: 'Visitor, two letters', path: () => list('Visitor=ja') },
  { name: 'VisitedPersonId', path: c => list(`VisitedPersonId=P${c.upTo(1000)}`) },
  { name: 'VisitedOrgStructure, office', path: c => list(`VisitedOrgStructure=${unit(c, 3)}`) },
  { name: 'VisitedOrgStructure, a ninth', path: c => list(`VisitedOrgStructure=${unit(c, 1)}`) },
  { name: 'Plate', path: c => list(`Plate=${c.upTo(9)}A${c.letter()}${c.digits(1)}`) },
  { name: 'Plate, one letter', path: () => list('Plate=1') },
  { name: 'VisitType', path: c => list(`VisitType=Type%20${c.upTo(8)}`) },
  { name: 'ChangedSince, an hour', path: () => list(`ChangedSince=${iso(NOW.getTime() - HOUR_MS)}`) },
  {
    name: 'ChangedSince, years',
    path: () => list(`ChangedSince=${iso(NOW.getTime() - 900 * 24 * HOUR_MS)}`),
  },
  {
    name: 'visit/getPersonByName, equal',
    path: () => 'visit/getPersonByName?Name=Jana%20Nov%C3%A1kov%C3%A1',
  },
  { name: 'visit/getPersonByName, beginning', path: () => 'visit/getPersonByName?Name=nov%25' },
  { name: 'visit/getPersonByName, within', path: () => 'visit/getPersonByName?Name=%25nov%C3%A1k%25' },
  {
    name: 'visit/getPersonByName, exact',
    path: () => 'visit/getPersonByName?Name=%25Nov%C3%A1k%25&UseDiacritics=1',
  },
  { name: 'visit/getStructureAll', path: () => 'visit/getStructureAll?' },
  { name: 'visitor/getAll', path: () => 'visitor/getAll?' },
  { name: 'visitor/getAll, Text', path: c => `visitor/getAll?Text=${c.digits(4)}` },
  { name: 'visitor/getAll, DocNumber', path: c => `visitor/getAll?DocNumber=D0000${c.digits(5)}` },
  { name: 'visitor/getAll, Email', path: c => `visitor/getAll?Email=v${c.upTo(9999)}@example.com` },
  { name: 'person/get', path: c => `person/get?PersonId=P${c.upTo(1000)}` },
  { name: 'orgStructure/get', path: c => `orgStructure/get?Structure=${unit(c, 3)}` },
  { name: 'person/getAll', path: () => 'person/getAll?' },
  { name: 'person/getAll, Text', path: c => `person/getAll?Text=p${c.digits(3)}` },
  { name: 'identifier/getAll', path: () => 'identifier/getAll?' },
];

const DEEP = 1000;
const P95_MS = 50;

/** Calls of each look-up. */
const CALLS = 40;
const SITE: Amounts = { persons: 100_000, visitors: 200_000, visits: 1_000_000 };

/** Targets for all look-ups and for a deep page. */
export function listTargets(figures: readonly LookUpFigures[]): Target[] {
  const slowest = figures.reduce((most, each) => (each.p95Ms > most.p95Ms ? each : most));
  const targets = [atMost(`p95 of the slowest look-up (${slowest.name})`, slowest.p95Ms, 'ms', P95_MS)];
  const [first, deep] = figures.slice(-2);
  if (!first || !deep) return targets;
  // No slower than the first page. Both are measured one after the other, so 10 % plus 1 ms count as noise.
  return [...targets, atMost(`p50 of ${deep.name}`, deep.p50Ms, 'ms', rounded(first.p50Ms * 1.1 + 1, 1))];
}

/** Measures each look-up over HTTP, one at a time, on a large site. */
export const lists: Benchmark = async (settings, progress) => {
  const { main, folder, files, rounds = CALLS, sizes = [SITE.visits] } = settings;
  const file = await files.of(siteWith(Math.max(...sizes)), progress);
  const service = startGatehouse(main, mkdtempSync(join(folder, 'lists-')), `sqlite:${file}`);
  try {
    const client = new Client(await service.url(), 1);
    await client.logIn(benchUser.key, benchUser.login);
    const figures: LookUpFigures[] = [];
    for (const [index, lookUp] of lookUps.entries()) {
      progress('measuring', index, lookUps.length);
      figures.push(await timed(client, lookUp, rounds));
    }
    figures.push(...(await byCursor(client, rounds)));
    progress('measuring', lookUps.length, lookUps.length);
    client.close();
    return { figures, targets: listTargets(figures), faults: [] };
  } finally {
    await service.end();
  }
};

function siteWith(visits: number): Amounts {
  const part = visits / SITE.visits;
  return { visits, persons: Math.ceil(SITE.persons * part), visitors: Math.ceil(SITE.visitors * part) };
}

/** The first page of a synchronisation, and the thousandth, or the last if there are fewer. */
async function byCursor(client: Client, rounds: number): Promise<LookUpFigures[]> {
  let [cursor, page] = ['', 1];
  for (; page < DEEP; page += 1) {
    const { text } = await client.ask(list(`PageSize=100&Cursor=${cursor}`));
    const { NextCursor } = (JSON.parse(text) as { Paging: { NextCursor: string | null } }).Paging;
    if (NextCursor === null) break;
    cursor = NextCursor;
  }
  return [
    await timed(client, { name: 'by cursor, page 1', path: () => list('Cursor=') }, rounds),
    await timed(client, { name: `by cursor, page ${page}`, path: () => list(`Cursor=${cursor}`) }, rounds),
  ];
}

async function timed(client: Client, { name, path }: LookUp, rounds: number): Promise<LookUpFigures> {
  const chance = new Chance(7);
  const ms: number[] = [];
  let rows = 0;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const { status, text } = await client.ask(path(chance));
    ms.push(performance.now() - started);
    if (status !== 200) throw new Error(`${name}: ${status} ${text}`);
    rows = Math.max(rows, rowsIn(text));
  }
  const [p50Ms, p95Ms, maxMs] = [0.5, 0.95, 1].map(part => rounded(quantile(ms, part), 1));
  return { name, rows, p50Ms: p50Ms ?? NaN, p95Ms: p95Ms ?? NaN, maxMs: maxMs ?? NaN };
}

/** The length of the only list in the answer. */
function rowsIn(text: string): number {
  const lists = Object.values(JSON.parse(text) as Record<string, unknown>).filter(value =>
    Array.isArray(value),
  );
  return lists[0]?.length ?? 0;
}
