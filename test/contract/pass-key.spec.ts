import { rows } from '../../src/app.rows';
import { openDatabase } from '../../src/database';
import { passKeyOfDatabase, PassKeyRow, publicPemOf } from '../../src/passes';
import { CommandLine } from '../support/command-line';
import { TestClock } from '../support/test-clock';

it('the key that signs passes is made once, also by two nodes that want it at once', async () => {
  const place = new CommandLine();
  const config = { database: { kind: 'file', file: place.database }, migrateOnStart: true } as const;
  const nodes = [await openDatabase(config, rows), await openDatabase(config, rows)];
  const clock = new TestClock();
  const ask = () => Promise.all(nodes.map(async node => publicPemOf(await passKeyOfDatabase(node, clock))));

  const first = await ask();
  const later = await ask();
  const kept = await nodes[0]?.read(manager => manager.find(PassKeyRow));
  for (const node of nodes) await node.close();
  place.remove();

  expect(new Set([...first, ...later]).size).toBe(1);
  expect(kept).toMatchObject([{ seq: 1, createdAt: clock.now() }]);
});
