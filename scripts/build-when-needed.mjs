// Builds before `npm start` if there is no dist yet, or if a source is newer than the last build.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';

const newest = readdirSync('src', { recursive: true })
  .map(name => statSync(`src/${name}`).mtimeMs)
  .concat(['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'].map(name => statSync(name).mtimeMs))
  .reduce((a, b) => Math.max(a, b), 0);

const built = statSync('dist/main.js', { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (built < newest) {
  const { status } = spawnSync(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build'], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
