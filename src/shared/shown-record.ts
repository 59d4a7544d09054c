/** A record shown by an answer, and the right that allowed it. */
export interface ShownRecord {
  readonly agenda: 'Visits' | 'Visitors';
  readonly right: 'View' | 'Edit';
  /** VisitId or VisitorId. */
  readonly id: string;
}
