import { Entity, Index } from 'typeorm';
import { BytesColumn, FlagColumn, InstantColumn, IntegerColumn, KeyColumn, TextColumn } from '../../database';

/** A key of the last 24 hours, with the answer for repeats once there is one. Only digests of the request are stored. */
@Entity('idempotency_key')
export class IdempotencyKeyRow {
  @KeyColumn(36) userId: string;
  @KeyColumn(64) keyDigest: string;
  @TextColumn(64) fingerprint: string;
  @TextColumn(36) attempt: string;
  @FlagColumn() committed: boolean;
  @IntegerColumn({ nullable: true }) status: number | null;
  @TextColumn(100, { nullable: true }) type: string | null;
  @TextColumn(100, { nullable: true }) error: string | null;
  @BytesColumn({ nullable: true }) body: Buffer | null;
  /** The records shown by the answer, as JSON; null if not recorded. */
  @TextColumn(2000, { nullable: true }) shows: string | null;
  @Index()
  @InstantColumn()
  createdAt: Date;
}
