/** Persons and units as shown by every feature. */

export interface PersonView {
  readonly personId: string;
  readonly name: string;
  readonly surname: string;
}

export interface OrgUnitView {
  /** The path from the root, joined by ` - `. */
  readonly structure: string;
  readonly title: string;
  readonly description: string;
  readonly parentUnit: string | null;
  readonly type: string;
  readonly shortcut: string;
  readonly changedAt: Date;
}
