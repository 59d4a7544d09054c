import { mayTouchRecord, type RecordPermission } from '../../src/shared/caller';
import type { OrgUnitView } from '../../src/shared/directory';
import { foldText } from '../../src/shared/fold-text';
import { type Listed, offsetOf, type Page } from '../../src/shared/page';
import {
  type DirectoryChanges,
  type DirectoryReads,
  DirectoryStorage,
  DirectoryViews,
  type NamePattern,
  type PersonFilter,
  type PersonRecord,
  type UnitFilter,
} from '../../src/directory/application/ports';
import { someCaller } from './examples';

/** The rows of a directory in memory, shared by its two ports. */
export class FakeDirectory {
  persons = new Map<string, PersonRecord>();
  units = new Map<string, OrgUnitView>();
  readonly views = new FakeDirectoryViews(this);
  readonly storage = new FakeDirectoryStorage(this);
}

class FakeDirectoryViews extends DirectoryViews {
  constructor(private readonly directory: FakeDirectory) {
    super();
  }

  findPerson(personId: string): Promise<PersonRecord | undefined> {
    return Promise.resolve(this.directory.persons.get(personId));
  }

  persons({ named, text, structure, permission }: PersonFilter, page: Page): Promise<Listed<PersonRecord>> {
    const found = [...this.directory.persons.values()]
      .filter(person => !named || namesOf(person).some(name => isLike(name, named)))
      .filter(person => text === undefined || namesOf(person).some(name => holdsText(name, text)))
      .filter(person => structure === undefined || isUnder([structure], person.structure))
      .filter(person => isPermitted(permission, person.structure));
    return Promise.resolve(pageFrom(found, page, ({ name, surname }) => foldText(`${surname} ${name}`)));
  }

  findUnit(structure: string): Promise<OrgUnitView | undefined> {
    return Promise.resolve(this.directory.units.get(structure));
  }

  units({ text, structure, parentUnit, permission }: UnitFilter, page: Page): Promise<Listed<OrgUnitView>> {
    const found = [...this.directory.units.values()]
      .filter(
        unit => text === undefined || holdsText(`${unit.title} ${unit.shortcut} ${unit.structure}`, text),
      )
      .filter(unit => structure === undefined || isUnder([structure], unit.structure))
      .filter(unit => parentUnit === undefined || unit.parentUnit === parentUnit)
      .filter(unit => isPermitted(permission, unit.structure));
    return Promise.resolve(pageFrom(found, page, unit => unit.structure));
  }
}

class FakeDirectoryStorage extends DirectoryStorage {
  constructor(private readonly directory: FakeDirectory) {
    super();
  }

  readonly reads: DirectoryReads = {
    persons: ids =>
      Promise.resolve([...this.directory.persons.values()].filter(({ personId }) => ids.includes(personId))),
    units: paths =>
      Promise.resolve(
        [...this.directory.units.values()].filter(({ structure }) => paths.includes(structure)),
      ),
  };

  async change<T>(work: (changes: DirectoryChanges) => Promise<{ keep: boolean; result: T }>): Promise<T> {
    const persons = new Map(this.directory.persons);
    const units = new Map(this.directory.units);
    const { keep, result } = await work({
      persons: ids => Promise.resolve([...persons.values()].filter(({ personId }) => ids.includes(personId))),
      units: paths =>
        Promise.resolve([...units.values()].filter(({ structure }) => paths.includes(structure))),
      putPersons: put => {
        for (const person of put) persons.set(person.personId, person);
        return Promise.resolve();
      },
      putUnits: put => {
        for (const unit of put) units.set(unit.structure, unit);
        return Promise.resolve();
      },
    });
    if (keep) Object.assign(this.directory, { persons, units });
    return result;
  }
}

function namesOf({ name, surname }: PersonRecord): string[] {
  return [`${name} ${surname}`, `${surname} ${name}`];
}

function isLike(name: string, { pattern, exact }: NamePattern): boolean {
  const fold = exact ? (text: string) => text : foldText;
  const source = fold(pattern)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*');
  return new RegExp(`^${source}$`, 's').test(fold(name));
}

function holdsText(value: string, text: string): boolean {
  const [whole, part] = [foldText(value), foldText(text)];
  return part.length < 3 ? whole.startsWith(part) : whole.includes(part);
}

function isUnder(paths: readonly string[], structure: string | null): boolean {
  return structure !== null && paths.some(path => `${structure} - `.startsWith(`${path} - `));
}

function isPermitted(permission: RecordPermission, structure: string | null): boolean {
  const caller = someCaller({ recordPermissions: { Persons: { View: permission } } });
  const structures = structure === null ? [] : [structure];
  return mayTouchRecord(caller, 'Persons', 'View', { createdBy: null, structures });
}

function pageFrom<T>(found: readonly T[], page: Page, keyOf: (row: T) => string): Listed<T> {
  const sorted = found.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
  return { rows: sorted.slice(offsetOf(page), offsetOf(page) + page.size), total: found.length };
}
