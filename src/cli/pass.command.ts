import type { Command } from 'commander';
import { rows } from '../app.rows';
import type { AppConfig } from '../config/app-config';
import { openDatabase } from '../database';
import { configFrom } from '../environment';
import { ExitCode, Failure } from '../exit-codes';
import { type Pass, passKeyOfDatabase, passState, publicPemOf, readPass } from '../passes';
import { SystemClock } from '../runtime/system-clock';
import { instant } from './instant';
import { type Io, say } from './io';
import { refuseOverwriting, writeNew } from './new-file';
import { readText, STANDARD_INPUT } from './read-file';

interface VerifyOptions {
  key?: string;
  site?: string;
  at?: Date;
}

export function addPass(program: Command, io: Io): void {
  const pass = program.command('pass').description('signed passes, as QR pictures carry them');
  pass
    .command('verify')
    .description('whether a pass is signed by this site and valid now; asks no network')
    .argument('<text>', 'text of the pass; - reads it from standard input')
    .option(
      '--key <file>',
      'public key (PEM) to check it against: then no settings and no database are needed',
    )
    .option(
      '--site <name>',
      'instead of SITE_NAME; with --key and without --site, the pass may be of any site',
    )
    .option('--at <date>', 'instead of now', instant)
    .action((text: string, options: VerifyOptions) => verify(io, text, options));
  pass
    .command('public-key')
    .description('the public key (PEM) against which doors and phones check passes')
    .option('--out <file>', 'a new file, instead of standard output')
    .action(({ out }: { out?: string }) => showPublicKey(io, out));
}

async function verify(io: Io, text: string, options: VerifyOptions): Promise<void> {
  const { key, at = new SystemClock().now() } = options;
  const config = key === undefined ? configFrom(io.env) : undefined;
  const publicKey = config ? await publicKeyOf(config) : readText(key ?? '');
  const reading = await readPass(
    text === STANDARD_INPUT ? (await io.read()).toString('utf8') : text,
    publicKey,
  );
  if (reading.kind !== 'signed')
    throw new Failure(`the pass is ${reading.kind}: ${reading.problem}`, ExitCode.BadData);
  tell(io, reading.pass, options.site ?? config?.siteName, at);
}

/** @throws Failure when the pass is of another site, or not valid at this instant */
function tell(io: Io, pass: Pass, site: string | undefined, at: Date): void {
  const state = passState(pass, at);
  say(io, `visit: ${pass.visitId}`);
  say(io, `site: ${JSON.stringify(pass.site)}`);
  say(io, `valid from: ${pass.validFrom.toISOString()}`);
  say(io, `expires: ${pass.expires.toISOString()}`);
  if (site !== undefined && site !== pass.site)
    throw new Failure(`the pass is of another site than ${JSON.stringify(site)}`, ExitCode.BadData);
  say(io, state);
  if (state !== 'valid now') throw new Failure(`the pass is ${state}`, ExitCode.BadData);
}

async function showPublicKey(io: Io, out: string | undefined): Promise<void> {
  if (out !== undefined) refuseOverwriting(out);
  const pem = await publicKeyOf(configFrom(io.env));
  if (out === undefined) {
    io.write(pem);
    return;
  }
  writeNew(out, pem, 0o644);
  say(io, `public key, which checks passes: ${out}`);
}

/** Of the key that the service signs with. The database is opened only when the key is in there. */
async function publicKeyOf(config: AppConfig): Promise<string> {
  if (config.passKey) return publicPemOf(config.passKey);
  const database = await openDatabase(config, rows);
  try {
    return publicPemOf(await passKeyOfDatabase(database, new SystemClock()));
  } finally {
    await database.close();
  }
}
