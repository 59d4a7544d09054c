import type { RecordPermission } from '../../shared/caller';
import type { OrgUnitView, PersonView } from '../../shared/directory';
import type { Listed, Page } from '../../shared/page';

export interface PersonRecord extends PersonView {
  readonly email: string;
  /** Path of the person's unit. */
  readonly structure: string | null;
}

/** A name as `name surname` or as `surname name`. */
export interface NamePattern {
  /** `%` stands for any characters, also none; without one the whole name must equal. */
  readonly pattern: string;
  /** Whether case and accents count. */
  readonly exact: boolean;
}

export interface PersonFilter {
  readonly named?: NamePattern;
  /** Stands anywhere in the name; one shorter than three characters at the beginning. Case and accents do not count. */
  readonly text?: string;
  /** Path of a unit: its persons, and those of all units below it. */
  readonly structure?: string;
  readonly permission: RecordPermission;
}

export interface UnitFilter {
  /** Stands anywhere in title, short form and path; one shorter than three characters at the beginning of the title. */
  readonly text?: string;
  /** Path of a unit: itself and all below it. */
  readonly structure?: string;
  /** Path of a unit: those directly below it. */
  readonly parentUnit?: string;
  readonly permission: RecordPermission;
}

/** The directory as it is shown: reads only. Own covers nothing, as nobody keeps who made a person or a unit. */
export abstract class DirectoryViews {
  abstract findPerson(personId: string): Promise<PersonRecord | undefined>;
  /** By surname, then name. */
  abstract persons(filter: PersonFilter, page: Page): Promise<Listed<PersonRecord>>;
  abstract findUnit(structure: string): Promise<OrgUnitView | undefined>;
  /** By path. */
  abstract units(filter: UnitFilter, page: Page): Promise<Listed<OrgUnitView>>;
}

/** A person as an import describes one: what is left out keeps what is on file. */
export interface PersonChange {
  readonly name?: string;
  readonly surname?: string;
  readonly email?: string;
  /** Empty: the person is in no unit. */
  readonly structure?: string;
}

/** A unit as an import describes one: what is left out keeps what is on file. */
export interface UnitChange {
  /** Empty: the last part of the path. */
  readonly title?: string;
  readonly description?: string;
  readonly parentUnit?: string;
  readonly type?: string;
  readonly shortcut?: string;
}

/** Looks up rows by their keys. */
export interface DirectoryReads {
  /** Those that are on file, in any order. */
  persons(personIds: readonly string[]): Promise<PersonRecord[]>;
  /** Those that are on file, in any order. */
  units(structures: readonly string[]): Promise<OrgUnitView[]>;
}

/** The directory within one transaction. */
export interface DirectoryChanges extends DirectoryReads {
  /** Makes or replaces them; their units are on file. */
  putPersons(persons: readonly PersonRecord[]): Promise<void>;
  putUnits(units: readonly OrgUnitView[]): Promise<void>;
}

/** Changes of the directory. */
export abstract class DirectoryStorage {
  /** What is committed, read without holding up anybody who writes. */
  abstract readonly reads: DirectoryReads;
  /**
   * Runs `work` as one transaction, perhaps more than once; what it has written is taken back unless it says to keep it.
   */
  abstract change<T>(work: (changes: DirectoryChanges) => Promise<{ keep: boolean; result: T }>): Promise<T>;
}
