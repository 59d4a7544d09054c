import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import { type AddressFilter, normaliseAddress } from '../../runtime/address-filter';
import { SystemRandom } from '../../runtime/system-random';
import { AppError } from '../../shared/errors/app-error';
import type { Trust } from './client-address';
import { ErrorEnvelope } from '../wire/envelope';
import type { RequestOutcome } from './log-requests';
import { toJson } from '../wire/render';

/** Called before a refusal is sent. @returns the error to send instead: 1006 when the address is not allowed */
export type JudgeClient = (
  socket: Socket,
  refusal: { requestId: string; status: number },
) => AppError | undefined;

/** Address filter, metrics and log for clients that sent no valid request, which Express never sees. */
export function judgeClients(
  filter: AddressFilter,
  trust: Trust,
  observe: (outcome: RequestOutcome) => void,
): JudgeClient {
  const log = new Logger('Requests');
  return (socket, { requestId, status }) => {
    const address = normaliseAddress(socket.remoteAddress);
    // Behind a proxy the client is unknown.
    const proven = trust && trust(address) ? '' : address;
    const refused = filter.allows(proven) ? undefined : new AppError('AddressRefused', address);
    const outcome: RequestOutcome = {
      action: null,
      verb: null,
      status: refused?.status ?? status,
      errorCode: refused?.code ?? null,
      ms: 0,
    };
    observe(outcome);
    log.log({ msg: 'request', requestId, address, user: null, ...outcome, error: refused?.number ?? null });
    return refused;
  };
}

const statuses: Partial<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
const random = new SystemRandom();

/**
 * Answers bytes that are no HTTP, or that come too slowly. There is no request that Express could handle. The answer is the
 * envelope without a number, as for 404, 405, 413 and 415, and in JSON, because there is no `Accept`.
 */
export function refuseClient(error: NodeJS.ErrnoException, socket: Socket, judge: JudgeClient): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const requestId = random.guid();
  const status = statuses[error.code ?? ''] ?? 400;
  const refused = judge(socket, { requestId, status });
  const envelope = {
    Message: refused?.message ?? STATUS_CODES[status] ?? '',
    Code: refused?.number ?? null,
    RequestId: requestId,
  };
  socket.end(written(refused?.status ?? status, envelope), () => socket.destroy());
}

function written(status: number, envelope: ErrorEnvelope): string {
  const body = toJson(ErrorEnvelope, envelope, 'iso');
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${envelope.RequestId}`,
    'Cache-Control: no-store',
    'Referrer-Policy: no-referrer',
    'X-Content-Type-Options: nosniff',
    '',
    body,
  ].join('\r\n');
}
