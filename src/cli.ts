#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { healthProblem } from './cli/health';

const argv = process.argv.slice(2);

/** Containers ask every few seconds: without loading the program, which takes a second of processor time. */
async function health(): Promise<void> {
  const file = existsSync('.env') ? (await import('./environment.js')).environmentOfProcess() : {};
  const problem = await healthProblem({ ...file, ...process.env });
  if (problem === undefined) return;
  process.exitCode = 69;
  // Without a listener, a full disk would end the process with another code.
  process.stderr.on('error', () => undefined).write(`${problem}\n`);
}

async function program(): Promise<void> {
  await import('reflect-metadata');
  const { processIo } = await import('./cli/process-io.js');
  const { runCli } = await import('./cli/run-cli.js');
  const { endWith } = await import('./exit-codes.js');
  endWith(await runCli(argv, processIo));
}

void (argv.join(' ') === 'health' ? health() : program());
