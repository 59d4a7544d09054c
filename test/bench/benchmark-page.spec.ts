import { summary } from '../../bench/figures';
import type { Result } from '../../bench/result';
import { atLeast } from '../../bench/targets';
import { benchmarkSection } from '../../scripts/docs/benchmark';

const run = { action: 'visit/end', p50Ms: 1, p99Ms: 2, longestMs: 3, cpuMsPerRequest: 1, peakMb: 100 };
const result: Result = {
  date: '2026-11-24',
  machine: { cores: 2, memoryGb: 24, system: 'Debian 12', node: '20.20.2', sqlite: '3.52.0' },
  seconds: 5,
  figures: {
    end: summary([
      { ...run, contender: 'gatehouse', connections: 1, perSecond: 1234.4 },
      { ...run, contender: 'plain-nest', connections: 1, perSecond: 500 },
      { ...run, contender: 'gatehouse', connections: 32, perSecond: 9000 },
      { ...run, contender: 'plain-nest', connections: 32, perSecond: 1000, void: '3 times 500' },
    ]),
  },
  targets: [atLeast('rate', 2.468, 'times plain-nest', 3), atLeast('other', NaN, 'times', 1)],
  faults: ['plain-nest is void'],
};

describe('the section of docs/benchmark.md', () => {
  it('says where it was measured, what was asked and what was found', () => {
    expect(benchmarkSection(result).split('\n')).toEqual([
      '2026-11-24, 2 cores shared with the load generator, 24 GB, Debian 12, Node 20.20.2, SQLite 3.52.0. Medians of interleaved runs of 5 s:',
      '',
      '| What | Measured | Target |  |',
      '| --- | --- | --- | --- |',
      '| rate | 2.47 times plain-nest | at least 3 | **missed** |',
      '| other | no figure | at least 1 | **missed** |',
      '',
      '`visit/end`, requests a second:',
      '',
      '| Connections | gatehouse | plain-nest |',
      '| --- | --- | --- |',
      '| 1 | 1,234 | 500 |',
      '| 32 | 9,000 | – |',
      '',
      'Not reliable:',
      '- plain-nest is void',
    ]);
  });

  it('is the same when it is made of what was written', () => {
    const written = JSON.parse(JSON.stringify(result)) as Result;
    expect(benchmarkSection(written)).toBe(benchmarkSection(result));
  });

  it('names the server and shows its rates, where it was measured on one', () => {
    const figures = { 'end-postgres': result.figures.end ?? [] };
    const machine = { ...result.machine, postgres: '15.20' };
    const text = benchmarkSection({ ...result, machine, figures });
    expect(text).toContain('Node 20.20.2, PostgreSQL 15.20 on the same machine. Medians');
    expect(text).toContain('| 1 | 1,234 | 500 |');
  });

  it('leaves out what was not measured', () => {
    const text = benchmarkSection({ ...result, figures: {}, faults: [] });
    expect(text).not.toContain('requests a second');
    expect(text).not.toContain('Not reliable');
  });
});
