import type { RecordPermission } from '../../shared/caller';
import type { OrgUnitView, PersonView } from '../../shared/directory';
import type { Listed, Page } from '../../shared/page';

export interface PersonRecord extends PersonView {
  readonly email: string;
  /** The path of the person's unit. */
  readonly structure: string | null;
}

/** Matches `name surname` or `surname name`. */
export interface NamePattern {
  /** `%` matches any characters, also none. Without one, the whole name must match. */
  readonly pattern: string;
  /** Whether case and accents count. */
  readonly exact: boolean;
}

export interface PersonFilter {
  readonly named?: NamePattern;
  /** Substring of the name; shorter than three characters, its beginning. Case and accents do not count. */
  readonly text?: string;
  /** The path of a unit: its persons, and those of all units below it. */
  readonly structure?: string;
  readonly permission: RecordPermission;
}

export interface UnitFilter {
  /** Substring of title, short form and path; shorter than three characters, the beginning of the title. */
  readonly text?: string;
  /** The path of a unit: that unit and all below it. */
  readonly structure?: string;
  /** The path of a unit: the units directly below it. */
  readonly parentUnit?: string;
  readonly permission: RecordPermission;
}

/** Read access to the directory. Own covers nothing, because the creator of a person or a unit is not recorded. */
export abstract class DirectoryViews {
  abstract findPerson(personId: string): Promise<PersonRecord | undefined>;
  /** By surname, then name. */
  abstract persons(filter: PersonFilter, page: Page): Promise<Listed<PersonRecord>>;
  abstract findUnit(structure: string): Promise<OrgUnitView | undefined>;
  /** By path. */
  abstract units(filter: UnitFilter, page: Page): Promise<Listed<OrgUnitView>>;
}

/** A person as described by an import. Omitted members stay unchanged. */
export interface PersonChange {
  readonly name?: string;
  readonly surname?: string;
  readonly email?: string;
  /** Empty: no unit. */
  readonly structure?: string;
}

/** A unit as described by an import. Omitted members stay unchanged. */
export interface UnitChange {
  /** Empty: the last part of the path. */
  readonly title?: string;
  readonly description?: string;
  readonly parentUnit?: string;
  readonly type?: string;
  readonly shortcut?: string;
}

/** Reads records by their keys. Unknown keys are skipped; the order is undefined. */
export interface DirectoryReads {
  persons(personIds: readonly string[]): Promise<PersonRecord[]>;
  units(structures: readonly string[]): Promise<OrgUnitView[]>;
}

/** The directory within a transaction. */
export interface DirectoryChanges extends DirectoryReads {
  /** Inserts or replaces persons. Their units must exist. */
  putPersons(persons: readonly PersonRecord[]): Promise<void>;
  putUnits(units: readonly OrgUnitView[]): Promise<void>;
}

export abstract class DirectoryStorage {
  /** Reads committed data without blocking writers. */
  abstract readonly reads: DirectoryReads;
  /**
   * Runs `work` as one transaction, possibly more than once. The transaction is rolled back if `keep` is false.
   */
  abstract change<T>(work: (changes: DirectoryChanges) => Promise<{ keep: boolean; result: T }>): Promise<T>;
}
