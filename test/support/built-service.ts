import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Options, transformFileSync } from '@swc/core';

const project = join(__dirname, '..', '..');

/** Compiles the sources into a temporary folder, to be run as an operator runs them. `main` is the file to start. */
export function buildService(): { main: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-built-'));
  copyFileSync(join(project, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  cpSync(
    join(project, 'src', 'http', 'documents', 'swagger'),
    join(folder, 'dist', 'http', 'documents', 'swagger'),
    {
      recursive: true,
    },
  );
  const options = JSON.parse(readFileSync(join(project, '.swcrc'), 'utf8')) as Options;
  for (const name of readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
    const { code } = transformFileSync(join(project, 'src', name), {
      ...options,
      swcrc: false,
      sourceMaps: false,
    });
    const target = join(folder, 'dist', name.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  return {
    main: join(folder, 'dist', 'main.js'),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
