import { median, orderOf, quantile, type Run, summary } from '../../bench/figures';

const run = (contender: string, perSecond: number, more: Partial<Run> = {}): Run => ({
  contender,
  action: 'visit/end',
  connections: 32,
  perSecond,
  p50Ms: 10,
  p99Ms: 20,
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
  });
});

describe('the order of a round', () => {
  it('lets each go first in turn', () => {
    const orders = [0, 1, 2, 3].map(round => orderOf(round, ['a', 'b', 'c']).join(''));
    expect(orders).toEqual(['abc', 'bca', 'cab', 'abc']);
  });
});

describe('the summary', () => {
  it('compares the medians of the rates', () => {
    const runs = [run('ours', 100), run('ours', 300), run('ours', 200), run('peer', 800), run('peer', 800)];
    const [ours, peer] = summary(runs, 'ours');
    expect(ours).toMatchObject({ runs: 3, perSecond: 200, min: 100, max: 300, gatehouse: 1 });
    expect(peer).toMatchObject({ runs: 2, perSecond: 800, gatehouse: 0.25, cpuSPer1000: 1.5 });
  });

  it('keeps numbers of connections apart, in rising order, and leaves out what is void', () => {
    const runs = [
      run('ours', 100, { connections: 128 }),
      run('ours', 50, { connections: 8 }),
      run('peer', 200, { connections: 8 }),
      run('peer', 999, { connections: 8, void: '3 times 500' }),
    ];
    const found = summary(runs, 'ours').map(({ connections, contender, gatehouse }) => [
      connections,
      contender,
      gatehouse,
    ]);
    expect(found).toEqual([
      [8, 'ours', 1],
      [8, 'peer', 0.25],
      [128, 'ours', 1],
    ]);
  });
});
