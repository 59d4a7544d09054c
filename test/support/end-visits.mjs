// Ends visits over HTTP from a separate process, as real clients do: node end-visits.mjs URL CONNECTIONS, with the ids as JSON
// on standard input. Prints the number of answers by status.
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

const [url, connections] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const ids = JSON.parse(await text(process.stdin));
const statuses = {};

const end = VisitId =>
  new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json' };
    request(url, { method: 'POST', agent, headers }, response => {
      statuses[response.statusCode] = (statuses[response.statusCode] ?? 0) + 1;
      response.resume().on('end', resolve);
    })
      .on('error', reject)
      .end(JSON.stringify({ VisitId, Reason: 'left' }));
  });

await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    for (let id = ids.pop(); id !== undefined; id = ids.pop()) await end(id);
  }),
);
agent.destroy();
console.log(JSON.stringify(statuses));
