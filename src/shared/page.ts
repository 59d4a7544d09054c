/** The requested part of a list. */
export interface Page {
  /** From 1. */
  readonly number: number;
  readonly size: number;
}

/** One page of rows, and the number of rows on all pages. */
export interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export function offsetOf({ number, size }: Page): number {
  return (number - 1) * size;
}
