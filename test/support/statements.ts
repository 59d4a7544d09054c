import sqlite3 from 'sqlite3';

type Method = (...args: unknown[]) => unknown;

/** The statements that reach SQLite while `work` runs, in this process. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const spies = (['all', 'run'] as const).map(name => {
    const original: unknown = Reflect.get(sqlite3.Statement.prototype, name);
    return jest.spyOn(sqlite3.Statement.prototype, name).mockImplementation(function (
      this: sqlite3.Statement & { sql: string },
      ...args: unknown[]
    ) {
      seen.push(this.sql);
      return Reflect.apply(original as Method, this, args) as never;
    });
  });
  try {
    await work();
    return seen;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** How many of them are a commit of their own: the end of a transaction, or a save, which needs no other statement. */
export function commitsIn(statements: readonly string[]): number {
  let [commits, isOpen] = [0, false];
  for (const statement of statements) {
    if (statement.startsWith('BEGIN')) isOpen = true;
    else if (statement === 'COMMIT') [commits, isOpen] = [commits + 1, false];
    else if (!isOpen && /^(?:INSERT|UPDATE|DELETE)/.test(statement)) commits += 1;
  }
  return commits;
}
