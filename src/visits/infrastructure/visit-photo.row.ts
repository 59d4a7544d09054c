import { Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { BytesColumn, IntegerColumn } from '../../database';
import { VisitRow } from './visit.row';

@Entity('visit_photo')
export class VisitPhotoRow {
  @PrimaryGeneratedColumn() seq: number;
  @Index()
  @IntegerColumn()
  visitSeq: number;
  @ManyToOne(() => VisitRow, { onDelete: 'CASCADE' })
  @JoinColumn()
  visit?: VisitRow;
  @BytesColumn() content: Buffer;
}
