import { connect } from 'node:net';
import type { TestApp } from './test-app';
import { type Answer, read } from './wire';

/** Sends a request text that no client library would send, and returns the whole response. */
export function raw(app: TestApp, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(app.port, '127.0.0.1', () => socket.write(request));
    let answer = '';
    socket.on('data', chunk => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

/** The same, parsed as an answer; the first one if there are several. */
export async function rawAnswer(app: TestApp, request: string): Promise<Answer> {
  const answer = await raw(app, request);
  const end = answer.indexOf('\r\n\r\n');
  const [first = '', ...lines] = answer.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line): [string, string] => {
      const [name = '', value = ''] = line.split(/: (.*)/);
      return [name.toLowerCase(), value];
    }),
  );
  const text = answer.slice(end + 4);
  const type = headers['content-type'] ?? '';
  return { status: Number(first.split(' ')[1]), type, headers, text, body: read(type, text) };
}
