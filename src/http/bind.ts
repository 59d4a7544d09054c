import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { AppError, type FieldProblem } from '../shared/errors/app-error';
import { type DtoClass, type Field, fieldsOf } from './fields';
import { GIVEN_TWICE, NOT_A_VALUE } from './scalars';

/** Where a tree comes from: XML element names match exactly and its lists hide behind a wrapper, other names match in any case. */
export type Source = 'json' | 'xml' | 'query';

/**
 * Reads a parsed body or query into its DTO: only the documented members, in documented case, converted and checked.
 * @throws AppError BadParameters with every bad field at once
 */
export function bind<T extends object>(type: DtoClass<T>, tree: unknown, source: Source): T {
  const members = isEmptyElement(tree, source) ? {} : tree;
  if (!isTree(members)) throw AppError.badParameters([{ field: '', problem: 'the body must be an object' }]);
  const valid = readValid(type, members, source);
  if (valid) return valid;
  const { dto, faults } = read(type, members, source);
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
): T | undefined {
  const given = membersOf(members, source);
  const values: Record<string, unknown> = {};
  for (const field of fieldsOf(type)) {
    const raw = given.get(source === 'xml' ? field.name : field.name.toLowerCase());
    if (raw === undefined || raw === null) {
      if (field.required) return undefined;
      values[field.name] = undefined;
      continue;
    }
    const value = readValidField(field, raw, source);
    if (value === undefined) return undefined;
    values[field.name] = value;
  }
  return Object.assign(new (type as new () => T)(), values);
}

function readValidField({ kind, type, value }: Field, raw: unknown, source: Source): unknown {
  if (kind === 'object' && type) {
    const members = isEmptyElement(raw, source) ? {} : raw;
    return isTree(members) ? readValid(type(), members, source) : undefined;
  }
  if (kind === 'list' || !value || typeof raw === 'object' || typeof raw === 'symbol') return undefined;
  const converted = value.read(raw);
  return value.problem(converted) === undefined ? converted : undefined;
}

/** A row that was bound by itself. */
export interface BoundRow<T> {
  /** Without the members that are at fault. */
  readonly value: Partial<T>;
  readonly faults: readonly FieldProblem[];
}

/** Reads one row of many, and tells its faults instead of throwing them. */
export function bindRow<T extends object>(type: DtoClass<T>, tree: unknown, source: Source): BoundRow<T> {
  const members = isEmptyElement(tree, source) ? {} : tree;
  if (!isTree(members)) return { value: {}, faults: [{ field: '', problem: 'must be an object' }] };
  const { dto, faults } = read(type, members, source);
  const faulty = new Set(faults.map(({ field }) => field.split(/[.[]/)[0]));
  const good = Object.entries(dto).filter(([name]) => !faulty.has(name));
  return { value: Object.fromEntries(good) as Partial<T>, faults };
}

/** Lets class-transformer read the members, and class-validator find every fault. */
export function read<T extends object>(
  type: DtoClass<T>,
  members: Record<string, unknown>,
  source: Source,
): { dto: T; faults: FieldProblem[] } {
  const shaped = shape(type, members, source);
  const dto = plainToInstance(type as new () => T, shaped);
  // Rows are bound already.
  for (const { name, rows } of fieldsOf(type)) if (rows) Object.assign(dto, { [name]: shaped[name] });
  return { dto, faults: problemsOf(validateSync(dto, { forbidUnknownValues: false }), '') };
}

/** The members that the DTO documents, under their documented names. Depth is bounded by the DTO, not by the sender. */
function shape(type: DtoClass, tree: Record<string, unknown>, source: Source): Record<string, unknown> {
  const given = membersOf(tree, source);
  const shaped: Record<string, unknown> = {};
  for (const field of fieldsOf(type)) {
    const raw = given.get(source === 'xml' ? field.name : field.name.toLowerCase());
    if (raw !== undefined && raw !== null) shaped[field.name] = shapeField(field, raw, source);
  }
  return shaped;
}

function membersOf(tree: Record<string, unknown>, source: Source): Map<string, unknown> {
  const members = new Map<string, unknown>();
  for (const [name, value] of Object.entries(tree)) {
    const key = source === 'xml' ? name : name.toLowerCase();
    members.set(key, members.has(key) ? GIVEN_TWICE : value);
  }
  return members;
}

function shapeField(field: Field, raw: unknown, source: Source): unknown {
  if (raw === GIVEN_TWICE || (source !== 'json' && Array.isArray(raw))) return GIVEN_TWICE;
  if (field.kind === 'list') return shapeList(field, raw, source);
  if (field.kind !== 'object' || !field.type) return typeof raw === 'object' ? NOT_A_VALUE : raw;
  if (isEmptyElement(raw, source)) return shape(field.type(), {}, source);
  return isTree(raw) ? shape(field.type(), raw, source) : NOT_A_VALUE;
}

function shapeList(field: Field, raw: unknown, source: Source): unknown {
  const items = source === 'xml' ? xmlItems(field, raw) : raw;
  if (!Array.isArray(items)) return NOT_A_VALUE;
  const { type } = field;
  // One more than are allowed is enough to refuse them.
  return items.slice(0, (field.schema.maxItems ?? 0) + 1).map((item: unknown) => {
    if (type && field.rows) return bindRow(type(), item, source);
    if (!type) return typeof item === 'object' ? NOT_A_VALUE : item;
    if (isEmptyElement(item, source)) return shape(type(), {}, source);
    return isTree(item) ? shape(type(), item, source) : NOT_A_VALUE;
  });
}

function xmlItems(field: Field, raw: unknown): unknown {
  if (isEmptyElement(raw, 'xml')) return [];
  if (!isTree(raw)) return NOT_A_VALUE;
  const items = raw[field.item ?? ''];
  return items === undefined ? [] : Array.isArray(items) ? items : [items];
}

/** `<Visitor/>` is an object without members, as `{}` is; white space inside it is layout. */
function isEmptyElement(value: unknown, source: Source): boolean {
  return source === 'xml' && typeof value === 'string' && value.trim() === '';
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One problem a field: the first that the decorators found, in the order of the path. */
function problemsOf(errors: readonly ValidationError[], path: string): FieldProblem[] {
  return errors.flatMap(error => {
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
