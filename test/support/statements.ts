import sqlite3 from 'sqlite3';

type Method = (...args: unknown[]) => sqlite3.Database;

/** The statements that reach SQLite while `work` runs, in this process. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const spies = (['all', 'run'] as const).map(name => {
    const original: unknown = Reflect.get(sqlite3.Database.prototype, name);
    return jest.spyOn(sqlite3.Database.prototype, name).mockImplementation(function (
      this: sqlite3.Database,
      ...args: unknown[]
    ) {
      seen.push(String(args[0]));
      return Reflect.apply(original as Method, this, args);
    });
  });
  try {
    await work();
    return seen;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
