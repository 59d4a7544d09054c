import { randomUUID } from 'node:crypto';
import { Agent, type ClientRequest, request } from 'node:http';

export interface Reply {
  status: number;
  /** Error number; null if there is none. */
  code: number | null;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
}

/** A caller with kept-alive connections. If an answer never arrives, the outcome is unknown and the call rejects. */
export class Client {
  private readonly agent: Agent;
  private token = '';
  private credentials: { UserLogin: string; ApiKey: string } | undefined;

  constructor(
    private readonly url: string,
    connections = 32,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  async logIn(key: string, login = 'admin'): Promise<Reply> {
    this.credentials = { UserLogin: login, ApiKey: key };
    return this.logInAgain();
  }

  /** Logs in again after the token has become unknown. */
  async logInAgain(): Promise<Reply> {
    const reply = await this.send('POST', '/login', this.credentials);
    if (reply.status === 200) this.token = (JSON.parse(reply.text) as { Token: string }).Token;
    return reply;
  }

  /** Uses the token of another client. */
  share(other: Client): void {
    this.token = other.token;
    this.credentials = other.credentials;
  }

  post(action: string, body: object, requestId?: string): Promise<Reply> {
    return this.send('POST', `/${action}?Token=${this.token}`, body, 0, requestId);
  }

  get(path: string): Promise<Reply> {
    return this.send('GET', path);
  }

  /** Calls an action, with its query. */
  ask(action: string): Promise<Reply> {
    return this.send('GET', `/${action}${action.includes('?') ? '&' : '?'}Token=${this.token}`);
  }

  /** A request whose body is sent in pieces over `ms`. */
  async slowPost(action: string, body: object, ms: number, requestId?: string): Promise<Reply> {
    const text = JSON.stringify(body);
    return this.send('POST', `/${action}?Token=${this.token}`, text, ms, requestId);
  }

  close(): void {
    this.agent.destroy();
  }

  private send(
    method: string,
    path: string,
    body?: object | string,
    overMs = 0,
    requestId: string = randomUUID(),
  ): Promise<Reply> {
    const text = typeof body === 'object' ? JSON.stringify(body) : body;
    const id = { 'X-Request-Id': requestId };
    const headers = text
      ? { ...id, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }
      : id;
    return new Promise((resolve, reject) => {
      const call = request(`${this.url}${path}`, { method, agent: this.agent, headers }, response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          resolve(reply(response.statusCode ?? 0, response.headers, Buffer.concat(chunks).toString()));
        });
      });
      call.on('error', reject);
      if (text && overMs > 0) drip(call, text, overMs);
      else call.end(text);
    });
  }
}

/** So many callers, each with a token and one connection. */
export function logInAll(url: string, key: string, count: number): Promise<Client[]> {
  const clients = Array.from({ length: count }, async () => {
    const client = new Client(url, 1);
    await client.logIn(key);
    return client;
  });
  return Promise.all(clients);
}

const PIECES = 10;

function drip(call: ClientRequest, text: string, overMs: number): void {
  call.flushHeaders();
  const size = Math.ceil(text.length / PIECES);
  let sent = 0;
  const timer = setInterval(() => {
    call.write(text.slice(sent, sent + size));
    sent += size;
    if (sent < text.length) return;
    clearInterval(timer);
    call.end();
  }, overMs / PIECES);
  call.once('close', () => clearInterval(timer));
}

function reply(status: number, headers: Reply['headers'], text: string): Reply {
  const isJson = String(headers['content-type']).includes('json');
  const { Code = null } = isJson ? (JSON.parse(text) as { Code?: number | null }) : {};
  return { status, code: Code, headers, text };
}
