import { harms } from '../recipes/file-harms';
import { lostFiles } from '../recipes/lost-files';
import { buildService } from '../support/built-service';

const service = buildService();
afterAll(() => {
  service.remove();
});

it('files that are removed, moved, replaced, cut off or overwritten under load: nothing acknowledged is lost without a word', async () => {
  const rounds = Object.keys(harms).length + 1;
  const figures = await lostFiles(service.main, rounds);
  expect(figures).toMatchObject({ acknowledgedAfter: 0, lostSilently: 0, readyAfter: [], refusedStarts: [] });
  expect(figures.acknowledged).toBeGreaterThan(0);
  expect(figures.refused).toBeGreaterThan(0);
}, 300_000);
