import sqlite3 from 'sqlite3';

type Method = (...args: unknown[]) => unknown;

/** Factor for the wait for callers just answered on a slow disk: other tests may delay them. */
const PATIENCE = 5;

/**
 * Records the statements that this process sends to SQLite while `work` runs.
 * @param diskMs delay added to each commit
 */
export async function statementsOf(work: () => Promise<unknown>, diskMs = 0): Promise<string[]> {
  const [seen, commits] = [[] as string[], new Commits()];
  const spies = (['all', 'run'] as const).map(name => {
    const original: unknown = Reflect.get(sqlite3.Statement.prototype, name);
    return jest.spyOn(sqlite3.Statement.prototype, name).mockImplementation(function (
      this: sqlite3.Statement & { sql: string },
      ...args: unknown[]
    ) {
      seen.push(this.sql);
      const go = () => Reflect.apply(original as Method, this, args) as never;
      if (!commits.isOne(this.sql) || diskMs === 0) return go();
      setTimeout(go, diskMs);
      return this;
    });
  });
  const wait = setTimeout;
  const patience = jest
    .spyOn(globalThis, 'setTimeout')
    .mockImplementation(((act: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      wait(act, diskMs > 0 && ms <= 20 ? ms * PATIENCE : ms, ...args)) as typeof setTimeout);
  try {
    await work();
    return seen;
  } finally {
    for (const spy of [...spies, patience]) spy.mockRestore();
  }
}

/** How many of the statements commit a transaction. */
export function commitsIn(statements: readonly string[]): number {
  const commits = new Commits();
  return statements.filter(statement => commits.isOne(statement)).length;
}

/** Recognises the statements of a connection that write to disk. */
class Commits {
  private isOpen = false;

  /** True for the end of a transaction and for a save, which is a transaction alone. Call it for each statement in order. */
  isOne(statement: string): boolean {
    if (statement.startsWith('BEGIN')) this.isOpen = true;
    const isAlone = !this.isOpen && /^(?:INSERT|UPDATE|DELETE)/.test(statement);
    if (statement === 'COMMIT') this.isOpen = false;
    return isAlone || statement === 'COMMIT';
  }
}
