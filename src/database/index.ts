/** Where the data is kept: one writer whose changes take their turn, one reader beside it, and the migrations. */
export { BytesColumn, FlagColumn, InstantColumn, IntegerColumn, JsonColumn, TextColumn } from './columns';
export { Database } from './database';
export { DatabaseRefused } from './database-refused';
export { migrationStatus, openDatabase, type Rows } from './open-database';
export { type Statements } from './statements';
export { StorageFault, type StorageReason } from './storage-fault';
export {
  allOf,
  type Condition,
  containing,
  createTextIndex,
  dropTextIndex,
  like,
  type TextColumnRef,
} from './text-search';
