import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Above `src/config`, and above the one file that the program is built into. */
const file = ['../../package.json', '../package.json'].map(path => join(__dirname, path)).find(existsSync);
if (file === undefined) throw new Error(`there is no package.json above ${__dirname}`);

/** Version of the program. */
export const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
