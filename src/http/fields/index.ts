/**
 * Field decorators and binding. Promises that one declaration gives a member its place, its reading from JSON, XML and
 * query, its validation and its documentation.
 */
export { type BoundRow, type Source, bind, bindRow } from './bind';
export { bindInPieces } from './bind-in-pieces';
export { Clear, refuseBoth } from './clear';
export { MAX_NUMBER, parseChange, writeChange } from './change-number';
export { GIVEN_TWICE, type Conversion, type ScalarKind, type Value } from './conversion';
export {
  Bytes,
  CalendarDate,
  Choice,
  Choices,
  Flag,
  Guid,
  Instant,
  Integer,
  List,
  Nested,
  Rows,
  Since,
  Text,
} from './fields';
export { memberNames } from './member-names';
export { type DtoClass, type Field, enumerationsOf, fieldsOf, withNested } from './members';
export { PageQuery, Paging, pageOf, presentPaging } from './paging';
export { conversions } from './scalars';
export { ApiSchema, schemaName } from './schema-name';
export { isPlainText, withoutUnwritable } from './text-values';
export { YesNo, yesNo } from './yes-no';
