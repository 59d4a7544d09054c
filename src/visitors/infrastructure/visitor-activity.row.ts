import { Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { BytesColumn, InstantColumn, IntegerColumn, TextColumn } from '../../database';
import { ActivityTypeRow } from '../../visit-types';
import { VisitorRow } from './visitor.row';

@Entity('visitor_activity')
@Index(['visitorSeq', 'activityTypeSeq', 'validTo'])
export class VisitorActivityRow {
  @PrimaryGeneratedColumn() seq: number;
  @IntegerColumn() visitorSeq: number;
  @ManyToOne(() => VisitorRow, { onDelete: 'CASCADE' })
  @JoinColumn()
  visitor?: VisitorRow;
  @IntegerColumn() activityTypeSeq: number;
  @ManyToOne(() => ActivityTypeRow)
  @JoinColumn()
  activityType?: ActivityTypeRow;
  @InstantColumn() validTo: Date;
  @TextColumn(4000) description: string;
  @BytesColumn({ nullable: true }) attachment: Buffer | null;
  @TextColumn(100) recordedBy: string;
  @InstantColumn() recordedAt: Date;
}
