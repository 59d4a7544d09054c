import { types } from 'node:util';
import { DatabaseError } from 'pg';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { DatabaseRefused } from '../database-refused';
import { StorageFault, type StorageReason } from '../storage-fault';

/** By SQLSTATE, or by its class, the first two characters. */
const reasons: Readonly<Record<string, StorageReason>> = {
  /** Lock time-out or statement time-out. */
  '55P03': 'storage busy',
  '57014': 'storage busy',
  /** Lost against concurrent transactions at every try. */
  '40': 'storage busy',
  /** No connection left. */
  '53300': 'storage busy',
  '53100': 'storage full',
  '53': 'storage unavailable',
  /** A read-only server. */
  '25006': 'storage unavailable',
  /** A transaction or connection that the server has ended. */
  '25P03': 'storage unavailable',
  '08': 'storage unavailable',
  '28': 'storage unavailable',
  '3D': 'storage unavailable',
  '57': 'storage unavailable',
  '58': 'storage unavailable',
  XX: 'storage unavailable',
};

/** A StorageFault for faults of the storage; any other error unchanged, such as our refusals and violated constraints. */
export function asStorageFault(error: unknown): unknown {
  if (error instanceof QueryRunnerAlreadyReleasedError) return new StorageFault('storage unavailable', error);
  if (!(error instanceof QueryFailedError)) return error;
  const driverError: unknown = error.driverError;
  if (!(driverError instanceof DatabaseError))
    return driverError instanceof TypeError ? error : new StorageFault('storage unavailable', error);
  const reason = reasonOf(driverError);
  return reason ? new StorageFault(reason, error) : error;
}

/** There was no connection: all are in use, or the server does not answer. */
export function asConnectionFault(error: unknown): StorageFault {
  const isPoolExhausted =
    error instanceof Error && error.message === 'timeout exceeded when trying to connect';
  const reason = error instanceof DatabaseError ? reasonOf(error) : undefined;
  return new StorageFault(isPoolExhausted ? 'storage busy' : (reason ?? 'storage unavailable'), error);
}

/**
 * Lost against a concurrent transaction: a deadlock, a serialization failure, or a unique value that was written meanwhile.
 * The next try sees what the other transaction has committed.
 */
export function isWorthAnotherTry(error: unknown): boolean {
  const cause = driverErrorOf(error instanceof StorageFault ? error.cause : error);
  return cause instanceof DatabaseError && ['40001', '40P01', '23505'].includes(cause.code ?? '');
}

/** The server did not answer, and will not answer what is sent next on this connection either. */
export function isLost(error: unknown): boolean {
  const cause = error instanceof StorageFault ? error.cause : error;
  return cause instanceof QueryFailedError && !(cause.driverError instanceof DatabaseError);
}

/** For a statement that commits: without an answer, the outcome is unknown. Any other error unchanged. */
export function asDoubt(error: unknown): unknown {
  const isSent = isLost(error) && asStorageFault(error) instanceof StorageFault;
  return isSent ? new StorageFault('outcome unknown', error) : error;
}

const remedies: Readonly<Record<string, string>> = {
  '28P01': 'refuses the user or its password: look at both',
  '28000': 'refuses the user: look at the user, and at pg_hba.conf of the server',
  '3D000': 'does not exist: create the database, or name another',
  '42501': 'does not let this user make tables: let the user own the database, or grant CREATE on its schema',
  '3F000': 'has no schema to make tables in: create one, or set the search_path of the user',
  '53300': 'has no connection left: raise max_connections of the server, or lower DATABASE_POOL_SIZE',
  '57P03': 'is starting or stopping: start again when it is ready',
};

/** A message for a fault of the server or the network that the operator can mend; any other error unchanged. */
export function readable(error: unknown, server: string): unknown {
  if (error instanceof DatabaseRefused) return error;
  const cause = driverErrorOf(error);
  if (cause instanceof DatabaseError) {
    const { code = '' } = cause;
    return remedies[code] ? new DatabaseRefused(server, `${remedies[code]} (${code})`) : error;
  }
  if (!types.isNativeError(cause) || cause instanceof TypeError) return error;
  const { code } = cause as NodeJS.ErrnoException;
  return new DatabaseRefused(
    server,
    `cannot be reached (${code ?? cause.message}): look at host and port, and at the server`,
  );
}

function reasonOf({ code = '' }: DatabaseError): StorageReason | undefined {
  return reasons[code] ?? reasons[code.slice(0, 2)];
}

function driverErrorOf(error: unknown): unknown {
  return error instanceof QueryFailedError ? error.driverError : error;
}
