import { connect, type Socket } from 'node:net';
import type { TestApp } from './test-app';

/** A POST that is sent in parts. */
export class SlowRequest {
  answer = '';
  private readonly socket: Socket;
  private readonly closed: Promise<void>;

  constructor(app: TestApp, path: string, length: number | 'chunked', type = 'application/json') {
    this.socket = connect(app.port, '127.0.0.1');
    this.socket.on('data', chunk => (this.answer += chunk.toString()));
    this.socket.on('error', () => undefined);
    this.closed = new Promise(resolve => this.socket.once('close', () => resolve()));
    const size = length === 'chunked' ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`;
    this.socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: ${type}\r\n${size}\r\n\r\n`,
    );
  }

  send(text: string): void {
    this.socket.write(text);
  }

  sendChunk(text: string): void {
    this.send(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
  }

  async status(): Promise<number> {
    await this.closed;
    return Number(/^HTTP\/1.1 (\d+) /.exec(this.answer)?.[1]);
  }

  get code(): number | null | undefined {
    return (JSON.parse(this.answer.slice(this.answer.indexOf('\r\n\r\n'))) as { Code: number | null }).Code;
  }

  close(): void {
    this.socket.destroy();
  }
}
