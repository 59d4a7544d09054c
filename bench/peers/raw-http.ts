import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import sqlite3 from 'sqlite3';

/** The minimum: node:http with one statement, and so one commit, per request. */
const tokens = new Set<string>();
const database = new sqlite3.Database(process.env.DATABASE_FILE ?? '');
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
// Prepared after the pragmas, because the driver would otherwise run both in parallel.
let update: sqlite3.Statement;

const server = createServer((request, response) => {
  const answer = (status: number, body: object) => {
    const text = JSON.stringify(body);
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) };
    response.writeHead(status, headers).end(text);
  };
  answered(request).then(
    ({ status, body }) => answer(status, body),
    (error: unknown) => answer(500, { error: String(error) }),
  );
});

async function answered(request: IncomingMessage): Promise<{ status: number; body: object }> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  const given = JSON.parse(await textOf(request)) as { VisitId?: string; Reason?: string };
  if (pathname === '/login') {
    const Token = randomUUID();
    tokens.add(Token);
    return { status: 200, body: { Token } };
  }
  if (!tokens.has(searchParams.get('Token') ?? '')) return { status: 401, body: {} };
  const validTo = new Date().toISOString();
  const ended = await end(given.VisitId ?? '', given.Reason ?? '', validTo);
  return ended
    ? { status: 200, body: { Visit: { ...given, State: 7, ValidTo: validTo } } }
    : { status: 409, body: {} };
}

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (text += chunk));
    request.on('end', () => resolve(text));
    request.on('error', reject);
  });
}

function end(id: string, reason: string, validTo: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    update.run([reason, validTo, id], function (error) {
      if (error) reject(error);
      else resolve(this.changes === 1);
    });
  });
}

database.wait(() => {
  update = database.prepare(
    'UPDATE visit SET state = 7, reason = ?, validTo = ? WHERE id = ? AND state = 5',
    () =>
      server.listen(0, '127.0.0.1', () =>
        console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`),
      ),
  );
});
