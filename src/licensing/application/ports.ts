import type { LicenceReading } from '../domain/licence';

/** The source of the licence. Called for every request, so it answers from memory. */
export abstract class LicenceSource {
  abstract current(): LicenceReading;
}
