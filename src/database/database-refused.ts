/** The data cannot be used as it is. The message names it and says what to do; nothing was changed. */
export class DatabaseRefused extends Error {
  constructor(database: string, problem: string) {
    super(`DATABASE_URL: ${database} ${problem}`);
    this.name = 'DatabaseRefused';
  }
}
