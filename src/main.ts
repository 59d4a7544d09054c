import 'reflect-metadata';
import { exitCodeOf } from './exit-codes';
import { configFromEnvironment } from './environment';
import { serve } from './serve';

async function main(): Promise<void> {
  try {
    await serve(configFromEnvironment(), line => process.stdout.write(`${line}\n`));
    process.exitCode = 0;
  } catch (error) {
    process.exitCode = exitCodeOf(error, line => process.stderr.write(`${line}\n`));
  }
}

void main();
