import type { Socket } from 'node:net';
import type { Request } from 'express';
import { AppError } from '../../shared/errors/app-error';
import { askForBody } from './continue';
import { unreadable } from './parse-body';

/** So much of a body is read without a live token, and without asking for room. */
export const FREE_BYTES = 65_536;
/** A body that may take its time brings so much a second, and is looked at so often. */
const BYTES_PER_SECOND = 16_000;
const LOOK_MS = 4000;
const LINGER_MS = 1000;

export interface ArrivalRules {
  /** Most bytes that are read. */
  readonly limit: number;
  /** Whether the body may take longer than other requests, as long as it keeps coming. */
  readonly mayTakeTime: boolean;
  /** Resolves when more than `FREE_BYTES` may be read. @throws AppError when they may not */
  readonly makeRoom: (bytes: number) => Promise<void>;
}

/** Bodies that may take their time, by the connection on which they come. */
const arriving = new WeakMap<Socket, Arrival>();

/**
 * Lets a body whose time is over go on where it comes fast enough, and asks again a little later.
 * @returns false where there is none, or it does not
 */
export function keepsComing(socket: Socket, askAgain: () => void): boolean {
  if (!arriving.get(socket)?.isFastEnough()) return false;
  setTimeout(() => arriving.has(socket) && askAgain(), LOOK_MS).unref();
  return true;
}

/** A body that has not come whole with the head of its request. */
export class Arrival {
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private isWaiting = false;
  private looked = { size: 0, ms: performance.now() };

  constructor(
    private readonly request: Request,
    private readonly rules: ArrivalRules,
  ) {}

  /** @throws AppError BodyTooLarge as soon as it is clear, BadParameters when it is cut off, and what `makeRoom` throws */
  async read(): Promise<Buffer[]> {
    const { request, rules } = this;
    if (rules.mayTakeTime) arriving.set(request.socket, this);
    try {
      if (this.announced > rules.limit) throw new AppError('BodyTooLarge', rules.limit);
      askForBody(request);
      await this.whole();
      return this.chunks;
    } catch (refusal) {
      request.removeAllListeners('data').removeAllListeners('end').resume();
      // The sender may still be writing: let it read the answer, but do not listen for ever.
      setTimeout(() => !request.complete && request.destroy(), LINGER_MS).unref();
      throw refusal;
    } finally {
      arriving.delete(request.socket);
    }
  }

  /** Whether enough has come since this was asked last, or it is the service that does not read on. */
  isFastEnough(): boolean {
    const { size, ms } = this.looked;
    this.looked = { size: this.size, ms: performance.now() };
    return this.isWaiting || this.size - size >= ((this.looked.ms - ms) / 1000) * BYTES_PER_SECOND;
  }

  private get announced(): number {
    return Number(this.request.headers['content-length'] ?? 0);
  }

  private whole(): Promise<void> {
    return new Promise((resolve, reject) => {
      const cutOff = () => reject(unreadable('was not received whole'));
      this.request
        .on('data', (chunk: Buffer) => {
          // At once: the end of what has come already is told before a promise is rejected.
          if (this.size + chunk.length > this.rules.limit)
            reject(new AppError('BodyTooLarge', this.rules.limit));
          else void this.take(chunk).catch(reject);
        })
        .once('end', () => {
          // Every request is closed in the end, and an error costs its stack trace.
          this.request.off('close', cutOff);
          resolve();
        })
        .once('error', cutOff)
        .once('close', cutOff);
    });
  }

  private async take(chunk: Buffer): Promise<void> {
    const { limit, makeRoom } = this.rules;
    const isLarge = this.size > FREE_BYTES;
    this.size += chunk.length;
    this.chunks.push(chunk);
    if (isLarge || this.size <= FREE_BYTES) return;
    this.request.pause();
    this.isWaiting = true;
    await makeRoom(this.announced || limit);
    this.isWaiting = false;
    this.request.resume();
  }
}
