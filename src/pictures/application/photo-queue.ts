import { Injectable } from '@nestjs/common';
import { AppError } from '../../shared/errors/app-error';
import type { Picture } from '../domain/picture';

/**
 * How much work is let in at once, counted in pixels: some four seconds of it for large photos and less than one for
 * small ones. It bounds the memory as well, as a byte counts as four pixels: 50 MB of photos at most.
 */
const LIMITS = { small: 40_000_000, large: 160_000_000 } as const;
const PIXELS_PER_BYTE = 4;
/** A request whose photos are more work than this counts as large: a camera at a desk takes two megapixels. */
const LARGEST_SMALL = 4_000_000;
/** What a slow processor decodes and encodes in a second. */
const PIXELS_PER_SECOND = 40_000_000;

/** How much work a photo is, in pixels. */
export function workOf(content: Uint8Array, { width, height }: Pick<Picture, 'width' | 'height'>): number {
  return Math.max(width * height, content.length * PIXELS_PER_BYTE);
}

/**
 * Photos are decoded one after the other, large ones in one row and small ones in another, so that a small one never
 * waits for large ones, nor they for ever for small ones. A request enters with all its photos or not at all, and they
 * take turns with those of other requests. A user has half of a row at most, unless it would be empty otherwise.
 */
@Injectable()
export class PhotoQueue {
  private readonly rows = { small: new Row(LIMITS.small), large: new Row(LIMITS.large) };

  /**
   * Runs `work` with a way to take turns, one for each photo.
   * @param size how much work all its photos are, in pixels
   * @throws AppError RateExceeded with the seconds after which there may be room
   */
  async enter<T>(login: string, size: number, work: (inTurn: InTurn) => Promise<T>): Promise<T> {
    const row = this.rows[size <= LARGEST_SMALL ? 'small' : 'large'];
    row.enter(login, size);
    try {
      return await work(row.inTurn);
    } finally {
      row.leave(login, size);
    }
  }
}

/** Runs `job` when it is its turn. @throws what `signal` says when it is aborted before */
export type InTurn = <T>(job: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

class Row {
  private size = 0;
  private readonly ofUser = new Map<string, number>();
  private readonly waiting: (() => void)[] = [];
  private isBusy = false;

  constructor(private readonly limit: number) {}

  /** @throws AppError RateExceeded */
  enter(login: string, size: number): void {
    const own = this.sizeOf(login);
    const hasRoom = this.size === 0 || this.size + size <= this.limit;
    const hasShare = own === 0 || own + size <= this.limit / 2;
    if (!hasRoom || !hasShare) {
      const refusal = new AppError('RateExceeded', login);
      refusal.retryAfterSeconds = Math.ceil(this.size / PIXELS_PER_SECOND);
      throw refusal;
    }
    this.size += size;
    this.ofUser.set(login, own + size);
  }

  leave(login: string, size: number): void {
    this.size -= size;
    const own = this.sizeOf(login) - size;
    if (own > 0) this.ofUser.set(login, own);
    else this.ofUser.delete(login);
  }

  private sizeOf(login: string): number {
    return this.ofUser.get(login) ?? 0;
  }

  readonly inTurn: InTurn = async (job, signal) => {
    await this.turn(signal);
    try {
      return await job();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.isBusy = false;
    }
  };

  private turn(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (!this.isBusy) {
      this.isBusy = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        this.waiting.splice(this.waiting.indexOf(begin), 1);
        reject(signal?.reason as Error);
      };
      this.waiting.push(begin);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }
}
