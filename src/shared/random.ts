export abstract class Random {
  /** A lower-case UUID v4, for ids. */
  abstract guid(): string;
  /** A token: a lower-case GUID of 128 random bits. A UUID v4 has only 122. */
  abstract token(): string;
  /** Six decimal digits with leading zeros, uniformly distributed. */
  abstract sixDigits(): string;
}
