import { readFileSync } from 'node:fs';

interface Locked {
  version?: string;
  integrity?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
}
interface Manifest {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
  scarfSettings: { enabled: boolean };
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const manifest = read('package.json') as Manifest;
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const { '': _, ...locked } = packages;
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('the check', () => {
  it('runs the tests with the coverage that the rules have to have', () => {
    expect(readFileSync('scripts/check.mjs', 'utf8')).toContain("scripts['test:coverage']");
    const config = 'jest.coverage.config.mjs';
    expect(manifest.scripts['test:coverage']).toBe(`jest --config ${config}`);
    expect(readFileSync('.ci/run', 'utf8')).toContain(`npm test -- --config ${config}`);
    const coverage = readFileSync(config, 'utf8');
    expect(coverage).toMatch(/coverageThreshold: \{ global: \{ branches: 100 \} \}/);
    expect(coverage).toContain("collectCoverageFrom: ['src/**/{domain,application}/**/*.ts'");
  });
});

describe('the packages', () => {
  it('of a running service have a version and a digest, each of them', () => {
    const running = Object.entries(locked).filter(([, { dev }]) => !dev);
    expect(running.length).toBeGreaterThan(0);
    const unclear = running.filter(([, { version, integrity }]) => !version || !integrity);
    expect(unclear.map(([path]) => path)).toEqual([]);
  });

  it('that are asked for are asked for in one version', () => {
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(asked.filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([]);
  });

  it('run no script at installation, but for the driver of SQLite', () => {
    const withScripts = Object.entries(locked).flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [nameOf(path)] : [],
    );
    expect(Object.keys(manifest.allowScripts).sort()).toEqual([...new Set(withScripts)].sort());
    const allowed = Object.entries(manifest.allowScripts).flatMap(([name, may]) => (may ? [name] : []));
    expect(allowed).toEqual(['sqlite3']);
    // Older npm runs all scripts; this one asks whether it may report the installation.
    expect(manifest.scarfSettings).toEqual({ enabled: false });
  });
});
