// Benchmarks of the built service: `npm run bench -- lists` or `-- end`. Prints the figures, and with --json FILE writes them too; exits
// with 1 when one of them is not as it has to be.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import progress from 'cli-progress';
import 'reflect-metadata';
import { load } from './typescript.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    visits: { type: 'string', default: '1000000' },
    visitors: { type: 'string', default: '200000' },
    persons: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string' },
    connections: { type: 'string', default: '1,8,32,128' },
    seconds: { type: 'string', default: '5' },
    data: { type: 'string' },
    json: { type: 'string' },
    service: { type: 'string', default: 'dist/main.js' },
  },
});
const [name = 'lists'] = positionals;
const benchmarks = {
  lists: () => {
    const { lists, judgeLists } = load('bench/lists.ts');
    return { run: lists, judge: judgeLists, rounds: 40, progress: 'making data', unit: 'rows' };
  },
  end: () => {
    const { ends, judgeEnds } = load('bench/end.ts');
    return { run: ends, judge: judgeEnds, rounds: 3, progress: 'measuring', unit: 'starts' };
  },
};
if (!(name in benchmarks)) {
  console.error(`unknown benchmark ${name}: there are ${Object.keys(benchmarks).join(', ')}`);
  process.exit(64);
}

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
const benchmark = benchmarks[name]();
const { run, judge } = benchmark;
const bar = new progress.SingleBar(
  { format: `${benchmark.progress} [{bar}] {percentage}% {value}/{total} ${benchmark.unit}, {eta} s left` },
  progress.Presets.legacy,
);
try {
  const figures = await run(
    resolve(values.service),
    {
      folder,
      file: resolve(values.data ?? join(folder, 'gatehouse.sqlite')),
      amounts: {
        persons: Number(values.persons),
        visitors: Number(values.visitors),
        visits: Number(values.visits),
      },
      seed: Number(values.seed),
      rounds: Number(values.rounds ?? benchmark.rounds),
      connections: values.connections.split(',').map(Number),
      seconds: Number(values.seconds),
    },
    (done, total) => {
      if (!bar.isActive) bar.start(total, 0);
      bar.update(done);
      if (done === total) bar.stop();
    },
  );
  console.table(figures);
  for (const fault of judge(figures)) {
    console.log(`not as it has to be: ${fault}`);
    process.exitCode = 1;
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
