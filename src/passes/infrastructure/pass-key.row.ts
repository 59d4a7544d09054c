import { Check, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, TextColumn } from '../../database';

/** The one key that signs passes, so that every node on this database signs alike. */
@Entity('pass_key')
@Check('"seq" = 1')
export class PassKeyRow {
  @PrimaryColumn({ type: 'integer' }) seq: number;
  /** PEM, PKCS 8. */
  @TextColumn(200) privateKey: string;
  @InstantColumn() createdAt: Date;
}
