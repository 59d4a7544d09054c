/** Redis did not answer, or did not take what it was asked: nothing is known of the token, rate or try in question. */
export class RedisFault extends Error {
  constructor(cause?: unknown) {
    super('redis is away', { cause });
    this.name = 'RedisFault';
  }
}
