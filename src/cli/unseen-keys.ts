import { ExitCode, Failure } from '../exit-codes';
import type { Output } from './io';

/** A key is shown once: whoever could not see it is told how to get another. @throws Failure */
export async function refuseUnseenKeys(output: Output, logins: readonly string[]): Promise<void> {
  const fault = await output.written();
  if (fault === undefined || logins.length === 0) return;
  const remedies = logins.map(login => `gatehouse user rotate-key ${login}`).join('; ');
  throw new Failure(
    `a new API key could not be shown (${fault}); make another: ${remedies}`,
    ExitCode.InputOutput,
  );
}
