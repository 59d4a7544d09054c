/** The database cannot be used as it is. The message names it and says what to do; nothing was changed. */
export class DatabaseRefused extends Error {
  constructor(
    readonly database: string,
    readonly problem: string,
    /** Another database has to be named, or this one created in another way. */
    readonly isUnsuited = false,
  ) {
    super(`DATABASE_URL: ${database} ${problem}`);
    this.name = 'DatabaseRefused';
  }
}
