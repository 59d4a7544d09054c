import { Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { FoldedColumn, IntegerColumn, TextColumn, TrigramIndex } from '../../database';
import { OrgUnitRow } from './org-unit.row';

@Entity('person')
export class PersonRow {
  @PrimaryGeneratedColumn() seq: number;
  @TextColumn(100, { unique: true }) personId: string;
  @TextColumn(100) name: string;
  @TextColumn(100) surname: string;
  @TextColumn(200) email: string;
  @Index()
  @IntegerColumn({ nullable: true })
  orgUnitSeq: number | null;
  @ManyToOne(() => OrgUnitRow)
  @JoinColumn()
  orgUnit?: OrgUnitRow | null;
  /** Derived by `search-columns.ts` on every write, for search and order. */
  @TrigramIndex('person_search_name_pieces')
  @Index('IDX_0b7bb57a5c47c9a61be97c2f55', { synchronize: false })
  @FoldedColumn(500, { default: '' })
  searchName: string;
  @TrigramIndex('person_search_surname_pieces')
  @Index('IDX_eb9daedecfba9a6655e9cea75a', { synchronize: false })
  @FoldedColumn(500, { default: '' })
  searchSurname: string;
}
