import { backup } from '../recipes/backup';
import { buildService } from '../support/built-service';

const service = buildService();
afterAll(() => {
  service.remove();
});

it('a backup under load has everything that was acknowledged before it began', async () => {
  const figures = await backup(service.main, 2);
  expect(figures).toMatchObject({ lost: 0, illegal: 0, damaged: 0 });
  expect(figures.acknowledged).toBeGreaterThan(0);
}, 60_000);
