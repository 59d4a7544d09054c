import { buffer } from 'node:stream/consumers';
import { environmentOfProcess } from '../environment';
import type { Io } from './io';

const { stdin, stdout, stderr } = process;
/** The first fault of standard output. */
let outputFault: string | undefined;

// Without a listener, a reader that has gone or a full disk would end the process.
stdout.on('error', (error: NodeJS.ErrnoException) => (outputFault ??= error.code ?? error.message));
stderr.on('error', () => undefined);
// Without one, Node opens its debugger to every local process.
process.on('SIGUSR1', () => undefined);

/** What this process works with. */
export const processIo: Io = {
  get env() {
    return environmentOfProcess();
  },
  read: () => buffer(stdin),
  write: text => void stdout.write(text),
  written: async () => {
    for (const stream of [stdout, stderr]) await new Promise(resolve => stream.write('', resolve));
    // The `error` event comes in the next iteration of the event loop.
    await new Promise(resolve => setImmediate(resolve));
    return outputFault;
  },
  complain: text => void stderr.write(text),
  // Returns to the start of the line and clears it.
  ...(stderr.isTTY && { progress: text => void stderr.write(`\r\u001b[K${text}`) }),
};
