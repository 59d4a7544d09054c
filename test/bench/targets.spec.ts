import { asked, endTargets } from '../../bench/end';
import { type Run, summary } from '../../bench/figures';
import { growthTargets } from '../../bench/growth';
import { fault } from '../../bench/load';
import { listTargets } from '../../bench/lists';
import { loginTargets } from '../../bench/login';
import { readTargets } from '../../bench/reads';
import { startTargets } from '../../bench/start';
import { steadyTargets } from '../../bench/steady';
import { atLeast, atMost, sentenceOf, type Target } from '../../bench/targets';

const figuresOf = (...runs: Partial<Run>[]) =>
  summary(
    runs.map(run => ({
      contender: 'gatehouse',
      action: 'visit/end',
      connections: 32,
      perSecond: 1000,
      p50Ms: 10,
      p99Ms: 20,
      longestMs: 30,
      cpuMsPerRequest: 1,
      peakMb: 100,
      ...run,
    })),
  );
const shown = (targets: readonly Target[]) =>
  targets.map(target => `${target.met ? 'met' : 'missed'}: ${sentenceOf(target)}`);

describe('a target', () => {
  it('names what was asked and what was found', () => {
    expect(shown([atLeast('visit/end at 32 connections', 5.1, 'times plain-nest', 6)])).toEqual([
      'missed: visit/end at 32 connections: 5.1 times plain-nest, at least 6 asked',
    ]);
  });

  it.each([
    [atLeast('rate', 6, 'times', 6), true],
    [atLeast('rate', 5.99, 'times', 6), false],
    [atMost('p99', 25, 'ms', 25), true],
    [atMost('p99', 25.01, 'ms', 25), false],
  ])('%j', ({ met }, expected) => {
    expect(met).toBe(expected);
  });

  it('is judged by the figure that is shown', () => {
    expect(atLeast('rate', 5.996, 'times', 6)).toMatchObject({ value: 6, met: true });
    expect(atMost('rate', 25.004, 'ms', 25)).toMatchObject({ value: 25, met: true });
  });

  it('is missed where no run counts', () => {
    expect(shown([atLeast('rate', NaN, 'times', 6), atMost('p99', Infinity, 'ms', 25)])).toEqual([
      'missed: rate: no figure, at least 6 asked',
      'missed: p99: no figure, at most 25 asked',
    ]);
  });
});

