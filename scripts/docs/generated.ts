import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Result } from '../../bench/result';
import { benchmarkSection } from './benchmark';
import { clientPackage, clientSources } from './client';
import { errorsPage } from './errors';
import { openApiDocument, xmlSchema } from './openapi';
import { replaceSection } from './section';
import { exampleEnvironment, settingsSection } from './settings';
import { stateDiagram, statesPage } from './visit-states';

const root = join(__dirname, '..', '..');

/** The expected text of every generated file, by its path in the repository; a file with empty text must not exist. */
function generatedFiles(): Map<string, string> {
  const sections = new Map<string, Record<string, string>>([
    ['README.md', { states: stateDiagram() }],
    ['docs/settings.md', { settings: settingsSection() }],
    [
      'docs/benchmark.md',
      {
        benchmark: benchmark('docs/benchmark.json'),
        'benchmark on PostgreSQL': benchmark('docs/benchmark-postgres.json'),
      },
    ],
  ]);
  const document = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
  return new Map([
    ['docs/errors.md', errorsPage()],
    ['docs/visit-states.md', statesPage()],
    ['docs/openapi.json', document],
    ['docs/schema.xsd', xmlSchema()],
    ['.env.example', exampleEnvironment()],
    ...[...sections].map(([path, parts]): [string, string] => [path, withSections(committed(path), parts)]),
    ['clients/typescript/package.json', clientPackage(committed('clients/typescript/package.json'))],
    ...clientSources(document),
  ]);
}

/** Paths of the generated files that differ from what is committed. */
export function staleFiles(): string[] {
  return stale().map(([path]) => path);
}

/** Writes every generated file that is out of date, and returns their paths. */
export function writeGenerated(): string[] {
  return stale().map(([path, text]) => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    if (text === '') rmSync(file);
    else writeFileSync(file, text);
    return path;
  });
}

function stale(): [path: string, text: string][] {
  return [...generatedFiles()].filter(([path, text]) => committed(path) !== text);
}

/** A page with its generated sections up to date; the rest is written by hand. */
function withSections(page: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((whole, [name, section]) => replaceSection(whole, name, section), page);
}

function benchmark(path: string): string {
  return benchmarkSection(JSON.parse(committed(path)) as Result);
}

function committed(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
