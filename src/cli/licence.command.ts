import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { configFrom } from '../environment';
import { ExitCode, Failure } from '../exit-codes';
import {
  issueLicence,
  type LicenceReading,
  licenceStatus,
  makeLicenceKeys,
  readLicenceFiles,
} from '../licensing';
import { SystemClock } from '../runtime/system-clock';
import { SystemRandom } from '../runtime/system-random';
import { type Agenda, agendas as allAgendas } from '../shared/agenda';
import { instant } from './instant';
import { type Io, say } from './io';
import { refuseOverwriting, writeNew } from './new-file';
import { readText } from './read-file';

interface IssueOptions {
  key: string;
  licensee: string;
  agendas: string;
  notBefore: Date;
  expires: Date;
  out: string;
}

export function addLicence(program: Command, io: Io): void {
  const licence = program.command('licence').description('keys and licences, and what is licensed now');
  licence
    .command('keygen')
    .description('makes an Ed25519 key pair as PEM: private.pem signs licences, public.pem checks them')
    .requiredOption('--out <dir>', 'folder for the two files')
    .action(({ out }: { out: string }) => keygen(io, out));
  licence
    .command('issue')
    .description('signs a licence file')
    .requiredOption('--key <file>', 'private key')
    .requiredOption('--licensee <name>', 'who gets the licence')
    .requiredOption('--agendas <list>', `of ${allAgendas.join(',')}`)
    .requiredOption('--not-before <date>', 'first instant: a date (its beginning, in UTC) or a time', instant)
    .requiredOption('--expires <date>', 'first instant at which it holds no more', instant)
    .requiredOption('--out <file>', 'licence file')
    .action((options: IssueOptions) => issue(io, options));
  licence
    .command('show')
    .description('what is licensed now and until when')
    .argument('[file]', 'instead of LICENCE_FILE')
    .option('--public-key <file>', 'instead of LICENCE_PUBLIC_KEY_FILE')
    .action((file: string | undefined, { publicKey }: { publicKey?: string }) => show(io, file, publicKey));
}

async function keygen(io: Io, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const privateFile = join(folder, 'private.pem');
  const publicFile = join(folder, 'public.pem');
  for (const file of [privateFile, publicFile]) refuseOverwriting(file);
  const { privateKeyPem, publicKeyPem } = await makeLicenceKeys();
  writeNew(privateFile, privateKeyPem, 0o600);
  writeNew(publicFile, publicKeyPem, 0o644);
  say(io, `private key, which signs licences; keep it away from the service: ${privateFile}`);
  say(io, `public key, for LICENCE_PUBLIC_KEY_FILE: ${publicFile}`);
}

async function issue(io: Io, options: IssueOptions): Promise<void> {
  const { key, licensee, notBefore, expires, out } = options;
  refuseOverwriting(out);
  const named = options.agendas.split(',').map(name => name.trim());
  const text = await issueLicence(readText(key), {
    id: new SystemRandom().guid(),
    licensee,
    // One that is no agenda is refused by name.
    agendas: named.filter(Boolean) as Agenda[],
    notBefore,
    expires,
    issuedAt: new SystemClock().now(),
  });
  writeNew(out, `${text}\n`, 0o644);
  say(io, `licence for ${licensee}, from ${notBefore.toISOString()} until ${expires.toISOString()}: ${out}`);
}

async function show(io: Io, file: string | undefined, publicKey: string | undefined): Promise<void> {
  const { licence } = configFrom(io.env);
  const reading = await readingOf({
    file: file ?? licence?.file,
    publicKeyFile: publicKey ?? licence?.publicKeyFile,
  });
  const status = licenceStatus(reading, new SystemClock().now());
  say(io, `state: ${status.state}`);
  if (status.licensee !== undefined) say(io, `licensee: ${status.licensee}`);
  if (status.notBefore) say(io, `valid from: ${status.notBefore.toISOString()}`);
  if (status.expires) say(io, `expires: ${status.expires.toISOString()}`);
  say(io, `licensed now: ${status.agendas.join(', ') || 'nothing'}`);
  if (status.problem !== undefined)
    throw new Failure(`the licence is ${status.state}: ${status.problem}`, ExitCode.BadData);
}

function readingOf(files: { file?: string; publicKeyFile?: string }): Promise<LicenceReading> {
  const { file, publicKeyFile } = files;
  if (file === undefined && publicKeyFile === undefined) return Promise.resolve({ kind: 'community' });
  if (file === undefined) throw new Failure('a public key is given and no licence file', ExitCode.Usage);
  if (publicKeyFile === undefined) {
    throw new Failure(
      'whose licence is it? name the public key: --public-key, or LICENCE_PUBLIC_KEY_FILE',
      ExitCode.Usage,
    );
  }
  // Read here first, so that a file that is not there is told as such and not as a bad licence.
  for (const each of [file, publicKeyFile]) readText(each);
  return readLicenceFiles({ file, publicKeyFile });
}
