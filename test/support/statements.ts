import sqlite3 from 'sqlite3';

type Method = (...args: unknown[]) => unknown;

/** By so much the service waits longer for those whom it has just answered, where the disk is slow: they may be held up by other tests. */
const PATIENCE = 5;

/**
 * The statements that reach SQLite while `work` runs, in this process.
 * @param diskMs how much longer a commit takes than on the disk of this machine
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

/** How many of them are a commit of their own. */
export function commitsIn(statements: readonly string[]): number {
  const commits = new Commits();
  return statements.filter(statement => commits.isOne(statement)).length;
}

/** Tells which of the statements of a connection put something on disk. */
class Commits {
  private isOpen = false;

  /** The end of a transaction, or a save, which needs no other statement. Asked of one statement after the other. */
  isOne(statement: string): boolean {
    if (statement.startsWith('BEGIN')) this.isOpen = true;
    const isAlone = !this.isOpen && /^(?:INSERT|UPDATE|DELETE)/.test(statement);
    if (statement === 'COMMIT') this.isOpen = false;
    return isAlone || statement === 'COMMIT';
  }
}
