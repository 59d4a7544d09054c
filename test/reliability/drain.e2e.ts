import { cutOff, drain } from '../../scripts/reliability/drain';
import { recipes } from '../../scripts/reliability/recipes';
import { buildService } from '../support/built-service';

const service = buildService();
afterAll(() => {
  service.remove();
});

it('SIGTERM, twice: what was accepted is answered, readiness goes first, and the process ends with 0', async () => {
  const figures = await drain(service.main, 50);
  expect(figures).toMatchObject({ failed: 0, exit: { code: 0, signal: null } });
  expect(figures.accepted).toBeGreaterThan(50);
  expect(recipes.drain.judge(figures)).toEqual([]);
}, 30_000);

it('a request that takes too long is cut off 9 s after SIGTERM, and the process ends with 0', async () => {
  const figures = await cutOff(service.main);
  expect(recipes['cut-off'].judge(figures)).toEqual([]);
  expect(figures.endMs).toBeGreaterThan(8500);
}, 30_000);
