#!/usr/bin/env node
import 'reflect-metadata';
import { processIo } from './cli/process-io';
import { runCli } from './cli/run-cli';

void runCli(process.argv.slice(2), processIo).then(exitCode => {
  process.exitCode = exitCode;
});
