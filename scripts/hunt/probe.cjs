// Loaded into the service with `node --require`. Reports on a loopback port how long the event loop was blocked, and the
// memory used, since the last query. The port is printed.
const { createServer } = require('node:http');

const TICK_MS = 2;
let last = performance.now();
let stopMs = 0;
let rssBytes = 0;
let ticks = 0;

function tick() {
  const now = performance.now();
  stopMs = Math.max(stopMs, now - last - TICK_MS);
  last = now;
  ticks += 1;
  if (ticks % 10 === 0) rssBytes = Math.max(rssBytes, process.memoryUsage.rss());
  setTimeout(tick, TICK_MS).unref();
}
tick();

const server = createServer((_, response) => {
  const told = { stopMs, rssMb: Math.max(rssBytes, process.memoryUsage.rss()) / 2 ** 20 };
  [stopMs, rssBytes] = [0, 0];
  response.end(JSON.stringify(told));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`probe on ${server.address().port}\n`));
server.unref();
