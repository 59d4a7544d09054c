import type { Agenda } from '../../shared/agenda';
import type { Caller, RecordPermissions } from '../../shared/caller';

/**
 * What a privilege lets its holder do on an agenda. `Activities`: edit the item Activities of agenda Visitors. `Types`:
 * define visit types (agenda Visits) or activity types (agenda Visitors).
 */
export type Right = 'View' | 'New' | 'Edit' | 'Activities' | 'Types';
export const rights: readonly Right[] = ['View', 'New', 'Edit', 'Activities', 'Types'];

export type Privileges = Readonly<Partial<Record<Agenda, readonly Right[]>>>;

export type { RecordPermissions };

/** A system or a person that logs in with a key. */
export interface User {
  readonly id: string;
  readonly login: string;
  /** Hex SHA-256 of the API key; the key itself is kept nowhere. */
  readonly keyDigest: string;
  readonly blocked: boolean;
  /** Filter text; one that cannot be read lets nobody in (1007). */
  readonly ipFilter: string;
  /** Instead of RATE_POLICY, in its syntax. */
  readonly ratePolicy: string | null;
  readonly privileges: Privileges;
  readonly recordPermissions: RecordPermissions;
}

export function holds(user: User, agenda: Agenda, right: Right): boolean {
  return user.privileges[agenda]?.includes(right) ?? false;
}

/** What use cases get to know of the user. */
export function callerFrom(user: User, address: string, requestId: string): Caller {
  const { id: userId, login, recordPermissions } = user;
  return { userId, login, address, requestId, recordPermissions };
}

/** Every right on every agenda: what the first administrator gets. */
export const everyPrivilege: Privileges = {
  Visits: ['View', 'New', 'Edit', 'Types'],
  Visitors: ['View', 'New', 'Edit', 'Activities', 'Types'],
  Identifiers: ['View', 'New', 'Edit'],
  OrganizationalStructure: ['View', 'New', 'Edit'],
  Persons: ['View', 'New', 'Edit'],
};
