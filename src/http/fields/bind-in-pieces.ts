import type { TimeZone } from '../../shared/time-zone';
import { bind, type BoundRow, BoundRows, bindRow, isTree, itemsOf, nameIn, type Source } from './bind';
import { type DtoClass, fieldsOf } from './members';
import { nextTurn } from '../../runtime/turns';

/** Members to bind before other requests get the event loop. */
const PORTION = 500;
/** A bad row takes about as long as this many members. */
const FAULTS = 40;

/**
 * `bind` for a type with `Rows`. There may be thousands of rows, so other requests run in between.
 * @throws AppError BadParameters with every bad field at once, except those of the rows
 */
export async function bindInPieces<T extends object>(
  type: DtoClass<T>,
  tree: unknown,
  source: Source,
  zone: TimeZone,
): Promise<T> {
  if (!isTree(tree)) return bind(type, tree, source, zone);
  const members = Object.assign(Object.create(null) as Record<string, unknown>, tree);
  for (const field of fieldsOf(type)) {
    if (!field.rows || !field.type) continue;
    for (const name of Object.keys(tree)) {
      const items = nameIn(source, name) === nameIn(source, field.name) && itemsOf(field, tree[name], source);
      if (items) members[name] = new BoundRows(await bindRows(field.type(), items, source, zone));
    }
  }
  return bind(type, members, source, zone);
}

async function bindRows(
  type: DtoClass,
  items: unknown[],
  source: Source,
  zone: TimeZone,
): Promise<BoundRow<object>[]> {
  const bound: BoundRow<object>[] = [];
  let members = 0;
  for (const item of items) {
    const row = bindRow(type, item, source, zone);
    bound.push(row);
    if (row.faults.length > 0) members += FAULTS;
    members += isTree(item) ? Object.keys(item).length + 1 : 1;
    if (members < PORTION) continue;
    members = 0;
    await nextTurn();
  }
  return bound;
}
