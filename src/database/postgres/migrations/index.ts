import { Baseline1795700000000 } from './1795700000000-baseline';
import { OverdueVisits1795700100000 } from './1795700100000-overdue-visits';
import { ChangeNumbers1795900000000 } from './1795900000000-change-numbers';
import { WideTexts1795900100000 } from './1795900100000-wide-texts';
import { OpensFile1795900300000 } from './1795900300000-opens-file';
import { ShownRecords1795900400000 } from './1795900400000-shown-records';
import { FoldedDocuments1796000000000 } from './1796000000000-folded-documents';

/** All migrations, oldest first. One that was released is never changed. */
export const migrations = [
  Baseline1795700000000, //
  OverdueVisits1795700100000,
  ChangeNumbers1795900000000,
  WideTexts1795900100000,
  OpensFile1795900300000,
  ShownRecords1795900400000,
  FoldedDocuments1796000000000,
] as const;
