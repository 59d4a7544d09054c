import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import type { TimeZone } from '../../shared/time-zone';
import { AppError, type FieldProblem } from '../../shared/errors/app-error';
import { type DtoClass, type Field, fieldsOf, type ReadOptions } from './fields';
import { GIVEN_TWICE, NOT_A_VALUE } from './scalars';

/** Where a tree comes from: XML element names match exactly and its lists hide behind a wrapper, other names match in any case. */
export type Source = 'json' | 'xml' | 'query';

/**
 * Reads a parsed body or query into its DTO: only the documented members, in documented case, converted and checked.
 * @param zone the site's, for dates without an offset
 * @throws AppError BadParameters with every bad field at once
 */
export function bind<T extends object>(type: DtoClass<T>, tree: unknown, source: Source, zone: TimeZone): T {
  const members = isEmptyElement(tree, source) ? {} : tree;
  if (!isTree(members)) throw AppError.badParameters([{ field: '', problem: 'the body must be an object' }]);
  const valid = readValid(type, members, source, zone);
  if (valid) return valid;
  const { dto, faults } = read(type, members, source, zone);
  if (faults.length > 0) throw AppError.badParameters(faults);
  return dto;
}

/**
 * What `read` gives for members without a fault, in one pass over the declared fields. Undefined for all that it does not
 * see to be valid, and for lists: `read` decides about those, and words what is wrong.
 */
export function readValid<T extends object>(
  type: DtoClass<T>,
  members: Record<string, unknown>,
  source: Source,
  zone: TimeZone,
): T | undefined {
  const given = membersOf(members, source);
  const values: Record<string, unknown> = {};
  for (const field of fieldsOf(type)) {
    const raw = given.get(nameIn(source, field.name));
    const value = raw === undefined || raw === null ? undefined : readValidField(field, raw, source, zone);
    if (value === INVALID || (value === undefined && field.required)) return undefined;
    values[field.name] = value;
  }
  return Object.assign(new (type as new () => T)(), values);
}
const INVALID = Symbol('not seen to be valid');

/** Undefined for what says nothing. */
function readValidField(field: Field, raw: unknown, source: Source, zone: TimeZone): unknown {
  const { kind, type, value } = field;
  if (kind === 'object' && type) {
    if (!field.required && saysNothing(field, raw, source, zone)) return undefined;
    return isTree(raw) ? (readValid(type(), raw, source, zone) ?? INVALID) : INVALID;
  }
  if (kind === 'list' || !value || typeof raw === 'object' || typeof raw === 'symbol') return INVALID;
  const converted = value.read(raw, zone);
  return converted === undefined || value.problem(converted) === undefined ? converted : INVALID;
}

/** Stands in a tree for the items of a list of `Rows` that are bound already. */
export class BoundRows {
  constructor(readonly rows: readonly BoundRow<object>[]) {}
}

/** A row that was bound by itself. */
export interface BoundRow<T> {
  /** Without the members that are at fault. */
  readonly value: Partial<T>;
  readonly faults: readonly FieldProblem[];
}

