/** Redis did not answer or refused a command, so the token, rate or attempt is unknown. */
export class RedisFault extends Error {
  constructor(cause?: unknown) {
    super('redis is unavailable', { cause });
    this.name = 'RedisFault';
  }
}
