import { Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntegerColumn, TextColumn } from '../../database';
import type { Move, RejectReason } from '../domain/move';
import type { VisitState } from '../../shared/visit';
import { VisitRow } from './visit.row';

/** One step of a visit: never changed, and numbered in the order of commit, so that it serves as the event log as well. */
@Entity('visit_history')
export class VisitHistoryRow {
  @PrimaryGeneratedColumn() seq: number;
  @Index()
  @IntegerColumn()
  visitSeq: number;
  @ManyToOne(() => VisitRow, { onDelete: 'CASCADE' })
  @JoinColumn()
  visit?: VisitRow;
  @InstantColumn() at: Date;
  @TextColumn(20) command: Move['command'];
  @IntegerColumn({ nullable: true }) fromState: VisitState | null;
  @IntegerColumn() toState: VisitState;
  @TextColumn(4000, { nullable: true }) reason: string | null;
  @IntegerColumn({ nullable: true }) reasonCode: RejectReason | null;
  @TextColumn(100) login: string;
  @TextColumn(45) address: string;
  @TextColumn(128) requestId: string;
}
