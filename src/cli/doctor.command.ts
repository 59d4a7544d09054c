import { Logger } from '@nestjs/common';
import type { Command } from 'commander';
import { ConfigFault } from '../config/app-config';
import { configFrom, suspectNames } from '../environment';
import { ExitCode, Failure } from '../exit-codes';
import { checkData } from './doctor/check-data';
import { checkSettings } from './doctor/check-settings';
import { checkSurroundings } from './doctor/check-surroundings';
import type { Finding } from './doctor/finding';
import { type Io, say } from './io';

export function addDoctor(program: Command, io: Io): void {
  program
    .command('doctor')
    .description(
      'looks for trouble in settings, data, licence and machine, and says what to do; changes nothing',
    )
    .action(() => doctor(io));
}

async function doctor(io: Io): Promise<void> {
  // What is wrong is a finding, and not a line of a log as well.
  Logger.overrideLogger(false);
  const findings = await examine(io);
  for (const { about, problem } of findings) say(io, `${about}: ${problem}`);
  if (findings.length > 0) throw new Failure(`${findings.length} found`, ExitCode.Configuration);
  say(io, 'nothing found');
}

async function examine({ env }: Io): Promise<Finding[]> {
  const names = suspectNames(env).map(problem => ({ about: 'environment', problem }));
  try {
    const config = configFrom(env);
    return [
      ...names,
      ...checkSettings(config),
      ...(await checkSurroundings(config, new Date())),
      ...(await checkData(config, new Date())),
    ];
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    return [...names, ...error.faults.map(({ name, rule }) => ({ about: name, problem: rule }))];
  }
}
