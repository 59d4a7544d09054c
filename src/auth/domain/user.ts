import { agendas, rightsOn } from '../../shared/agenda';
import type { Caller, Privileges, RecordPermissions } from '../../shared/caller';

/** A system or a desk that logs in with an API key. */
export interface User {
  readonly id: string;
  readonly login: string;
  /** Hex SHA-256 of the API key. The key is not stored. */
  readonly keyDigest: string;
  readonly blocked: boolean;
  /** Filter text. A malformed one refuses every address (1007). */
  readonly ipFilter: string;
  /** Replaces RATE_POLICY, in the same syntax. */
  readonly ratePolicy: string | null;
  readonly privileges: Privileges;
  readonly recordPermissions: RecordPermissions;
}

/** The caller of a request, as seen by use cases. */
export function callerFrom(user: User, address: string, requestId: string): Caller {
  const { id: userId, login, privileges, recordPermissions } = user;
  return { userId, login, address, requestId, privileges, recordPermissions };
}

/** Every right on every agenda, for the first administrator. */
export const everyPrivilege: Privileges = Object.fromEntries(
  agendas.map(agenda => [agenda, rightsOn(agenda)]),
);
