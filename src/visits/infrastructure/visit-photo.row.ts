import { Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { BytesColumn, IntegerColumn, TextColumn } from '../../database';
import type { PictureType } from '../../shared/photo';
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

  /** This and the size in pixels are null of photos that were kept before pictures were checked. */
  @TextColumn(10, { nullable: true }) type: PictureType | null;

  @IntegerColumn({ nullable: true }) width: number | null;

  @IntegerColumn({ nullable: true }) height: number | null;
}
