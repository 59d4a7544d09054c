import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AppConfig } from '../config/app-config';
import { AppError } from '../shared/errors/app-error';
import { parseJson } from './json';
import { IDEMPOTENCY_KEY } from './repeat-headers';
import { requestOf, stateOf } from './request-state';
import { parseXml } from './xml';

/**
 * Reads and parses the body of a POST. It is a guard and not a body parser in front of the router, because contract 2
 * answers an unknown route and a disabled method before it looks at the body, and a bad body before the token.
 */
@Injectable()
export class BodyGuard implements CanActivate {
  constructor(private readonly config: AppConfig) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = requestOf(context);
    const { action } = stateOf(request);
    if (action?.verb !== 'POST') return true;
    const source = formatOf(request);
    const limit = action.largeBody ? this.config.photoBodyLimit : this.config.bodyLimit;
    const whole = bodyAtHand(request, limit);
    if (whole) return keepBody(request, whole, source, action.maxValues);
    return readBody(request, limit).then(bytes => keepBody(request, bytes, source, action.maxValues));
  }
}

function keepBody(request: Request, bytes: Buffer, source: 'json' | 'xml', maxValues?: number): true {
  const text = decode(bytes);
  const parse = source === 'xml' ? parseXml : parseJson;
  const state = stateOf(request);
  try {
    state.body = { tree: parse(text, maxValues), source };
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable(error.message);
    throw error;
  }
  if (request.headers[IDEMPOTENCY_KEY] !== undefined) {
    state.body.digest = createHash('sha256').update(bytes).digest('hex');
  }
  return true;
}

/** @throws AppError UnsupportedMediaType, also for a charset other than UTF-8 and for a compressed body */
function formatOf(request: Request): 'json' | 'xml' {
  const [mediaType = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const format = /^(?:application|text)\/(json|xml)$/.exec(mediaType.trim())?.[1];
  const charset =
    parameters.map(each => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/.exec(each)?.[1]).find(Boolean) ?? 'utf-8';
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (!format || !/^(utf-?8|us-ascii)$/.test(charset) || encoding.toLowerCase() !== 'identity') {
    throw new AppError('UnsupportedMediaType');
  }
  return format === 'xml' ? 'xml' : 'json';
}

/** A small body mostly comes with the head of its request: then it is here already, and nothing has to be waited for. */
function bodyAtHand(request: Request, limit: number): Buffer | undefined {
  if (!request.complete || request.readableLength > limit) return undefined;
  return (request.read() as Buffer | null) ?? Buffer.alloc(0);
}

/** @throws AppError BodyTooLarge as soon as it is clear, without waiting for the rest */
function readBody(request: Request, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const refuse = () => {
      request.removeAllListeners('data').removeAllListeners('end').resume();
      // The sender may still be writing: let it read the answer, but do not listen for ever.
      setTimeout(() => !request.complete && request.destroy(), LINGER_MS).unref();
      reject(new AppError('BodyTooLarge', limit));
    };
    if (Number(request.headers['content-length'] ?? 0) > limit) return refuse();
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) refuse();
      else chunks.push(chunk);
    });
    let isWhole = false;
    request.on('end', () => {
      isWhole = true;
      resolve(Buffer.concat(chunks));
    });
    const cutOff = () => !isWhole && reject(unreadable('was not received whole'));
    request.on('error', cutOff);
    request.on('close', cutOff);
  });
}
const LINGER_MS = 1000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(body: Buffer): string {
  if (body.length === 0) throw unreadable('is empty');
  try {
    return utf8.decode(body);
  } catch {
    throw unreadable('is not UTF-8');
  }
}

/** The field of a problem with the body as a whole is the empty path. */
function unreadable(problem: string): AppError {
  return AppError.badParameters([{ field: '', problem: `the body ${problem}` }]);
}
