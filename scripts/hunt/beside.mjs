// Other clients of the service, in a separate thread, so that the work of the hunt does not add to their waiting times: one
// reads a visit every 5 ms, one keeps changing a visit. On the message `stop`, the thread posts their waiting times.
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const EVERY_MS = 5;
const { url, token, read, changed } = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
let waits = { reads: [], writes: [] };

parentPort.on('message', () => {
  const sorted = waits.reads.sort((a, b) => a - b);
  const p99Ms = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
  parentPort.postMessage({ p99Ms, writeMs: Math.max(0, ...waits.writes), reads: sorted.length });
  waits = { reads: [], writes: [] };
});

setInterval(() => void timed(waits.reads, 'GET', `visit/get?VisitId=${read}&`), EVERY_MS);
for (let count = 0; ; count += 1) {
  await timed(waits.writes, 'POST', 'visit/update?', { VisitId: changed, Reason: `${count}` });
  await wait(EVERY_MS);
}

function timed(into, method, path, body) {
  const begunMs = performance.now();
  const headers = body && { 'Content-Type': 'application/json' };
  return new Promise((resolve, reject) => {
    const call = request(`${url}/${path}Token=${token}`, { method, agent, headers }, response => {
      response.resume().on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`));
        into.push(performance.now() - begunMs);
        resolve();
      });
    });
    // The service may close an idle connection at the moment of its next use.
    call.on('error', fault => (call.reusedSocket ? resolve() : reject(fault)));
    call.end(body && JSON.stringify(body));
  });
}
