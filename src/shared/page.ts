/** Which part of a list is asked for. */
export interface Page {
  /** From 1. */
  readonly number: number;
  readonly size: number;
}

/** One page, and how many rows there are on all of them. */
export interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** How many rows come before a page. */
export function offsetOf({ number, size }: Page): number {
  return (number - 1) * size;
}
