/** The data cannot be used as it is. The message names it and says what to do; nothing was changed. */
export class DatabaseRefused extends Error {
  constructor(
    readonly database: string,
    readonly problem: string,
    /** Another database is to be named, or this one made in another way. */
    readonly isUnsuited = false,
  ) {
    super(`DATABASE_URL: ${database} ${problem}`);
    this.name = 'DatabaseRefused';
  }
}
