import { comparedWith, faultsOf, median, orderOf, quantile, type Run, summary } from '../../bench/figures';

const run = (contender: string, perSecond: number, more: Partial<Run> = {}): Run => ({
  contender,
  action: 'visit/end',
  connections: 32,
  perSecond,
  p50Ms: 10,
  p99Ms: 20,
  longestMs: 30,
  cpuMsPerRequest: 1.5,
  peakMb: 100,
  ...more,
});

describe('median and quantile', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9], 9.5],
    [[7], 7],
    [[], NaN],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('takes the value that so many do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0, 0.5, 0.99, 1].map(part => quantile(hundred, part))).toEqual([1, 50, 99, 100]);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('the order of a round', () => {
  it('lets each go first in turn', () => {
    const orders = [0, 1, 2, 3].map(round => orderOf(round, ['a', 'b', 'c']).join(''));
    expect(orders).toEqual(['abc', 'bca', 'cab', 'abc']);
  });
});

describe('the summary', () => {
  it('has medians, the spread of the rates, and the longest of all', () => {
    const runs = [
      run('ours', 100, { longestMs: 31, p99Ms: 22 }),
      run('ours', 300, { longestMs: 99, p99Ms: 21 }),
      run('ours', 200, { longestMs: 30, p99Ms: 29 }),
    ];
    expect(summary(runs)).toEqual([
      {
        action: 'visit/end',
        connections: 32,
        contender: 'ours',
        runs: 3,
        perSecond: 200,
        min: 100,
        max: 300,
        p50Ms: 10,
        p99Ms: 22,
        longestMs: 99,
        cpuSPer1000: 1.5,
        peakMb: 100,
        void: '',
      },
    ]);
  });

  it('divides the rate of the reference by that of each', () => {
    const runs = [run('ours', 200), run('peer', 800), run('ours', 50, { connections: 8 })];
    const found = comparedWith(summary(runs), 'ours').map(({ connections, contender, ratio }) => [
      connections,
      contender,
      ratio,
    ]);
    expect(found).toEqual([
      [8, 'ours', 1],
      [32, 'ours', 1],
      [32, 'peer', 0.25],
    ]);
  });

  it('keeps numbers of connections apart, in rising order, and leaves out what is void', () => {
    const runs = [
      run('ours', 100, { connections: 128 }),
      run('ours', 50, { connections: 8 }),
      run('peer', 200, { connections: 8 }),
      run('peer', 999, { connections: 8, void: '3 times 500' }),
    ];
    const figures = summary(runs);
    expect(figures.map(each => [each.connections, each.contender, each.runs, each.perSecond])).toEqual([
      [8, 'ours', 1, 50],
      [8, 'peer', 1, 200],
      [128, 'ours', 1, 100],
    ]);
    expect(faultsOf(figures)).toEqual(['peer, visit/end, 8 connections: void, 3 times 500']);
  });
});
