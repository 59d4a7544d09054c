// Runs the recipes that need a real process: `node scripts/reliability.mjs kill --rounds 15`. They use the output of
// `npm run build`, or the main.js given by --service. Prints the figures, and exits with 1 if an expectation fails. Recipes for
// several nodes run only by name, because they need servers: TEST_POSTGRES_URL and TEST_REDIS_URL, or the programs of both to
// stop and start them. --rounds is the size of a recipe.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import './typescript.mjs';

const require = createRequire(import.meta.url);
const { recipes } = require('../test/recipes/recipes.ts');
const { nodesRecipes } = require('../test/recipes/nodes-recipes.ts');
const every = { ...recipes, ...nodesRecipes };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { service: { type: 'string', default: 'dist/main.js' }, rounds: { type: 'string' } },
});
const main = resolve(values.service);
const names = positionals.length > 0 ? positionals : Object.keys(recipes);
const unknown = names.filter(name => !(name in every));
if (unknown.length > 0 || !existsSync(main)) {
  console.error(
    unknown.length > 0
      ? `unknown recipe ${unknown.join(', ')}: there are ${Object.keys(every).join(', ')}`
      : `${main} is not there: run \`npm run build\``,
  );
  process.exit(64);
}

// Exit normally on a signal, so that started processes are stopped.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

for (const name of names) {
  const { run, rounds, judge } = every[name];
  let figures;
  try {
    figures = await run(main, Number(values.rounds ?? rounds));
  } catch (fault) {
    console.log(`FAILED  ${name}`);
    console.error(fault);
    process.exitCode = 1;
    continue;
  }
  const faults = judge(figures);
  console.log(`${faults.length === 0 ? 'passed' : 'FAILED'}  ${name}`);
  for (const [key, value] of Object.entries(figures)) console.log(`        ${key}: ${shown(value)}`);
  for (const fault of faults) console.log(`        not as it has to be: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

/** Minimum, median and maximum of a list of numbers. */
function shown(value) {
  if (!Array.isArray(value)) return typeof value === 'object' ? JSON.stringify(value) : value;
  const sorted = [...value].sort((a, b) => a - b);
  if (sorted.length === 0) return 'none';
  return `min ${sorted[0]}, median ${sorted[sorted.length >> 1]}, max ${sorted.at(-1)} (${sorted.length})`;
}
