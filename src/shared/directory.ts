/** Persons and units as every feature shows them. */

export interface PersonView {
  readonly personId: string;
  readonly name: string;
  readonly surname: string;
}

export interface OrgUnitView {
  /** Path from the root, joined by ` - `. */
  readonly structure: string;
  readonly title: string;
  readonly description: string;
  readonly parentUnit: string | null;
  readonly type: string;
  readonly shortcut: string;
  readonly changedAt: Date;
}
