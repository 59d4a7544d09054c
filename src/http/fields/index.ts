/**
 * What a member of a request or an answer is. Promises that one declaration gives its place, its reading from JSON, XML and
 * query, its check, and what the documents say of it.
 */
export { type BoundRow, type Source, bind, bindRow, read, readValid } from './bind';
export { bindInPieces } from './bind-in-pieces';
export { Clear, refuseBoth } from './clear';
export {
  Bytes,
  CalendarDate,
  Choice,
  Choices,
  type DtoClass,
  type Field,
  Flag,
  Guid,
  Instant,
  Integer,
  List,
  Nested,
  Rows,
  Since,
  Text,
  enumerationsOf,
  fieldsOf,
  withAllHeld,
} from './fields';
export { memberNames } from './member-names';
export { PageQuery, Paging, pageOf, presentPaging } from './paging';
export {
  GIVEN_TWICE,
  MAX_NUMBER,
  type ScalarKind,
  type Value,
  conversions,
  parseChange,
  writeChange,
} from './scalars';
export { isPlainText, withoutUnwritable } from './text-values';
export { YesNo, yesNo } from './yes-no';
