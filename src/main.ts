import 'reflect-metadata';
import { processIo } from './cli/process-io';
import { configFrom, suspectNames } from './environment';
import { endWith, ExitCode, exitCodeOf } from './exit-codes';
import { serve } from './serve';

/** The same as `gatehouse serve`, without the other commands, which take a while to load. Never throws. */
async function run(): Promise<ExitCode> {
  try {
    const { env } = processIo;
    await serve(configFrom(env), processIo, suspectNames(env));
    return ExitCode.Ok;
  } catch (error) {
    return exitCodeOf(error, line => processIo.complain(`${line}\n`));
  }
}

void run().then(endWith);
