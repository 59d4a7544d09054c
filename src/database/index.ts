/** Where the data is kept: a SQLite file or a PostgreSQL database, with one interface to read and to write. */
export {
  BytesColumn,
  FlagColumn,
  FoldedColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  KeyColumn,
  TextColumn,
  TrigramIndex,
} from './columns';
export { Database } from './database';
export { DatabaseRefused } from './database-refused';
export { LeaderJob } from './leader-job';
export { lockByName } from './lock-by-name';
export { migrationStatus, openDatabase } from './open-database';
export { backUpFile, checkCopy, type CopyContents, lastBackupOf, restoreFile } from './sqlite/backup';
export { among, atOrBelow, engineOf, type EngineName, query, type Sql, type Statements } from './statements';
export { StorageFault } from './storage-fault';
export {
  allOf,
  type Condition,
  anyOf,
  containing,
  holdingWords,
  like,
  sortedBy,
  type TextColumnRef,
} from './text-search';
export type { Comparison } from './transfer/compare-table';
export { type Progress, Transfer, TransferRefused } from './transfer/transfer';
