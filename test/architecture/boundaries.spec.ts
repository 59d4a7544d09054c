import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';

interface Violation {
  from: string;
  to: string;
  rule: { name: string; severity: string };
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

/** What the command behind `npm run check` says about `src` in this folder, by the same configuration. */
function cruise(folder: string): Report['summary'] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [command, '--config', rules, '--output-type', 'json', 'src'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (!stdout) throw new Error(stderr);
  return (JSON.parse(stdout) as Report).summary;
}

describe('the boundaries between folders', () => {
  it('are crossed nowhere in src', () => {
    const { violations, totalCruised } = cruise(project);

    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(100);
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
