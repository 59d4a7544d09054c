/** The source of ids, and of what nobody may guess. */
export abstract class Random {
  /** A lower-case UUID of version 4, for ids. */
  abstract guid(): string;
  /** A token: a lower-case GUID of 128 random bits, six more than a UUID of version 4 has room for. */
  abstract token(): string;
  /** Six decimal digits, leading zeros kept, every value equally likely. */
  abstract sixDigits(): string;
}
