import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorsPage, errorsSection } from './errors';
import { openApiDocument } from './openapi';
import { replaceSection } from './section';
import { exampleEnvironment, settingsSection } from './settings';
import { stateDiagram, statesPage } from './visit-states';

const root = join(__dirname, '..', '..');

/** Every generated file under its path in the repository, as it has to be. */
export function generatedFiles(): Map<string, string> {
  return new Map([
    ['docs/errors.md', errorsPage()],
    ['docs/visit-states.md', statesPage()],
    ['docs/openapi.json', `${JSON.stringify(openApiDocument(), null, 2)}\n`],
    ['.env.example', exampleEnvironment()],
    ['README.md', readme(committed('README.md'))],
  ]);
}

/** Paths of the generated files that differ from what is committed. */
export function staleFiles(): string[] {
  const files = [...generatedFiles()];
  return files.filter(([path, text]) => committed(path) !== text).map(([path]) => path);
}

/** Writes every generated file that is out of date; answers their paths. */
export function writeGenerated(): string[] {
  const stale = staleFiles();
  for (const [path, text] of generatedFiles()) writeFileSync(join(root, path), text);
  return stale;
}

/** The README with its generated sections as they have to be; the rest of it is written by hand. */
function readme(text: string): string {
  return [
    ['states', stateDiagram()],
    ['settings', settingsSection()],
    ['errors', errorsSection()],
  ].reduce((whole, [name = '', section = '']) => replaceSection(whole, name, section), text);
}

function committed(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
