import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { FlagColumn, InstantColumn, IntegerColumn, TextColumn } from '../../database';

@Entity('identifier')
@Index(['registrationNr', 'internalNr'])
@Index(['createdBy', 'registrationNr', 'internalNr'])
export class IdentifierRow {
  @PrimaryGeneratedColumn() seq: number;
  /** Upper-case hexadecimal without leading zeros. */
  @TextColumn(20, { unique: true }) internalNr: string;
  @TextColumn(100) registrationNr: string;
  @IntegerColumn() technology: number;
  @IntegerColumn() type: number;
  @FlagColumn() lost: boolean;
  @InstantColumn({ nullable: true }) validFrom: Date | null;
  @InstantColumn({ nullable: true }) validTo: Date | null;
  /** VisitId of the open visit that holds the card; null if it is free. */
  @TextColumn(36, { nullable: true, unique: true }) heldBy: string | null;
  /** Id of the user who entered the card; null if it was imported from a file. */
  @TextColumn(36, { nullable: true }) createdBy: string | null;
}
