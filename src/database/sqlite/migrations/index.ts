import { Core1795500000000 } from './1795500000000-core';
import { Visitors1795600000000 } from './1795600000000-visitors';
import { Directory1795600100000 } from './1795600100000-directory';
import { CardsAndPhotos1795600200000 } from './1795600200000-cards-and-photos';
import { PassKey1795600300000 } from './1795600300000-pass-key';
import { IdempotencyKey1795600400000 } from './1795600400000-idempotency-key';
import { VisitLists1795600500000 } from './1795600500000-visit-lists';
import { OverdueVisits1795700100000 } from './1795700100000-overdue-visits';
import { ChangeNumbers1795900000000 } from './1795900000000-change-numbers';
import { OpensFile1795900300000 } from './1795900300000-opens-file';
import { ShownRecords1795900400000 } from './1795900400000-shown-records';
import { FoldedDocuments1796000000000 } from './1796000000000-folded-documents';

/** All migrations, oldest first. One that was released is never changed. */
export const migrations = [
  Core1795500000000, //
  Visitors1795600000000,
  Directory1795600100000,
  CardsAndPhotos1795600200000,
  PassKey1795600300000,
  IdempotencyKey1795600400000,
  VisitLists1795600500000,
  OverdueVisits1795700100000,
  ChangeNumbers1795900000000,
  OpensFile1795900300000,
  ShownRecords1795900400000,
  FoldedDocuments1796000000000,
] as const;
