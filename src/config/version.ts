import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Version of the program, from package.json, which stands above both `src` and `dist`. */
export const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
  version: string;
};
