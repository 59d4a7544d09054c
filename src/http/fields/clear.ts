import type { Enumeration } from '../../shared/enumeration';
import { AppError } from '../../shared/errors/app-error';
import { List } from './fields';
import { conversions } from './scalars';

/** The names of members that an update removes: null and absent leave a member unchanged. */
export const Clear = (names: Enumeration<string>): PropertyDecorator =>
  List(conversions.choice(names), {
    description: 'Members that are taken away',
    item: 'Member',
    required: false,
    max: names.choices.length,
    example: [names.choices[1]?.value],
  });

/** @throws AppError BadParameters when a member is both given and removed */
export function refuseBoth(request: object, cleared: readonly string[], path = ''): void {
  const given = new Map<string, unknown>(Object.entries(request));
  const both = cleared.filter(name => (given.get(name) ?? undefined) !== undefined);
  if (both.length === 0) return;
  const problem = 'is given and in Clear: only one goes';
  throw AppError.badParameters(both.map(name => ({ field: `${path}${name}`, problem })));
}
