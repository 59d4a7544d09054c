import { readFileSync } from 'node:fs';
import '../../src/app.module';
import { declaredActions } from '../../src/http/action';
import { actionsWithRequests } from '../../scripts/hunt/requests';

const paths = declaredActions().map(({ path }) => path);

describe('the hunt for what one request may cost', () => {
  it('has requests for every action', () => {
    expect(actionsWithRequests().sort()).toEqual([...paths].sort());
  });

  it('found nothing above its targets', () => {
    const rows = readFileSync('docs/limits.md', 'utf8')
      .split('\n')
      .filter(line => line.startsWith('| `'))
      .map(line => line.split('|').map(cell => cell.trim()));
    expect(rows.length).toBeGreaterThan(40);
    for (const [, action, , , , stop, , changeWaits, memory, p99] of rows) {
      expect([action, Number(stop) <= 50, Number(memory) <= 400, Number(p99) <= 100]).toEqual([
        action,
        true,
        true,
        true,
      ]);
      expect([action, changeWaits === '–' || Number(changeWaits) <= 250]).toEqual([action, true]);
    }
  });

  it('has a row of figures for every action', () => {
    const rows = [...readFileSync('docs/limits.md', 'utf8').matchAll(/^\| `([^`]+)` /gm)].map(
      ([, path]) => path,
    );
    expect(rows.sort()).toEqual([...paths].sort());
  });
});
