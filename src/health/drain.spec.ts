import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { Drain, DRAIN_NOTICE_MS } from './drain';

const CALLERS = 50;

/** Opens `count` connections at once, counts them in `connected`, and reports how many were reset. */
const callers = `
  const { connect } = require('node:net');
  const { parentPort, workerData } = require('node:worker_threads');
  const { port, count, connected } = workerData;
  parentPort.once('message', () => {
    let resets = 0;
    let open = count;
    for (let index = 0; index < count; index += 1) {
      const socket = connect(port, '127.0.0.1', () => {
        Atomics.add(connected, 0, 1);
        Atomics.notify(connected, 0);
        socket.end('GET / HTTP/1.1\\r\\nHost: here\\r\\nConnection: close\\r\\n\\r\\n');
      });
      socket.resume();
      socket.on('error', () => (resets += 1));
      socket.on('close', () => (open -= 1) === 0 && parentPort.postMessage(resets));
    }
  });
`;

it('connections that came while the process was blocked are accepted before the listener closes', async () => {
  const connected = new Int32Array(new SharedArrayBuffer(4));
  const server = createServer((_, response) => response.end());
  const worker = new Worker(callers, {
    eval: true,
    workerData: { port: await listen(server), count: CALLERS, connected },
  });
  try {
    await once(worker, 'online');
    const resets = once(worker, 'message');
    const drained = new Drain().begin(server);
    setTimeout(() => {
      worker.postMessage('go');
      for (let now = 0; now < CALLERS; now = Atomics.load(connected, 0)) Atomics.wait(connected, 0, now);
      const longerThanTheQueueIsWatched = 300;
      Atomics.wait(connected, 0, CALLERS, longerThanTheQueueIsWatched);
    }, DRAIN_NOTICE_MS);
    expect(await resets).toEqual([0]);
    await drained;
  } finally {
    await worker.terminate();
  }
});

async function listen(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}
