import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { FlagColumn, IntegerColumn, TextColumn } from '../../database';

@Entity('activity_type')
export class ActivityTypeRow {
  @PrimaryGeneratedColumn() seq: number;
  @TextColumn(100, { unique: true }) title: string;
  @TextColumn(30) shortcut: string;
  /** Days after which it is due again; 0 for once and for all. */
  @IntegerColumn() frequency: number;
  /** Whether the visitor has to sign for it. */
  @FlagColumn() signed: boolean;
}
