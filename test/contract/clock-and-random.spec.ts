import { isUUID } from 'class-validator';
import { SystemClock } from '../../src/runtime/system-clock';
import { SystemRandom } from '../../src/runtime/system-random';
import type { Clock } from '../../src/shared/clock';
import { parseGuid } from '../../src/shared/guid';
import type { Random } from '../../src/shared/random';
import { FakeRandom } from '../fakes/fake-random';
import { TestClock } from '../support/test-clock';

const randoms: readonly [string, () => Random][] = [
  ['fake', () => new FakeRandom()],
  ['system', () => new SystemRandom()],
];
const clocks: readonly [string, () => Clock][] = [
  ['of tests', () => new TestClock()],
  ['of the system', () => new SystemClock()],
];

describe.each(randoms)('Random (%s)', (_, open) => {
  it.each(['guid', 'token'] as const)('gives a lower-case %s, a new one each time', kind => {
    const random = open();
    const guids = Array.from({ length: 1000 }, () => random[kind]());
    for (const guid of guids) expect(parseGuid(guid)).toBe(guid);
    expect(new Set(guids).size).toBe(1000);
  });

  it('gives ids that validators take for UUIDs of version 4', () => {
    const random = open();
    for (let n = 0; n < 100; n += 1) expect(isUUID(random.guid(), '4')).toBe(true);
  });

  it('gives six digits', () => {
    const random = open();
    for (let n = 0; n < 1000; n += 1) expect(random.sixDigits()).toMatch(/^\d{6}$/);
  });
});

describe.each(clocks)('the clock %s', (_, open) => {
  it('never goes back', () => {
    const clock = open();
    const readings = Array.from({ length: 100 }, () => clock.monotonicMs());
    expect(readings).toEqual([...readings].sort((a, b) => a - b));
    expect(clock.now()).toBeInstanceOf(Date);
  });
});

it('every bit of a token of the system is drawn, and every digit of an entry code', () => {
  const random = new SystemRandom();
  const guids = Array.from({ length: 400 }, () => random.token().replaceAll('-', ''));
  for (let place = 0; place < 32; place += 1) expect(new Set(guids.map(guid => guid[place])).size).toBe(16);
  const codes = Array.from({ length: 400 }, () => random.sixDigits());
  for (let place = 0; place < 6; place += 1) expect(new Set(codes.map(code => code[place])).size).toBe(10);
});

it('the clock of tests moves as the test says', () => {
  const clock = new TestClock('2026-11-23T09:00:00.000Z');
  clock.advance(1000);
  clock.jump(-60_000);
  expect(clock.now()).toEqual(new Date('2026-11-23T08:59:01.000Z'));
  expect(clock.monotonicMs()).toBe(1000);
});
