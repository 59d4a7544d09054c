#!/usr/bin/env node
import 'reflect-metadata';
import { processIo } from './cli/process-io';
import { runCli } from './cli/run-cli';
import { endWith } from './exit-codes';

void runCli(process.argv.slice(2), processIo).then(endWith);
