/** What `work` gives, and the milliseconds of processor time that it takes: what else the machine does does not count. */
export async function withCpuMs<T>(work: () => T | Promise<T>): Promise<{ result: T; ms: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}
