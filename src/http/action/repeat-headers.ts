/** Request header under which a POST is carried out once (docs/api-guide.md, safe repeats); lower case, as Node has it. */
export const IDEMPOTENCY_KEY = 'idempotency-key';

/** Answer header that tells a kept answer from a fresh one. */
export const REPLAYED = 'Idempotent-Replayed';
