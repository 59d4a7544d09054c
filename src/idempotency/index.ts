/**
 * Safe repeats. Promises that a POST with an `Idempotency-Key` is carried out once in 24 hours for its user, whatever
 * fails in between: a repeat is answered what the first call was, or refused, and never carried out a second time.
 * What the answer shows is asked for again (`ShownRecords`). Knows no other feature.
 */
export { ShownRecords } from './application/ports';
export { RepeatGuard } from './http/repeat.guard';
export { IdempotencyModule } from './idempotency.module';
export { IdempotencyKeyRow } from './infrastructure/idempotency-key.row';
