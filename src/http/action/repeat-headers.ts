/** Request header for safe repeats of a POST (docs/api-guide.md); in lower case, as in Node. */
export const IDEMPOTENCY_KEY = 'idempotency-key';

/** Answer header that marks a kept answer. */
export const REPLAYED = 'Idempotent-Replayed';
