import { type ErrorCode, type ErrorParams, errorCatalogue } from './error-catalogue';

/** One bad field of a request: its documented path and the problem, never its value. */
export interface FieldProblem {
  field: string;
  problem: string;
}

/** An error of the catalogue. The exception filter turns it into the envelope. */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  /** For `BadParameters`: every bad field at once; for `UnsupportedMediaType`: every header. */
  details?: readonly FieldProblem[];
  /** For `RateExceeded` and `IdempotencyKeyBusy`. */
  retryAfterSeconds?: number;

  constructor(
    readonly code: Code,
    ...params: ErrorParams<Code>
  ) {
    super(fill(errorCatalogue[code].message, params));
    this.name = 'AppError';
  }

  get number(): number | null {
    return errorCatalogue[this.code].number;
  }

  get status(): number {
    return errorCatalogue[this.code].status;
  }

  /** Sets the seconds until a retry can succeed. */
  retryAfter(seconds: number): this {
    this.retryAfterSeconds = seconds;
    return this;
  }

  /** Error 1002 with the bad fields. */
  static badParameters(details: readonly FieldProblem[]): AppError<'BadParameters'> {
    const error = new AppError('BadParameters');
    error.details = details;
    return error;
  }
}

function fill(template: string, params: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (_, index: string) => String(params[Number(index)]));
}