describe('the targets of', () => {
  const peers = (connections: number, plain: number, raw: number, none: number) =>
    [
      ['plain-nest', plain],
      ['raw-http', raw],
      ['no-database', none],
    ].map(([contender, perSecond]) => ({ contender, perSecond, connections, p99Ms: 100 }) as Partial<Run>);

  it('end are ratios at 1, 32 and 128 connections, and of p99', () => {
    const figures = figuresOf(
      { connections: 1, perSecond: 650 },
      { connections: 32, perSecond: 6000, p99Ms: 31 },
      { connections: 128, perSecond: 7900 },
      ...peers(1, 500, 500, 500),
      ...peers(32, 1000, 2000, 5000),
      ...peers(128, 1000, 2000, 5000),
    );
    expect(shown(endTargets(figures, asked))).toEqual([
      'met: visit/end at 32 connections: 6 times plain-nest, at least 6 asked',
      'missed: p99 of visit/end at 32 connections: 0.31 times that of plain-nest, at most 0.3 asked',
      'met: visit/end at 32 connections: 3 times raw-http, at least 2.5 asked',
      'met: visit/end at 32 connections: 1.2 times no-database, at least 1.2 asked',
      'missed: visit/end at 128 connections: 7.9 times plain-nest, at least 8 asked',
      'met: visit/end at 1 connection: 1.3 times plain-nest, at least 1.3 asked',
    ]);
  });

  it('end are those of the numbers of connections that were measured', () => {
    const figures = figuresOf({ connections: 8 }, ...peers(8, 500, 500, 500));
    expect(endTargets(figures, asked)).toEqual([]);
  });

  it('login are nine tenths of Nest without a database', () => {
    const figures = figuresOf({ perSecond: 890 }, { contender: 'no-database', perSecond: 1000 });
    expect(shown(loginTargets(figures))).toEqual([
      'missed: login at 32 connections: 0.89 times no-database, at least 0.9 asked',
    ]);
  });

  it('growth are the rate beside that of a small file, and the memory', () => {
    const large = { contender: '1,000,000 visits', perSecond: 600, peakMb: 251 };
    const small = { contender: '10,000 visits', perSecond: 1000, peakMb: 999 };
    expect(shown(growthTargets(figuresOf(small, large)))).toEqual([
      'met: visit/end at 32 connections with 1,000,000 visits: 0.6 times that with 10,000 visits, at least 0.6 asked',
      'missed: peak memory of visit/end at 32 connections with 1,000,000 visits: 251 MB, at most 250 asked',
    ]);
    expect(growthTargets(figuresOf(large))).toHaveLength(1);
    expect(growthTargets(figuresOf(small))).toEqual([]);
  });

  it('start are those of small files', () => {
    const figures = ['new file', '10,000 visits', '1,000,000 visits'].map((data, index) => ({
      data,
      starts: 5,
      medianMs: 1000 + index * 501,
      minMs: 1,
      maxMs: 9999,
    }));
    expect(shown(startTargets(figures))).toEqual([
      'met: start to the first 200, new file: 1 s, at most 1.5 asked',
      'met: start to the first 200, 10,000 visits: 1.5 s, at most 1.5 asked',
    ]);
  });

  it('reads are the p99 of each read, whatever the writers take', () => {
    const figures = figuresOf(
      { p99Ms: 400 },
      { action: 'visit/get', connections: 1, p99Ms: 25 },
      { action: 'visit/getAll', connections: 1, p99Ms: 25.1 },
    );
    expect(shown(readTargets(figures))).toEqual([
      'met: p99 of visit/get at full write load: 25 ms, at most 25 asked',
      'missed: p99 of visit/getAll at full write load: 25.1 ms, at most 25 asked',
    ]);
  });

  it('lists are the slowest look-up, and a page far behind beside the first', () => {
    const lookUp = (name: string, p50Ms: number, p95Ms: number) => ({
      name,
      rows: 1,
      p50Ms,
      p95Ms,
      maxMs: 99,
    });
    const [some, first] = [lookUp('all', 9, 50.1), lookUp('page 1', 10, 20)];
    expect(shown(listTargets([some, lookUp('none', 1, 2), first, lookUp('page 1000', 12, 20)]))).toEqual([
      'missed: p95 of the slowest look-up (all): 50.1 ms, at most 50 asked',
      'met: p50 of page 1000: 12 ms, at most 12 asked',
    ]);
    expect(listTargets([some, first, lookUp('page 1000', 12.1, 20)])[1]?.met).toBe(false);
  });

  it('steady are p99 beside p50', () => {
    expect(shown(steadyTargets(figuresOf({ p50Ms: 2, p99Ms: 8.2 })))).toEqual([
      'missed: p99 of visit/end at 32 connections in a long run: 4.1 times p50, at most 4 asked',
    ]);
  });
});

describe('a run', () => {
  const course = { answered: 100, refused: new Map<number, number>(), errors: 0, usedUp: false };

  it.each([
    [{}, undefined],
    [{ usedUp: true }, 'the visits were used up: give fewer --seconds'],
    [{ errors: 2 }, '2 requests without an answer'],
    [
      {
        refused: new Map([
          [403, 3],
          [404, 1],
        ]),
      },
      '3 times 403, 1 times 404',
    ],
    [{ answered: 0 }, 'nothing was answered in time'],
  ])('%j is void because: %s', (more, expected) => {
    expect(fault({ ...course, ...more })).toBe(expected);
  });
});
