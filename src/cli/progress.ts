import type { Progress } from '../database';
import type { Io } from './io';

const WIDTH = 30;

/**
 * Tells how far each table is: by a bar on a line of its own where somebody looks on, else by a line whenever another
 * tenth is done.
 */
export function progressOf(io: Io, what: string): Progress {
  let table = '';
  let toldTenths = 0;
  let began = { ms: 0, done: 0 };
  return (name, done, total) => {
    if (name !== table) {
      [table, toldTenths] = [name, 0];
      began = { ms: performance.now(), done };
    }
    const share = total === 0 ? 1 : Math.min(done / total, 1);
    const percent = Math.floor(share * 100);
    if (io.progress) {
      const bar = '='.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '-');
      const leftS = ((performance.now() - began.ms) / 1000 / (done - began.done)) * (total - done);
      const left = Number.isFinite(leftS) && share < 1 ? `, ${Math.ceil(leftS)} s left` : '';
      io.progress(`${what} ${name} [${bar}] ${percent} % of ${total}${left}`);
      if (share === 1) io.progress('');
    } else if (Math.floor(percent / 10) > toldTenths) {
      toldTenths = Math.floor(percent / 10);
      io.complain(`${what} ${name}: ${done} of ${total} rows, ${percent} %\n`);
    }
  };
}