/** Reads one row of many, and tells its faults instead of throwing them. */
export function bindRow<T extends object>(
  type: DtoClass<T>,
  tree: unknown,
  source: Source,
  zone: TimeZone,
): BoundRow<T> {
  const members = isEmptyElement(tree, source) ? {} : tree;
  if (!isTree(members)) return { value: {}, faults: [{ field: '', problem: 'must be an object' }] };
  const valid = readValid(type, members, source, zone);
  if (valid) return { value: valid, faults: [] };
  const { dto, faults } = read(type, members, source, zone);
  const faulty = new Set(faults.map(({ field }) => field.split(/[.[]/)[0]));
  const good = Object.entries(dto).filter(([name]) => !faulty.has(name));
  return { value: Object.fromEntries(good) as Partial<T>, faults };
}

/** Lets class-transformer read the members, and class-validator find every fault. */
export function read<T extends object>(
  type: DtoClass<T>,
  given: Record<string, unknown>,
  source: Source,
  zone: TimeZone,
): { dto: T; faults: FieldProblem[] } {
  const shaped = shape(type, given, source, zone);
  // Rows are bound already: class-transformer would take them apart again.
  const isRows = new Set(fieldsOf(type).flatMap(({ rows, name }) => (rows ? [name] : [])));
  const members = Object.entries(shaped);
  const options: ReadOptions = { zone };
  const dto = plainToInstance(
    type as new () => T,
    Object.fromEntries(members.filter(([name]) => !isRows.has(name))),
    options,
  );
  Object.assign(dto, Object.fromEntries(members.filter(([name]) => isRows.has(name))));
  return { dto, faults: problemsOf(validateSync(dto, { forbidUnknownValues: false }), '') };
}

/** The members that the DTO documents, under their documented names. Depth is bounded by the DTO, not by the sender. */
function shape(
  type: DtoClass,
  tree: Record<string, unknown>,
  source: Source,
  zone: TimeZone,
): Record<string, unknown> {
  const given = membersOf(tree, source);
  const shaped: Record<string, unknown> = {};
  for (const field of fieldsOf(type)) {
    const raw = given.get(nameIn(source, field.name));
    if (raw === undefined || raw === null || (!field.required && saysNothing(field, raw, source, zone)))
      continue;
    shaped[field.name] = shapeField(field, raw, source, zone);
  }
  return shaped;
}

/** A member that is there and says nothing is absent where it may be: an empty text but for a free one, an object of none. */
function saysNothing(field: Field, raw: unknown, source: Source, zone: TimeZone): boolean {
  if (raw === undefined || raw === null) return true;
  if (field.kind === 'list' || raw === GIVEN_TWICE) return false;
  if (field.kind !== 'object' || !field.type)
    return typeof raw === 'string' && field.value?.read(raw, zone) === undefined;
  if (isEmptyObject(raw)) return true;
  if (!isTree(raw)) return false;
  const given = membersOf(raw, source);
  return fieldsOf(field.type()).every(each => {
    const member = given.get(nameIn(source, each.name));
    return saysNothing(each, member, source, zone);
  });
}

function membersOf(tree: Record<string, unknown>, source: Source): Map<string, unknown> {
  const members = new Map<string, unknown>();
  for (const [name, value] of Object.entries(tree)) {
    const key = nameIn(source, name);
    members.set(key, members.has(key) ? GIVEN_TWICE : value);
  }
  return members;
}

export const nameIn = (source: Source, name: string): string =>
  source === 'xml' ? name : name.toLowerCase();

function shapeField(field: Field, raw: unknown, source: Source, zone: TimeZone): unknown {
  if (raw === GIVEN_TWICE || (source !== 'json' && Array.isArray(raw))) return GIVEN_TWICE;
  if (raw instanceof BoundRows) return raw.rows;
  if (field.kind === 'list') return shapeList(field, raw, source, zone);
  if (field.kind !== 'object' || !field.type) return typeof raw === 'object' ? NOT_A_VALUE : raw;
  if (isEmptyObject(raw)) return shape(field.type(), {}, source, zone);
  return isTree(raw) ? shape(field.type(), raw, source, zone) : NOT_A_VALUE;
}

function shapeList(field: Field, raw: unknown, source: Source, zone: TimeZone): unknown {
  const { type } = field;
  const items = itemsOf(field, raw, source);
  if (!items) return NOT_A_VALUE;
  return items.map((item: unknown) => {
    if (type && field.rows) return bindRow(type(), item, source, zone);
    if (!type) return typeof item === 'object' ? NOT_A_VALUE : item;
    if (isEmptyObject(item)) return shape(type(), {}, source, zone);
    return isTree(item) ? shape(type(), item, source, zone) : NOT_A_VALUE;
  });
}

/** The items of a list, of which one more than are allowed is enough to refuse them; undefined when it is no list. */
export function itemsOf(field: Field, raw: unknown, source: Source): unknown[] | undefined {
  if (isEmptyObject(raw)) return [];
  const items = source === 'xml' ? xmlItems(field, raw) : raw;
  return Array.isArray(items) ? items.slice(0, (field.schema.maxItems ?? 0) + 1) : undefined;
}

function xmlItems(field: Field, raw: unknown): unknown {
  if (!isTree(raw)) return NOT_A_VALUE;
  const items = raw[field.item ?? ''];
  return items === undefined ? [] : Array.isArray(items) ? items : [items];
}

/** `<Visitor/>` is an object without members, as `{}` is; white space inside it is layout. PHP writes such a one as `[]`. */
function isEmptyObject(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

/** A body that is empty but for its root. */
function isEmptyElement(value: unknown, source: Source): boolean {
  return source === 'xml' && isEmptyObject(value);
}

export function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One problem a field: the first that the decorators found, in the order of the path. */
function problemsOf(errors: readonly ValidationError[], path: string): FieldProblem[] {
  return inOrder(errors).flatMap(error => {
    const field = /^\d+$/.test(error.property)
      ? `${path}[${error.property}]`
      : path
        ? `${path}.${error.property}`
        : error.property;
    const { isDefined, nestedValidation, ...rest } = error.constraints ?? {};
    if (error.value === GIVEN_TWICE) return [{ field, problem: 'is given more than once' }];
    const problem = isDefined ?? Object.values(rest)[0] ?? nestedValidation;
    return [...(problem ? [{ field, problem }] : []), ...problemsOf(error.children ?? [], field)];
  });
}

/** As the members are documented: class-validator names those of the class before those that it inherits. */
function inOrder(errors: readonly ValidationError[]): ValidationError[] {
  const type = errors[0]?.target?.constructor as DtoClass | undefined;
  const names = type ? fieldsOf(type).map(({ name }) => name) : [];
  return [...errors].sort((a, b) => names.indexOf(a.property) - names.indexOf(b.property));
}
