import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, lockByName, query, type Sql, StorageFault } from '../../database';
import type { ErrorCode } from '../../shared/errors/error-catalogue';
import type { ShownRecord } from '../../shared/shown-record';
import { type KeyedCall, RepeatKeys } from '../application/ports';
import { busy, isFree, KEPT_MS, type KeyRecord, type WrittenAnswer } from '../domain/key-record';
import { IdempotencyKeyRow } from './idempotency-key.row';

/** Outdated keys deleted with each new one: more than one, so that they do not pile up, and few enough to be fast. */
const SWEPT_AT_ONCE = 20;

@Injectable()
export class TypeOrmRepeatKeys extends RepeatKeys {
  private readonly log = new Logger('Repeats');

  constructor(private readonly database: Database) {
    super();
  }

  reserve(call: KeyedCall, now: Date, isUnderWay: (attempt: string) => boolean): Promise<KeyRecord> {
    const { userId, keyDigest } = call;
    return this.database.write(async manager => {
      await lockByName(manager, `key ${userId} ${keyDigest}`);
      const row = await manager.findOneBy(IdempotencyKeyRow, { userId, keyDigest });
      const record = row ? recordOf(row) : undefined;
      if (record && !isFree(record, now, isUnderWay)) return record;
      await sweep(manager, now);
      const fresh = { ...call, committed: false, createdAt: now };
      const nothing = { status: null, type: null, error: null, body: null, shows: null };
      await manager.upsert(IdempotencyKeyRow, { ...fresh, ...nothing }, ['userId', 'keyDigest']);
      return { ...fresh, answer: null };
    });
  }

  during<T>(call: KeyedCall, act: () => Promise<T>): Promise<T> {
    return this.database.withEveryWrite(async manager => {
      const { affected } = await manager.update(IdempotencyKeyRow, handle(call), { committed: true });
      if (affected !== 1) throw busy();
    }, act);
  }

  async keep(call: KeyedCall, { body, shows, ...answer }: WrittenAnswer): Promise<void> {
    try {
      await this.database.write(manager =>
        // Affects no row if another call holds the key. This call has then changed nothing, and its answer is not kept.
        manager.update(IdempotencyKeyRow, handle(call), {
          ...answer,
          body: Buffer.from(body),
          shows: JSON.stringify(shows),
        }),
      );
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error;
      this.log.warn({ msg: 'answer not kept for repeats', reason: error.reason, err: error });
    }
  }
}

/** The row, while this call holds the key. */
function handle({ userId, keyDigest, attempt }: KeyedCall) {
  return { userId, keyDigest, attempt };
}

async function sweep(manager: EntityManager, now: Date): Promise<void> {
  await query(manager, SWEEP, [new Date(now.getTime() - KEPT_MS).toISOString(), SWEPT_AT_ONCE]);
}

const SWEEP: Sql = { sqlite: sweeping(''), postgres: sweeping('FOR UPDATE SKIP LOCKED') };

/** @param lock skips rows that a concurrent transaction deletes */
function sweeping(lock: string): string {
  return `DELETE FROM idempotency_key WHERE (user_id, key_digest) IN
    (SELECT user_id, key_digest FROM idempotency_key WHERE created_at <= ? ORDER BY created_at LIMIT ? ${lock})`;
}

function recordOf({ fingerprint, attempt, committed, createdAt, ...kept }: IdempotencyKeyRow): KeyRecord {
  const { status, type, error, body, shows } = kept;
  // An answer stored by an earlier version, without the records it shows.
  const isUnknown = shows === null && error === null;
  const answer =
    status === null || type === null || body === null || isUnknown
      ? null
      : {
          ...{ status, type, body: body.toString('utf8'), error: error as ErrorCode | null },
          shows: JSON.parse(shows ?? '[]') as ShownRecord[],
        };
  return { fingerprint, attempt, committed, createdAt, answer };
}
