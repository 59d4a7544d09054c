import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import type { TimeZone } from '../../shared/time-zone';
import { AppError, type FieldProblem } from '../../shared/errors/app-error';
import { GIVEN_TWICE, NOT_A_VALUE } from './conversion';
import type { ReadOptions } from './fields';
import { type DtoClass, type Field, fieldsOf } from './members';

/** Where a tree comes from. XML names match exactly and XML lists have a wrapper element; all other names match in any case. */
export type Source = 'json' | 'xml' | 'query';

/** What a value comes from, and the zone of the site, for dates without an offset. */
interface Context {
  readonly source: Source;
  readonly zone: TimeZone;
}

/**
 * Reads a parsed body or query into its DTO: only the documented members, in documented case, converted and checked.
 * @param zone the site's, for dates without an offset
 * @throws AppError BadParameters with every bad field at once
 */
export function bind<T extends object>(type: DtoClass<T>, tree: unknown, source: Source, zone: TimeZone): T {
  const { dto, faults } = read(type, tree, { source, zone });
  if (!dto) throw AppError.badParameters([{ field: '', problem: 'the body must be an object' }]);
  if (faults.length > 0) throw AppError.badParameters(faults);
  return dto;
}

/** Replaces the items of a `Rows` list in a tree once they are bound. */
export class BoundRows {
  constructor(readonly rows: readonly BoundRow<object>[]) {}
}

/** The result of binding one row. */
export interface BoundRow<T> {
  /** Without the bad members. */
  readonly value: Partial<T>;
  readonly faults: readonly FieldProblem[];
}

/** Reads one row of many, and returns its faults instead of throwing them. */
export function bindRow<T extends object>(
  type: DtoClass<T>,
  tree: unknown,
  source: Source,
  zone: TimeZone,
): BoundRow<T> {
  const { dto, faults } = read(type, tree, { source, zone });
  if (!dto) return { value: {}, faults: [{ field: '', problem: 'must be an object' }] };
  if (faults.length === 0) return { value: dto, faults };
  const faulty = new Set(faults.map(({ field }) => field.split(/[.[]/)[0]));
  const good = Object.entries(dto).filter(([name]) => !faulty.has(name));
  return { value: Object.fromEntries(good) as Partial<T>, faults };
}

/** class-transformer makes the DTO, class-validator finds the faults. No DTO: `tree` is no object. */
function read<T extends object>(
  type: DtoClass<T>,
  tree: unknown,
  context: Context,
): { dto?: T; faults: FieldProblem[] } {
  const given = context.source === 'xml' && isEmptyObject(tree) ? {} : tree;
  if (!isTree(given)) return { faults: [] };
  const members = shape(type, given, context);
  const options: ReadOptions = { zone: context.zone };
  const dto = plainToInstance(type as new () => T, members, options);
  for (const { name, rows } of fieldsOf(type)) if (rows) Object.assign(dto, { [name]: members[name] });
  return { dto, faults: problemsOf(validateSync(dto, { forbidUnknownValues: false }), '') };
}

/** The documented members, under their documented names. The DTO bounds the depth, not the sender. */
function shape(type: DtoClass, tree: Record<string, unknown>, context: Context): Record<string, unknown> {
  const given = membersOf(tree, context.source);
  const shaped: Record<string, unknown> = {};
  for (const field of fieldsOf(type)) {
    const raw = given.get(nameIn(context.source, field.name));
    if (raw === undefined || raw === null || (!field.required && saysNothing(field, raw, context))) continue;
    shaped[field.name] = shapeField(field, raw, context);
  }
  return shaped;
}

/** Whether an optional member counts as absent: an empty text where the kind of value has none, or an object without members. */
function saysNothing(field: Field, raw: unknown, context: Context): boolean {
  if (raw === undefined || raw === null) return true;
  if (field.kind === 'list' || raw === GIVEN_TWICE) return false;
  if (!field.type) return typeof raw === 'string' && field.value?.read(raw, context.zone) === undefined;
  if (isEmptyObject(raw)) return true;
  if (!isTree(raw)) return false;
  const given = membersOf(raw, context.source);
  return fieldsOf(field.type()).every(each =>
    saysNothing(each, given.get(nameIn(context.source, each.name)), context),
  );
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

function shapeField(field: Field, raw: unknown, context: Context): unknown {
  const { source, zone } = context;
  if (raw === GIVEN_TWICE || (source !== 'json' && Array.isArray(raw))) return GIVEN_TWICE;
  if (raw instanceof BoundRows) return raw.rows;
  const { type, rows } = field;
  if (field.kind !== 'list') return shapeValue(type, raw, context);
  const items = itemsOf(field, raw, source);
  if (!items) return NOT_A_VALUE;
  return items.map(item =>
    type && rows ? bindRow(type(), item, source, zone) : shapeValue(type, item, context),
  );
}

/** One object if there is a type, else one scalar. */
function shapeValue(type: Field['type'], raw: unknown, context: Context): unknown {
  if (!type) return typeof raw === 'object' ? NOT_A_VALUE : raw;
  const tree = isEmptyObject(raw) ? {} : raw;
  return isTree(tree) ? shape(type(), tree, context) : NOT_A_VALUE;
}

/** The items of a list; undefined when it is no list. One item above the limit is enough to refuse it, so the rest is cut off. */
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

/** `<Visitor/>` is an object without members, like `{}`; white space inside it is layout. PHP writes an empty object as `[]`. */
function isEmptyObject(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

export function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One problem for each field: the message of the first check that failed. */
function problemsOf(errors: readonly ValidationError[], path: string): FieldProblem[] {
  return inOrder(errors).flatMap(error => {
    const field = /^\d+$/.test(error.property)
      ? `${path}[${error.property}]`
      : path
        ? `${path}.${error.property}`
        : error.property;
    const [problem] =
      error.value === GIVEN_TWICE ? ['is given more than once'] : Object.values(error.constraints ?? {});
    return [...(problem ? [{ field, problem }] : []), ...problemsOf(error.children ?? [], field)];
  });
}

/** In documented order: class-validator puts the members of a class before the inherited ones. */
function inOrder(errors: readonly ValidationError[]): ValidationError[] {
  const type = errors[0]?.target?.constructor as DtoClass | undefined;
  const names = type ? fieldsOf(type).map(({ name }) => name) : [];
  return [...errors].sort((a, b) => names.indexOf(a.property) - names.indexOf(b.property));
}
