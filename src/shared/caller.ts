/** Which records of an agenda a user may touch: every one, those the user created, or those of these units and all below. */
export type RecordPermission = 'All' | 'Own' | readonly string[];

export type RecordRight = 'View' | 'Edit';

/** Who asks, from where, in which request, and which visits and visitors they may touch. What a use case knows of authentication. */
export interface Caller {
  readonly userId: string;
  readonly login: string;
  /** Normalised client address. */
  readonly address: string;
  readonly requestId: string;
  readonly visitPermissions: Readonly<Record<RecordRight, RecordPermission>>;
  readonly visitorPermissions: Readonly<Record<RecordRight, RecordPermission>>;
}

/** What decides about a record: who created it, and the org unit that it belongs to. */
export interface OwnedRecord {
  readonly createdBy: string;
  readonly structure: string | null;
}

/** Whether the caller may view or edit this visit. One with no visited unit is covered by All and Own only (operating.md). */
export function mayTouch(caller: Caller, right: RecordRight, { createdBy, structure }: OwnedRecord): boolean {
  return covers(caller.visitPermissions[right], caller, createdBy, structure === null ? [] : [structure]);
}

/**
 * Whether the caller may view or edit this visitor. `structures` are the units that the visitor's visits went to, or
 * will go to: a visitor belongs to each of them. `createdBy` is null where it was not kept.
 */
export function mayTouchVisitor(
  caller: Caller,
  right: RecordRight,
  { createdBy, structures }: { createdBy: string | null; structures: readonly string[] },
): boolean {
  return covers(caller.visitorPermissions[right], caller, createdBy, structures);
}

function covers(
  permission: RecordPermission,
  { userId }: Caller,
  createdBy: string | null,
  structures: readonly string[],
): boolean {
  if (permission === 'All') return true;
  if (permission === 'Own') return createdBy === userId;
  return structures.some(structure =>
    permission.some(unit => structure === unit || structure.startsWith(`${unit} - `)),
  );
}
