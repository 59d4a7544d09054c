import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { FoldedColumn, InstantColumn, TextColumn, TrigramIndex } from '../../database';

@Entity('org_unit')
@Index('IDX_614b58a7d2671c9bb48abeb573', { synchronize: false })
@Index('org_unit_structure_equal', { synchronize: false })
export class OrgUnitRow {
  @PrimaryGeneratedColumn() seq: number;
  /** The path from the root, joined by ` - `. */
  @TextColumn(1000, { unique: true }) structure: string;
  @TextColumn(200) title: string;
  @TextColumn(4000) description: string;
  /** The path of the parent unit; null at the root. */
  @TextColumn(1000, { nullable: true }) parentUnit: string | null;
  @TextColumn(100) type: string;
  @TextColumn(30) shortcut: string;
  @InstantColumn() changedAt: Date;
  /** Derived by `search-columns.ts` on every write, for search. */
  @TrigramIndex('org_unit_search_text_pieces')
  @Index('IDX_332e1c45625ee9fbadbb1392e5', { synchronize: false })
  @FoldedColumn(2500, { default: '' })
  searchText: string;
}
