import type { OrgUnitView } from '../../shared/directory';
import type { DirectoryChanges, DirectoryReads, PersonRecord } from './ports';

/** Keeps changes in memory instead of storing them. Reads see them as if they were stored. */
export class DryRunChanges implements DirectoryChanges {
  private readonly made = new Map<string, OrgUnitView>();

  constructor(private readonly reads: DirectoryReads) {}

  /** As stored: an import changes a person at most once. */
  persons(personIds: readonly string[]): Promise<PersonRecord[]> {
    return this.reads.persons(personIds);
  }

  async units(structures: readonly string[]): Promise<OrgUnitView[]> {
    const made = structures.flatMap(path => this.made.get(path) ?? []);
    return [...made, ...(await this.reads.units(structures.filter(path => !this.made.has(path))))];
  }

  putPersons(): Promise<void> {
    return Promise.resolve();
  }

  putUnits(units: readonly OrgUnitView[]): Promise<void> {
    for (const unit of units) this.made.set(unit.structure, unit);
    return Promise.resolve();
  }
}
