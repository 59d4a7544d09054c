import { Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { InstantColumn, IntegerColumn, TextColumn } from '../../database';

@Entity('visitor')
@Unique(['docNumber', 'docState', 'docType'])
export class VisitorRow {
  @PrimaryGeneratedColumn() seq: number;
  @TextColumn(36, { unique: true }) id: string;
  @TextColumn(100) name: string;
  @TextColumn(100) surname: string;
  /** `yyyy-mm-dd` */
  @TextColumn(10, { nullable: true }) dateOfBirth: string | null;
  @TextColumn(200) company: string;
  @TextColumn(200) email: string;
  @TextColumn(100) phoneNumber: string;
  @TextColumn(35, { nullable: true }) language: string | null;
  @TextColumn(50, { nullable: true }) docNumber: string | null;
  @TextColumn(100, { nullable: true }) docState: string | null;
  @IntegerColumn({ nullable: true }) docType: number | null;
  @InstantColumn() createdAt: Date;
}
