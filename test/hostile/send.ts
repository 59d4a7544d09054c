import { randomUUID } from 'node:crypto';
import { type Agent, request } from 'node:http';
import type { Format } from '../support/wire';
import type { HostileRequest } from './generator';
import { asJson, asXml, type Tree } from './tree';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** Characters of the path, with its query. */
  readonly pathLength: number;
  /** Number of a refusal. */
  readonly code: number | null;
}

/** Sends a request as JSON or as XML, and asks for an answer in the same. */
export function send(
  { url, agent }: { url: string; agent: Agent },
  token: string | undefined,
  { action: { path, verb }, tree, broken, withKey }: HostileRequest,
  format: Format,
): Promise<Reply> {
  const query = new URLSearchParams(token === undefined ? {} : { Token: token });
  if (verb === 'GET') for (const [name, value] of tree.members) query.append(name, queryText(value));
  const body = verb === 'GET' ? undefined : (broken ?? (format === 'json' ? asJson(tree) : asXml(tree)));
  const type = `application/${format}`;
  const headers = {
    Accept: type,
    ...(body !== undefined && { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }),
    ...(withKey && { 'Idempotency-Key': randomUUID() }),
  };
  const target = `/${path}?${query.toString()}`;
  return new Promise((resolve, reject) => {
    const call = request(`${url}${target}`, { method: verb, agent, headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const read = replyOf(response.statusCode ?? 0, response.headers['content-type'] ?? '', text);
        resolve({ ...read, pathLength: target.length });
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

function queryText(value: Tree): string {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'list') return value.items.map(queryText).join(',');
  return value.kind === 'word' ? value.word : asJson(value);
}

function replyOf(status: number, type: string, body: string): Omit<Reply, 'pathLength'> {
  const [, code] = /"Code":(\d+)|<Code>(\d+)/.exec(status === 200 ? '' : body)?.filter(Boolean) ?? [];
  return { status, type, body, code: code === undefined ? null : Number(code) };
}
