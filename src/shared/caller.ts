/** Which records of an agenda a user may touch: every one, those the user created, or those of these units and all below. */
export type RecordPermission = 'All' | 'Own' | readonly string[];

export type RecordRight = 'View' | 'Edit';

/** Who asks, from where, in which request, and which visits they may touch. What a use case knows of authentication. */
export interface Caller {
  readonly userId: string;
  readonly login: string;
  /** Normalised client address. */
  readonly address: string;
  readonly requestId: string;
  readonly visitPermissions: Readonly<Record<RecordRight, RecordPermission>>;
}

/** What decides about a record: who created it, and the org unit that it belongs to. */
export interface OwnedRecord {
  readonly createdBy: string;
  readonly structure: string | null;
}

/** Whether the caller may view or edit this visit. One with no visited unit is covered by All and Own only (operating.md). */
export function mayTouch(caller: Caller, right: RecordRight, record: OwnedRecord): boolean {
  const permission = caller.visitPermissions[right];
  if (permission === 'All') return true;
  if (permission === 'Own') return record.createdBy === caller.userId;
  const { structure } = record;
  return (
    structure !== null && permission.some(unit => structure === unit || structure.startsWith(`${unit} - `))
  );
}
