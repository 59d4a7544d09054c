import { nodesRecipes } from '../recipes/nodes-recipes';
import { missingPrograms } from '../recipes/own-servers';
import { buildService } from '../support/built-service';

let service: ReturnType<typeof buildService>;
beforeAll(() => {
  service = buildService();
});
afterAll(() => {
  service.remove();
});

/** `describe`, or where something is missing a skipped one that says what. */
function describeWith(missing: readonly string[], name: string, tests: () => void): void {
  if (missing.length === 0) describe(name, tests);
  else describe.skip(`${name} (not run: ${missing.join(', ')} missing)`, tests);
}

/** The recipe finds nothing that is not as it has to be; where it does, its figures are shown. */
function passes<F>(
  { run, judge }: { run: (main: string, rounds: number) => Promise<F>; judge: (figures: F) => string[] },
  rounds: number,
): () => Promise<void> {
  return async () => {
    const figures = await run(service.main, rounds);
    const faults = judge(figures);
    expect({ faults, ...(faults.length > 0 && { figures }) }).toEqual({ faults: [] });
  };
}

const servers = ['TEST_POSTGRES_URL', 'TEST_REDIS_URL'].filter(name => !process.env[name]);

describeWith(servers, 'two nodes on PostgreSQL and Redis', () => {
  it(
    'of 64 who end one visit at once at both, one succeeds and 1545 refuses the others',
    passes(nodesRecipes['nodes-winner'], 25),
    120_000,
  );

  it(
    'know tokens, users, keys, filters and licences within 2 s of a change',
    passes(nodesRecipes['nodes-changes'], 1),
    120_000,
  );

  it('hold the rate policies for the sum of both', passes(nodesRecipes['nodes-rates'], 3), 120_000);

  it(
    'answer about each visit as if its calls had been made one after the other',
    passes(nodesRecipes['nodes-history'], 100),
    120_000,
  );

  it(
    'lose nothing and leave nothing half done when one after another is killed, and a third joins',
    passes(nodesRecipes['nodes-kill'], 3),
    120_000,
  );
});

describeWith(missingPrograms(), 'two nodes on servers of their own', () => {
  it(
    'lose nothing that was acknowledged when PostgreSQL is killed, and work again within 5 s',
    passes(nodesRecipes['postgres-restart'], 2),
    120_000,
  );

  it(
    'log their callers in anew when Redis is killed, and work again within 5 s',
    passes(nodesRecipes['redis-restart'], 2),
    120_000,
  );
});
