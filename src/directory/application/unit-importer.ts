import type { OrgUnitView } from '../../shared/directory';
import type { FieldProblem } from '../../shared/errors/app-error';
import { compareWanted } from '../../shared/put';
import { isUnitPath, parentOf, titleOf, UNIT_PATH_RULE, unitsAbove } from '../domain/unit-path';
import {
  type Importer,
  type ImportOptions,
  type ImportRow,
  outsidePermission,
  refused,
  type RowResult,
  withFaults,
} from './import-rows';
import type { DirectoryChanges, DirectoryReads, UnitChange } from './ports';

/** Imports units. Missing parent units are created. */
export class UnitImporter implements Importer<UnitChange> {
  private known = new Map<string, OrgUnitView>();
  private decided = new Map<string, OrgUnitView>();
  /** Units created as parents of others. A later row for such a unit still counts as `created`. */
  private readonly implied = new Set<string>();

  constructor(
    private readonly options: Pick<ImportOptions, 'mayEdit' | 'maxUnitsAbove'>,
    private readonly now: Date,
  ) {}

  weightOf({ key, item: { description = '' } }: ImportRow<UnitChange>): number {
    return pathsOf(key).reduce((sum, path) => sum + path.length, description.length);
  }

  async begin(reads: DirectoryReads, rows: readonly ImportRow<UnitChange>[]): Promise<void> {
    const paths = new Set(rows.flatMap(({ key }) => pathsOf(key)));
    const units = await reads.units([...paths]);
    this.known = new Map(units.map(unit => [unit.structure, unit]));
    this.decided = new Map();
  }

  judge({ key, item, faults }: ImportRow<UnitChange>): Omit<RowResult, 'row' | 'key'> {
    const missing = pathsOf(key).filter(path => path !== key && !this.known.has(path));
    const all = withFaults(faults, this.faultsOf(key, item, missing));
    if (all.length > 0) return refused(all);
    for (const path of missing) this.imply(path);
    const before = this.known.get(key);
    const wanted = this.wantedUnit(key, item, before);
    const { changedAt: _, ...compared } = wanted;
    const result = compareWanted(this.implied.has(key) ? undefined : before, compared);
    if (result.outcome !== 'left') this.decide(wanted);
    return { ...result, faults: [], above: missing };
  }

  write(changes: DirectoryChanges): Promise<void> {
    return changes.putUnits([...this.decided.values()]);
  }

  private faultsOf(path: string, { parentUnit }: UnitChange, missing: readonly string[]): FieldProblem[] {
    if (!isUnitPath(path)) return [{ field: 'Structure', problem: UNIT_PATH_RULE }];
    const faults: FieldProblem[] = [];
    if (parentUnit !== undefined && parentUnit !== (parentOf(path) ?? ''))
      faults.push({ field: 'ParentUnit', problem: 'must be the path above Structure, or left out' });
    const { mayEdit, maxUnitsAbove = Infinity } = this.options;
    if (![path, ...missing].every(each => mayEdit([each])))
      faults.push({ field: 'Structure', problem: outsidePermission });
    else if (this.implied.size + missing.length > maxUnitsAbove)
      faults.push({
        field: 'Structure',
        problem: `would make more than ${maxUnitsAbove} units that have no row`,
      });
    return faults;
  }

  private imply(path: string): void {
    this.implied.add(path);
    this.decide(this.wantedUnit(path, {}));
  }

  private decide(unit: OrgUnitView): void {
    this.known.set(unit.structure, unit);
    this.decided.set(unit.structure, unit);
  }

  private wantedUnit(structure: string, item: UnitChange, before?: OrgUnitView): OrgUnitView {
    return {
      structure,
      title: (item.title ?? before?.title ?? '') || titleOf(structure),
      description: item.description ?? before?.description ?? '',
      parentUnit: parentOf(structure),
      type: item.type ?? before?.type ?? '',
      shortcut: item.shortcut ?? before?.shortcut ?? '',
      changedAt: this.now,
    };
  }
}

/** The paths of all parents from the root down, and the path itself; empty if it is malformed. */
function pathsOf(path: string): string[] {
  return isUnitPath(path) ? [...unitsAbove(path), path] : [];
}
