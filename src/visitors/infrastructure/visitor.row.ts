import { Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { FoldedColumn, InstantColumn, IntegerColumn, TrigramIndex, TextColumn } from '../../database';
import type { DocumentType, VisitorData } from '../../shared/visitor';

@Entity('visitor')
@Unique(['docNumber', 'docState', 'docType'])
@Index('IDX_200f5452e3854a22b3ddc8e263', { synchronize: false })
@Index('IDX_8abf87137bf080f925099c47c8', { synchronize: false })
@Index('IDX_79cc5eb9db3ff6d5c82f8eaed3', { synchronize: false })
@Index('IDX_59d65c8def5d71762df807584c', { synchronize: false })
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
  @IntegerColumn({ nullable: true }) docType: DocumentType | null;
  /** The key by which documents are compared; see `documentKey`. */
  @Index('visitor_document_key', { unique: true })
  @FoldedColumn(600, { nullable: true })
  documentKey: string | null;
  @InstantColumn() createdAt: Date;
  /** Id of the user who registered the visitor; null if it was not recorded. */
  @TextColumn(36, { nullable: true }) createdBy: string | null;
  /** Derived by `folded-visitor.ts` on every write, for order, matching and search. */
  @FoldedColumn(300, { default: '' }) foldedSurname: string;
  @FoldedColumn(300, { default: '' }) foldedName: string;
  @FoldedColumn(600, { default: '' }) foldedEmail: string;
  @TrigramIndex('visitor_search_text_pieces')
  @Index('IDX_28ac22bd8ffcbe802aa4065642', { synchronize: false })
  @FoldedColumn(3000, { default: '' })
  searchText: string;
}

/** The columns of a shown visitor. */
export type VisitorDataColumns = Pick<
  VisitorRow,
  | 'id'
  | 'name'
  | 'surname'
  | 'dateOfBirth'
  | 'company'
  | 'email'
  | 'phoneNumber'
  | 'language'
  | 'docNumber'
  | 'docState'
  | 'docType'
>;

export function visitorData(row: VisitorDataColumns): VisitorData & { readonly id: string } {
  const { docNumber: number, docState: state, docType: type } = row;
  return {
    id: row.id,
    name: row.name,
    surname: row.surname,
    dateOfBirth: row.dateOfBirth,
    company: row.company,
    email: row.email,
    phoneNumber: row.phoneNumber,
    language: row.language,
    document: number === null || state === null || type === null ? null : { number, state, type },
  };
}
