import type { ErrorEnvelope, FieldFault } from './generated/index.ts';

/** A call that the service refused. Its message is the service's own: to be shown or logged, never to be compared. */
export class GatehouseError extends Error {
  override readonly name = 'GatehouseError';
  /** Error number of the contract; null where there is none, as for an unknown route or an answer of something between. */
  readonly code: number | null;
  /** HTTP status. */
  readonly status: number;
  /** Under which the log of the service has the call. */
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

/** What the body of a refusal says; something between here and the service may have answered in a form of its own. */
export function envelopeOf(body: unknown): Partial<ErrorEnvelope> {
  return typeof body === 'object' && body !== null ? body : {};
}
