import type { Io } from './io';
import { progressOf } from './progress';

function shown(isTerminal: boolean, tell: (progress: ReturnType<typeof progressOf>) => void): string[] {
  const lines: string[] = [];
  const io: Io = {
    env: {},
    read: () => Promise.resolve(Buffer.alloc(0)),
    written: () => Promise.resolve(undefined),
    write: () => undefined,
    complain: text => void lines.push(text),
    ...(isTerminal && { progress: text => void lines.push(text) }),
  };
  tell(progressOf(io, 'moving'));
  return lines;
}

const twoTables = (progress: ReturnType<typeof progressOf>) => {
  for (const done of [0, 10, 95, 199, 200]) progress('visit', done, 200);
  progress('visit_photo', 0, 0);
};

describe('how far a table is', () => {
  it('is told by a line for each tenth where nobody looks on', () => {
    expect(shown(false, twoTables)).toEqual([
      'moving visit: 95 of 200 rows, 47 %\n',
      'moving visit: 199 of 200 rows, 99 %\n',
      'moving visit: 200 of 200 rows, 100 %\n',
      'moving visit_photo: 0 of 0 rows, 100 %\n',
    ]);
  });

  it('is a bar on a terminal, which is taken away when the table is done', () => {
    const bars = shown(true, twoTables);
    expect(bars[0]).toBe(`moving visit [${'-'.repeat(30)}] 0 % of 200`);
    expect(bars[2]).toMatch(/^moving visit \[={14}-{16}\] 47 % of 200, \d+ s left$/);
    expect(bars.slice(-3)).toEqual(['', `moving visit_photo [${'='.repeat(30)}] 100 % of 0`, '']);
  });
});
