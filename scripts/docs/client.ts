import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../src/config/version';

const root = join(__dirname, '..', '..');
const generated = 'clients/typescript/src/generated';

/** The TypeScript client's sources, generated from a document, by path. Files that are no longer generated have empty text. */
export function clientSources(document: string): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-client-'));
  try {
    const input = join(folder, 'openapi.json');
    const output = join(folder, 'generated');
    writeFileSync(input, document);
    generate(input, output);
    return new Map([
      ...namesIn(join(root, generated)).map(name => [`${generated}/${name}`, ''] as const),
      ...namesIn(output).map(
        name => [`${generated}/${name}`, readFileSync(join(output, name), 'utf8')] as const,
      ),
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The client's package.json, with the version of the service. */
export function clientPackage(text: string): string {
  return text.replace(/"version": "[^"]*"/, `"version": "${version}"`);
}

function generate(input: string, output: string): void {
  const script = require.resolve('./generate-client.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, input, output], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the TypeScript client was not generated:\n${stderr}`);
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .sort();
}
