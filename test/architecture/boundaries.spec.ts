import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

interface Violation {
  from: string;
  to: string;
  rule: { name: string; severity: string };
}
interface Manifest {
  scripts: { boundaries: string };
}
interface Report {
  summary: {
    violations: Violation[];
    totalCruised: number;
    ruleSetUsed: { forbidden: { name: string }[] };
  };
}

const project = join(__dirname, '..', '..');
const command = join(project, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const rules = join(project, '.dependency-cruiser.cjs');
const planted = join(__dirname, 'planted');

const folders = ['src', 'test', 'bench', 'scripts', 'clients'];

/** What the command behind `npm run boundaries` reports in this folder, by the same configuration. */
function cruise(folder: string): Report['summary'] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [command, '--config', rules, '--output-type', 'json', ...folders],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (!stdout) throw new Error(stderr);
  return (JSON.parse(stdout) as Report).summary;
}

describe('the boundaries between folders', () => {
  it('are checked in every folder by `npm run check`', () => {
    const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Manifest;
    expect(scripts.boundaries).toMatch(new RegExp(` ${folders.join(' ')}$`));
    expect(readFileSync(join(project, 'scripts/check.mjs'), 'utf8')).toContain('scripts.boundaries');
  });

  it('are crossed nowhere', () => {
    const { violations, totalCruised } = cruise(project);

    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(500);
  });

  describe('in the planted tree, where a file offends against the rule that it is named after', () => {
    const { violations, ruleSetUsed } = cruise(planted);

    it('are seen crossed once for each rule, so that no rule is decoration', () => {
      expect(violations.map(({ rule }) => rule.name).sort()).toEqual(
        ruleSetUsed.forbidden.map(({ name }) => name).sort(),
      );
    });

    it('are crossed by no other file, and by none in a second way', () => {
      for (const { rule, from } of violations) expect(basename(from)).toBe(`${rule.name}.ts`);
    });

    it('are errors, each of them', () => {
      expect(new Set(violations.map(({ rule }) => rule.severity))).toEqual(new Set(['error']));
    });
  });
});
