import type { Agenda, Right } from './agenda';
import { foldText } from './fold-text';

/** The records of an agenda open to a user: all, those the user created, or those of the listed units and units below. */
export type RecordPermission = 'All' | 'Own' | readonly string[];

export type RecordRight = 'View' | 'Edit';

export type Privileges = Readonly<Partial<Record<Agenda, readonly Right[]>>>;

/** An omitted record permission means All. */
export type RecordPermissions = Readonly<
  Partial<Record<Agenda, Readonly<Partial<Record<RecordRight, RecordPermission>>>>>
>;

/** The user of a request with address, privileges and record permissions. Use cases know nothing else of authentication. */
export interface Caller {
  readonly userId: string;
  readonly login: string;
  /** Normalised client address. */
  readonly address: string;
  readonly requestId: string;
  readonly privileges: Privileges;
  readonly recordPermissions: RecordPermissions;
}

/** The login of the service in the history. */
const SERVICE_LOGIN = 'gatehouse';

/** Whether a login could be mistaken for that of the service: case, accents and spaces do not count. */
export function isServiceLogin(login: string): boolean {
  return foldText(login).replace(/\s/g, '') === SERVICE_LOGIN;
}

/** The service as a caller, for jobs without a request. It has no address. @param requestId id of the job run */
export function serviceCaller(requestId: string): Caller {
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

/** The facts that decide about a visit: its creator and the visited unit. */
export interface OwnedRecord {
  readonly createdBy: string;
  readonly structure: string | null;
}

/** Whether an answer about another record may show this visit, by privilege and record permission. */
export function mayViewVisit(caller: Caller, visit: OwnedRecord): boolean {
  return holds(caller, 'Visits', 'View') && mayTouch(caller, 'View', visit);
}

/** Whether the caller may view or edit this visit. A visit without a visited unit is covered by All and Own only. */
export function mayTouch(caller: Caller, right: RecordRight, { createdBy, structure }: OwnedRecord): boolean {
  const structures = structure === null ? [] : [structure];
  return mayTouchRecord(caller, 'Visits', right, { createdBy, structures });
}

/**
 * Whether the caller may view or edit a record of an agenda. `structures` are the units of the record.
 * `createdBy` is null if the creator was not recorded.
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

/** The caller's record permission, as a filter for lists. */
export function permissionOf(caller: Caller, agenda: Agenda, right: RecordRight): RecordPermission {
  return caller.recordPermissions[agenda]?.[right] ?? 'All';
}
