import { text } from 'node:stream/consumers';
import { environmentOfProcess } from '../environment';
import type { Io } from './io';

/** What this process works with. */
export const processIo: Io = {
  get env() {
    return environmentOfProcess();
  },
  read: () => text(process.stdin),
  write: text => process.stdout.write(text),
  complain: text => process.stderr.write(text),
  // Back to the beginning of the line, and away with what stood there.
  ...(process.stderr.isTTY && { progress: text => process.stderr.write(`\r\u001b[K${text}`) }),
};
