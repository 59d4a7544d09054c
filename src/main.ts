import 'reflect-metadata';
import { processIo } from './cli/process-io';
import { runCli } from './cli/run-cli';

/** The service: the same as `gatehouse serve`. */
void runCli(['serve'], processIo).then(exitCode => {
  process.exitCode = exitCode;
});
