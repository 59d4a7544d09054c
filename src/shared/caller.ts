import type { Agenda, Right } from './agenda';
import { foldText } from './fold-text';

/** Which records of an agenda a user may touch: every one, those the user created, or those of these units and all below. */
export type RecordPermission = 'All' | 'Own' | readonly string[];

export type RecordRight = 'View' | 'Edit';

export type Privileges = Readonly<Partial<Record<Agenda, readonly Right[]>>>;

/** A record permission left out is All (operating.md). */
export type RecordPermissions = Readonly<
  Partial<Record<Agenda, Readonly<Partial<Record<RecordRight, RecordPermission>>>>>
>;

/** Who asks, from where, in which request, and which records they may touch. What a use case knows of authentication. */
export interface Caller {
  readonly userId: string;
  readonly login: string;
  /** Normalised client address. */
  readonly address: string;
  readonly requestId: string;
  readonly privileges: Privileges;
  readonly recordPermissions: RecordPermissions;
}

/** The login of the service itself in the history. */
const SERVICE_LOGIN = 'gatehouse';

/** Whether a user of this login would be taken for the service, for a difference of case, accents or spaces. */
export function isServiceLogin(login: string): boolean {
  return foldText(login).replace(/\s/g, '') === SERVICE_LOGIN;
}

/** The service, where it does something that nobody has asked for: from no address. @param requestId of the run */
export function theService(requestId: string): Caller {
  return {
    userId: '',
    login: SERVICE_LOGIN,
    address: '',
    requestId,
    privileges: {},
    recordPermissions: {},
  };
}

export function holds(
  { privileges }: { readonly privileges: Privileges },
  agenda: Agenda,
  right: Right,
): boolean {
  return privileges[agenda]?.includes(right) ?? false;
}

/** What decides about a visit: who created it, and the org unit that it goes to. */
export interface OwnedRecord {
  readonly createdBy: string;
  readonly structure: string | null;
}

/** Whether an answer about something else may show this visit: by privilege and record permission. */
export function mayViewVisit(caller: Caller, visit: OwnedRecord): boolean {
  return holds(caller, 'Visits', 'View') && mayTouch(caller, 'View', visit);
}

/** Whether the caller may view or edit this visit. One with no visited unit is covered by All and Own only (operating.md). */
export function mayTouch(caller: Caller, right: RecordRight, { createdBy, structure }: OwnedRecord): boolean {
  const structures = structure === null ? [] : [structure];
  return mayTouchRecord(caller, 'Visits', right, { createdBy, structures });
}

/**
 * Whether the caller may view or edit a record of an agenda. `structures` are the units that it belongs to.
 * `createdBy` is null where it was not kept.
 */
export function mayTouchRecord(
  caller: Caller,
  agenda: Agenda,
  right: RecordRight,
  { createdBy, structures }: { createdBy: string | null; structures: readonly string[] },
): boolean {
  const permission = permissionOf(caller, agenda, right);
  if (permission === 'All') return true;
  if (permission === 'Own') return createdBy === caller.userId;
  return structures.some(structure =>
    permission.some(unit => structure === unit || structure.startsWith(`${unit} - `)),
  );
}

/** What the caller may touch, for the lists that are filtered by it. */
export function permissionOf(caller: Caller, agenda: Agenda, right: RecordRight): RecordPermission {
  return caller.recordPermissions[agenda]?.[right] ?? 'All';
}
