import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { FlagColumn, FoldedColumn, InstantColumn, IntegerColumn, TextColumn } from '../../database';
import { OrgUnitRow, PersonRow } from '../../directory';
import { IdentifierRow } from '../../identifiers';
import { VisitTypeRow } from '../../visit-types';
import { OpensFile, VisitorRow } from '../../visitors';
import type { VisitState } from '../../shared/visit';
import type { PlainMember, VisitMembers } from '../application/ports';
import type { VisitSnapshot } from '../domain/visit';

/** A vehicle or trailer; all null when there is none. */
export class VehicleColumns {
  @TextColumn(100, { nullable: true }) plate: string | null;
  @IntegerColumn({ nullable: true }) type: number | null;
  @TextColumn(100, { nullable: true }) model: string | null;
  @TextColumn(4000, { nullable: true }) description: string | null;
  /** The plate as searches compare it: see `plateKey`. */
  @FoldedColumn(100, { nullable: true })
  plateKey: string | null;
}

@Entity('visit')
@Index('visit_overdue', ['validTo', 'seq'], { where: '"state" < 6' })
@Index('IDX_61b4bd3c1f3be5460ca9975dab', { synchronize: false })
@Index('IDX_82b87fe2e9affc527e06bb65d4', { synchronize: false })
@Check('"state" BETWEEN 0 AND 8')
export class VisitRow implements Pick<VisitMembers, PlainMember> {
  @PrimaryGeneratedColumn() seq: number;
  @TextColumn(36, { unique: true }) id: string;
  @IntegerColumn() version: number;
  @Index()
  @IntegerColumn()
  state: VisitState;
  @FlagColumn() isPlanned: boolean;
  @TextColumn(4000) reason: string;
  @Index()
  @InstantColumn()
  validFrom: Date;
  @InstantColumn() validTo: Date;
  @TextColumn(6, { nullable: true, unique: true }) entryCode: string | null;
  /** When the visit took its last step. */
  @InstantColumn({ nullable: true }) movedAt: Date | null;
  /** Number of its last change: see `change-numbers.ts`. */
  @Index()
  @IntegerColumn({ nullable: true })
  changeNumber: number | null;
  /** When the visit was last written; never earlier than that of a visit written before it. */
  @InstantColumn({ nullable: true }) changedAt: Date | null;
  @Index()
  @TextColumn(36)
  createdBy: string;
  @Column(() => VehicleColumns, { prefix: 'vehicle' }) vehicle: VehicleColumns;
  @Column(() => VehicleColumns, { prefix: 'trailer' }) trailer: VehicleColumns;

  @Index('IDX_0639afca16593090f92421bc7e', { synchronize: false })
  @IntegerColumn()
  visitorSeq: number;
  @IntegerColumn({ default: OpensFile.ToEdit })
  opensFile: OpensFile;
  @ManyToOne(() => VisitorRow)
  @JoinColumn()
  visitor?: VisitorRow;

  @Index()
  @IntegerColumn()
  visitTypeSeq: number;
  @ManyToOne(() => VisitTypeRow)
  @JoinColumn()
  visitType?: VisitTypeRow;

  @Index()
  @IntegerColumn({ nullable: true })
  visitedPersonSeq: number | null;
  @ManyToOne(() => PersonRow)
  @JoinColumn()
  visitedPerson?: PersonRow | null;

  @Index()
  @IntegerColumn({ nullable: true })
  visitedUnitSeq: number | null;
  @ManyToOne(() => OrgUnitRow)
  @JoinColumn()
  visitedUnit?: OrgUnitRow | null;

  @IntegerColumn({ nullable: true }) escortSeq: number | null;
  @ManyToOne(() => PersonRow)
  @JoinColumn()
  escort?: PersonRow | null;

  @IntegerColumn({ nullable: true }) approvedBySeq: number | null;
  @ManyToOne(() => PersonRow)
  @JoinColumn()
  approvedBy?: PersonRow | null;

  @IntegerColumn({ nullable: true }) identifierSeq: number | null;
  @ManyToOne(() => IdentifierRow)
  @JoinColumn()
  identifier?: IdentifierRow | null;
}

/** The members that one column holds as they are. Statements that read or write a visit take them from here. */
export const memberColumns: Readonly<Record<PlainMember, string>> = { reason: 'reason' };

/** What of a snapshot one column holds as it is. */
export const snapshotColumns: Readonly<
  Record<Exclude<keyof VisitSnapshot, 'structure' | 'approvedBy' | 'movedAt'>, string>
> = {
  id: 'id',
  version: 'version',
  state: 'state',
  createdBy: 'created_by',
  entryCode: 'entry_code',
  validFrom: 'valid_from',
  validTo: 'valid_to',
};
