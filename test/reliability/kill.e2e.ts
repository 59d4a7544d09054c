import { kill } from '../recipes/kill';
import { buildService } from '../support/built-service';

const service = buildService();
afterAll(() => {
  service.remove();
});

it('kill -9 under load loses nothing that was acknowledged and keeps nothing that was refused', async () => {
  const figures = await kill(service.main, 3);
  expect(figures).toMatchObject({ lost: 0, tooMany: 0, illegal: 0, damaged: 0 });
  expect(figures.ends).toBeGreaterThan(0);
  expect(figures.unknown).toBeGreaterThan(0);
  expect(figures.readyMs).toHaveLength(3);
}, 60_000);
