import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { FoldedColumn, InstantColumn, PiecesIndex, TextColumn } from '../../database';

@Entity('org_unit')
@Index('IDX_614b58a7d2671c9bb48abeb573', { synchronize: false })
@Index('org_unit_structure_equal', { synchronize: false })
export class OrgUnitRow {
  @PrimaryGeneratedColumn() seq: number;
  /** Path from the root, joined by ` - `. */
  @TextColumn(1000, { unique: true }) structure: string;
  @TextColumn(200) title: string;
  @TextColumn(4000) description: string;
  /** Path of the unit above; null at the root. */
  @TextColumn(1000, { nullable: true }) parentUnit: string | null;
  @TextColumn(100) type: string;
  @TextColumn(30) shortcut: string;
  @InstantColumn() changedAt: Date;
  /** By this units are searched; `search-columns.ts` makes it, whenever a unit is written. */
  @PiecesIndex('org_unit_search_text_pieces')
  @Index('IDX_332e1c45625ee9fbadbb1392e5', { synchronize: false })
  @FoldedColumn(2500, { default: '' })
  searchText: string;
}
