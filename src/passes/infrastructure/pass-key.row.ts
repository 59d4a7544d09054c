import { Check, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, TextColumn } from '../../database';

/** The key that signs passes, shared by all nodes on this database. */
@Entity('pass_key')
@Check('"seq" = 1')
export class PassKeyRow {
  @PrimaryColumn({ type: 'integer' }) seq: number;
  /** PEM, PKCS 8. */
  @TextColumn(200) privateKey: string;
  @InstantColumn() createdAt: Date;
}
