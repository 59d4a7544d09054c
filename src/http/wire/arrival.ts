import type { Socket } from 'node:net';
import type { Request } from 'express';
import { AppError } from '../../shared/errors/app-error';
import { askForBody } from './continue';
import { unreadable } from './parse-body';

/** Bytes of a body that are read without a live token, and without reserving memory. */
export const FREE_BYTES = 65_536;
/** The slowest rate for a body that may take longer, and how often it is checked. */
const BYTES_PER_SECOND = 16_000;
const LOOK_MS = 4000;
const LINGER_MS = 1000;

export interface ArrivalRules {
  /** The most bytes to read. */
  readonly limit: number;
  /** Whether the body may take longer than other requests, as long as it keeps coming. */
  readonly mayTakeTime: boolean;
  /** Resolves when more than `FREE_BYTES` may be read. @throws AppError when they may not */
  readonly makeRoom: (bytes: number) => Promise<void>;
}

/** Bodies that may take longer, by connection. */
const arriving = new WeakMap<Socket, Arrival>();

/**
 * Gives a body more time if it arrives fast enough, and checks again a little later.
 * @returns false when there is no such body, or it is too slow
 */
export function keepsComing(socket: Socket, askAgain: () => void): boolean {
  if (!arriving.get(socket)?.isFastEnough()) return false;
  setTimeout(() => arriving.has(socket) && askAgain(), LOOK_MS).unref();
  return true;
}

/** Receives a body that was not complete when its headers arrived. */
export class Arrival {
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private isWaiting = false;
  private looked = { size: 0, ms: performance.now() };

  constructor(
    private readonly request: Request,
    private readonly rules: ArrivalRules,
  ) {}

  /** @throws AppError BodyTooLarge as early as possible, BadParameters when it is cut off, and what `makeRoom` throws */
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
      // The sender may still be writing: let it read the answer, but only for a while.
      setTimeout(() => !request.complete && request.destroy(), LINGER_MS).unref();
      throw refusal;
    } finally {
      arriving.delete(request.socket);
    }
  }

  /** Whether enough has arrived since the last call, or the service itself has paused reading. */
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
          // Synchronously: `end` may be emitted before a rejected promise is seen.
          if (this.size + chunk.length > this.rules.limit)
            reject(new AppError('BodyTooLarge', this.rules.limit));
          else void this.take(chunk).catch(reject);
        })
        .once('end', () => {
          // Every request emits `close` at the end, and creating an error costs a stack trace.
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
