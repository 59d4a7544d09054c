import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { FlagColumn, IntegerColumn, TextColumn } from '../../database';

@Entity('activity_type')
export class ActivityTypeRow {
  @PrimaryGeneratedColumn() seq: number;
  @TextColumn(100, { unique: true }) title: string;
  @TextColumn(30) shortcut: string;
  /** Days after which the activity is due again; 0 for never. */
  @IntegerColumn() frequency: number;
  /** Whether the visitor has to sign. */
  @FlagColumn() signed: boolean;
}
