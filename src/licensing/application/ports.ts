import type { LicenceReading } from '../domain/licence';

/** Where the licence comes from. Asked at every request: it answers from memory, with what it found last. */
export abstract class LicenceSource {
  abstract current(): LicenceReading;
}
