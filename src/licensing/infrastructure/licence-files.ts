import { readFile, stat } from 'node:fs/promises';
import type { LicenceReading } from '../domain/licence';
import { readLicence } from './signed-licence';

export interface LicenceFiles {
  readonly file: string;
  readonly publicKeyFile: string;
}

type FileText = { readonly text: string } | { readonly problem: string };

/** The content of both files at one moment. Equal texts, or equal problems, are the same content. */
export interface LicenceContent {
  readonly licence: FileText;
  readonly publicKey: FileText;
}

/** A licence has some hundred bytes. A larger file is not a licence, and would cost a read every second. */
const LARGEST_BYTES = 65_536;

/** Reads and verifies both files. Never throws: a file that cannot be read gives the reading `unreadable`. */
export async function readLicenceFiles(files: LicenceFiles): Promise<LicenceReading> {
  return readContent(await contentOf(files));
}

export async function contentOf(files: LicenceFiles): Promise<LicenceContent> {
  const [licence, publicKey] = await Promise.all([
    textOf(files.file, 'the licence file'),
    textOf(files.publicKeyFile, 'the public key file'),
  ]);
  return { licence, publicKey };
}

export async function readContent({ licence, publicKey }: LicenceContent): Promise<LicenceReading> {
  if ('problem' in licence) return { kind: 'unreadable', problem: licence.problem };
  if ('problem' in publicKey) return { kind: 'unreadable', problem: publicKey.problem };
  return readLicence(licence.text, publicKey.text);
}

async function textOf(path: string, name: string): Promise<FileText> {
  try {
    const found = await stat(path);
    // Checked first: reading a pipe without a writer would block.
    if (!found.isFile()) return { problem: `${name} is not a file` };
    if (found.size > LARGEST_BYTES) return { problem: `${name} has more than ${LARGEST_BYTES} bytes` };
    return { text: await readFile(path, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { problem: code === 'ENOENT' ? `${name} does not exist` : `${name} cannot be read (${code})` };
  }
}
