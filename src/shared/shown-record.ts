/** A record that an answer shows, and by which right. */
export interface ShownRecord {
  readonly agenda: 'Visits' | 'Visitors';
  readonly right: 'View' | 'Edit';
  /** VisitId or VisitorId. */
  readonly id: string;
}
