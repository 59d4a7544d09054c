/** What is changed of a visit: undefined stays as it is. */
export interface VisitRevision {
  /** Names of the members that are changed. */
  readonly changed: readonly string[];
  readonly validFrom?: Date;
  readonly validTo?: Date;
  /** Path of the visited unit; null removes it. */
  readonly structure?: string | null;
  /** Whether the host or the escort is another one, so that a confirmation no longer counts. */
  readonly isForAnother: boolean;
}

/** Members that `update` may change while the visitor is in the area. */
export function isChangedInArea(member: string): boolean {
  return member === 'validTo' || member === 'identifier';
}
