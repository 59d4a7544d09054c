import type { Command } from 'commander';
import { settingsInForce } from '../config/settings-in-force';
import { configFrom, suspectNames } from '../environment';
import { type Io, say } from './io';

export function addConfig(program: Command, io: Io): void {
  program
    .command('config')
    .description('the settings in force, one a line, secrets masked')
    .action(() => {
      // Refused like at a start, when one cannot be used.
      configFrom(io.env);
      for (const problem of suspectNames(io.env)) io.complain(`warning: ${problem}\n`);
      for (const { name, value } of settingsInForce(io.env)) say(io, `${name}=${value}`);
    });
}
