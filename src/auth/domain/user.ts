import { agendas, rightsOn } from '../../shared/agenda';
import type { Caller, Privileges, RecordPermissions } from '../../shared/caller';

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

/** What use cases get to know of the user. */
export function callerFrom(user: User, address: string, requestId: string): Caller {
  const { id: userId, login, privileges, recordPermissions } = user;
  return { userId, login, address, requestId, privileges, recordPermissions };
}

/** Every right on every agenda: what the first administrator gets. */
export const everyPrivilege: Privileges = Object.fromEntries(
  agendas.map(agenda => [agenda, rightsOn(agenda)]),
);
