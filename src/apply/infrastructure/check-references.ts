import { unitsAbove } from '../../directory';
import type { FileFault } from './apply-fault';
import { fieldName } from './located-file';
import type { Reading } from './read-plan';

/** What the database has to refer to. */
export interface Stored {
  readonly structures: ReadonlySet<string>;
  readonly activityTypes: ReadonlySet<string>;
}

/** A fault for everything that is referred to and that is neither in the database nor in the file. */
export function checkReferences({ file, plan, named }: Reading, stored: Stored): FileFault[] {
  const structures = new Set(stored.structures);
  for (const path of named.organizationalStructure) {
    for (const unit of [...unitsAbove(path), path]) structures.add(unit);
  }
  const faults: FileFault[] = [];
  const demand = (known: boolean, path: readonly PropertyKey[], problem: string) => {
    if (!known) faults.push({ line: file.lineOf(path), field: fieldName(path), problem });
  };
  const demandUnit = (unit: string, path: readonly PropertyKey[]) =>
    demand(structures.has(unit), path, 'names an org unit that neither the file nor the database has');

  for (const { path, item } of plan.persons) {
    if (item.structure !== null) demandUnit(item.structure, [...path, 'structure']);
  }
  for (const { path, item } of plan.visitTypes) {
    for (const [index, title] of item.requiredActivities.entries()) {
      demand(
        stored.activityTypes.has(title) || named.activityTypes.has(title),
        [...path, 'requiredActivities', index],
        'names an activity type that neither the file nor the database has',
      );
    }
  }
  for (const { path, item } of plan.users) {
    for (const [agenda, permissions] of Object.entries(item.recordPermissions)) {
      for (const [right, units] of Object.entries(permissions)) {
        if (typeof units === 'string') continue;
        for (const [index, unit] of units.entries())
          demandUnit(unit, [...path, 'recordPermissions', agenda, right, index]);
      }
    }
  }
  return faults;
}
