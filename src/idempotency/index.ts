/**
 * Safe repeats. A POST with an `Idempotency-Key` is carried out once in 24 hours for its user, whatever fails in between:
 * a repeat gets the answer of the first call or a refusal, and is never carried out a second time. A kept answer is
 * sent only if the caller may still view its records (`ShownRecords`). Depends on no other feature.
 */
export { ShownRecords } from './application/ports';
export { RepeatGuard } from './http/repeat.guard';
export { IdempotencyModule } from './idempotency.module';
export { IdempotencyKeyRow } from './infrastructure/idempotency-key.row';
