#!/usr/bin/env node
import 'reflect-metadata';
import { runCli } from './cli/run-cli';
import { environmentOfProcess } from './environment';

void runCli(process.argv.slice(2), {
  get env() {
    return environmentOfProcess();
  },
  write: text => process.stdout.write(text),
  complain: text => process.stderr.write(text),
}).then(exitCode => {
  process.exitCode = exitCode;
});
