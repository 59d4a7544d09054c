/** What is changed of a visit: undefined stays as it is. */
export interface VisitRevision {
  /** Names of the members that are changed, for the history. */
  readonly members: readonly string[];
  readonly validFrom?: Date;
  readonly validTo?: Date;
  /** Path of the visited unit; null takes it away. */
  readonly structure?: string | null;
  /** Whether somebody else is to confirm now, so that a confirmation counts no more. */
  readonly isForAnother: boolean;
}

/** Members that `update` may change while the visitor is in the area, by their wire names. */
export function isChangedInArea(member: string): boolean {
  return member === 'ValidTo' || member === 'Identifier';
}
