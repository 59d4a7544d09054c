/** The source of what nobody may guess. */
export abstract class Random {
  /** A lower-case GUID of 128 random bits. */
  abstract guid(): string;
  /** Six decimal digits, leading zeros kept, every value equally likely. */
  abstract sixDigits(): string;
}
