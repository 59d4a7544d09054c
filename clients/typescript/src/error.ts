import type { ErrorEnvelope, FieldFault } from './generated/index.ts';

/** A refusal of the service. `message` is the text of the service, for display and logs: compare `code` instead. */
export class GatehouseError extends Error {
  override readonly name = 'GatehouseError';
  /** Error number of the contract; null if there is none, as for an unknown route or an answer of a proxy. */
  readonly code: number | null;
  /** HTTP status. */
  readonly status: number;
  /** Identifies the call in the log of the service. */
  readonly requestId: string | undefined;
  /** For 1002: every bad member. */
  readonly details: readonly FieldFault[];
  /** For 1008 and 9003: how long to wait before the next call. */
  readonly retryAfterSeconds: number | undefined;

  constructor(response: Response, body: unknown) {
    const { Message, Code, RequestId, Details } = envelopeOf(body);
    super(Message ?? `answered with status ${response.status}`);
    this.code = Code ?? null;
    this.status = response.status;
    this.requestId = RequestId ?? response.headers.get('X-Request-Id') ?? undefined;
    this.details = Details ?? [];
    const seconds = response.headers.get('Retry-After');
    this.retryAfterSeconds = seconds === null ? undefined : Number(seconds);
  }
}

/** The envelope of a refusal; empty if the body is none, as from a proxy. */
export function envelopeOf(body: unknown): Partial<ErrorEnvelope> {
  return typeof body === 'object' && body !== null ? body : {};
}
