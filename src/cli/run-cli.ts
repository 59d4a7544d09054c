import { Command, CommanderError } from 'commander';
import { version } from '../config/version';
import { configFrom, suspectNames } from '../environment';
import { ExitCode, exitCodeOf, Failure } from '../exit-codes';
import { serve } from '../serve';
import { addApply } from './apply.command';
import { addBackup } from './backup.command';
import { addConfig } from './config.command';
import { addDoctor } from './doctor.command';
import { healthProblem } from './health';
import type { Io } from './io';
import { addImport } from './import.command';
import { addLicence } from './licence.command';
import { addMigrate } from './migrate.command';
import { addMigrateData } from './migrate-data.command';
import { addPass } from './pass.command';
import { addUser } from './user.command';

/**
 * Runs one command line, without the name of the program, and waits until its output was read. Never throws.
 * @returns the exit code
 */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  try {
    await programOf(io).parseAsync([...argv], { from: 'user' });
    const fault = await io.written();
    // Whoever reads no further, as `head` does, has seen what it wanted.
    if (fault === undefined || fault === 'EPIPE') return ExitCode.Ok;
    throw new Failure(`standard output cannot be written (${fault})`, ExitCode.InputOutput);
  } catch (error) {
    // Commander has told its own faults already, and shown the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.Ok : ExitCode.Usage;
    return exitCodeOf(error, line => io.complain(`${line}\n`));
  }
}

/** The commands that there are. */
export function programOf(io: Io): Command {
  const program = new Command('gatehouse')
    .description('Self-hosted visitor management')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: text => io.write(text), writeErr: text => io.complain(text) })
    .showHelpAfterError('(--help shows how it is used)');
  program
    .command('serve')
    .description('the service')
    .action(() => serve(configFrom(io.env), io, suspectNames(io.env)));
  program
    .command('health')
    .description('whether the service of this machine is ready: exit code 0, or 69 and why not')
    .action(() => health(io));
  addMigrate(program, io);
  addMigrateData(program, io);
  addBackup(program, io);
  addDoctor(program, io);
  addApply(program, io);
  addImport(program, io);
  addUser(program, io);
  addLicence(program, io);
  addPass(program, io);
  addConfig(program, io);
  return program;
}

async function health(io: Io): Promise<void> {
  const problem = await healthProblem(io.env);
  if (problem !== undefined) throw new Failure(problem, ExitCode.Unavailable);
}
