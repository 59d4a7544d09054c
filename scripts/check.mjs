// `npm run check`: everything that a change has to pass. It continues after a failure. `--no-tests` skips the tests.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
const [option] = process.argv.slice(2);
if (option !== undefined && option !== '--no-tests') {
  console.error(`unknown option ${option}: only --no-tests is known`);
  process.exit(64);
}

const steps = [
  ['types', 'tsc --noEmit'],
  ['types of the client', 'tsc --noEmit -p clients/typescript'],
  ['lint', 'eslint --max-warnings 0 .'],
  ['format', 'prettier --check --log-level warn .'],
  ['boundaries', scripts.boundaries],
  ['unused code and packages', scripts.unused],
  ['generated files', 'npm run --silent docs -- --check'],
];
if (!option) steps.push(['tests', scripts['test:coverage']]);

const env = { ...process.env, PATH: join(project, 'node_modules', '.bin') + delimiter + process.env.PATH };
const failed = steps.filter(([name, command]) => {
  console.log(`\n── ${name}: ${command}`);
  return spawnSync(command, { cwd: project, env, shell: true, stdio: 'inherit' }).status !== 0;
});

console.log();
for (const step of steps) console.log(`${failed.includes(step) ? 'FAILED' : 'passed'}  ${step[0]}`);
process.exitCode = failed.length > 0 ? 1 : 0;
