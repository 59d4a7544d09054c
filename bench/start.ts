import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import type { Benchmark } from './benchmark';
import { copyDatabase } from './data-files';
import { median, quantile, rounded } from './figures';
import { startGatehouse } from './gatehouse';
import { openOf, SIZES } from './growth';
import { inRounds } from './running';
import { atMost, type Target } from './targets';

export interface StartFigures {
  data: string;
  starts: number;
  medianMs: number;
  minMs: number;
  maxMs: number;
}

const ROUNDS = 5;
const NEW = 'new file';
const SMALL = '10,000 visits';

/** From the start of the process until `/health/ready` answers 200: with a new file, and with existing ones. */
export const start: Benchmark = async (settings, progress) => {
  const { main, folder, files, rounds = ROUNDS, sizes = SIZES } = settings;
  const variants = [{ data: NEW, folderOf: () => mkdtempSync(join(folder, 'start-')) }];
  for (const size of sizes) {
    const { file } = await files.withOpenVisits(size, openOf(size, settings), progress);
    const cwd = mkdtempSync(join(folder, 'start-'));
    copyDatabase(file, databaseIn(cwd));
    variants.push({ data: `${size.toLocaleString('en-US')} visits`, folderOf: () => cwd });
  }
  const started = await inRounds(
    rounds,
    variants,
    async ({ data, folderOf }) => {
      const cwd = folderOf();
      const service = startGatehouse(main, cwd, `sqlite:${databaseIn(cwd)}`);
      try {
        return [{ data, ms: await service.readyMs() }];
      } finally {
        await service.end();
      }
    },
    progress,
  );
  const figures = variants.map(({ data }) =>
    figuresOf(
      data,
      started.filter(each => each.data === data).map(({ ms }) => ms),
    ),
  );
  return { figures, targets: startTargets(figures), faults: [] };
};

const databaseIn = (cwd: string) => join(cwd, 'gatehouse.sqlite');

function figuresOf(data: string, ms: readonly number[]): StartFigures {
  const [medianMs, minMs, maxMs] = [median(ms), quantile(ms, 0), quantile(ms, 1)].map(each => rounded(each));
  return { data, starts: ms.length, medianMs: medianMs ?? NaN, minMs: minMs ?? NaN, maxMs: maxMs ?? NaN };
}

/** At the start, a large file is read completely to check it. That time is reported, but has no target. */
export function startTargets(figures: readonly StartFigures[]): Target[] {
  return figures
    .filter(({ data }) => data === NEW || data === SMALL)
    .map(({ data, medianMs }) => atMost(`start to the first 200, ${data}`, medianMs / 1000, 's', 1.5));
}
