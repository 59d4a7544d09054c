import type { Database } from '../../src/database';
import type { RecordPermission } from '../../src/shared/caller';
import type { VisitorFilter } from '../../src/visitors/application/ports';
import { countSql, listed, pageSql } from '../../src/visitors/infrastructure/type-orm-visitor.repository';
import { someCaller } from '../fakes/examples';
import { production } from '../fakes/reference-data';
import { openOwn } from './visit-storage';

const everybody: VisitorFilter = { text: null, docNumber: null, email: null };

/** How SQLite reads the lists of visitors: they are made for hundreds of thousands. */
describe('a list of visitors', () => {
  let database: Database;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ database, close } = await openOwn());
  });
  afterAll(() => close());

  async function plansOf(View: RecordPermission, filter: Partial<VisitorFilter>): Promise<string[]> {
    const caller = someCaller({ recordPermissions: { Visitors: { View } } });
    const { sql, parameters } = listed('sqlite', caller, { ...everybody, ...filter });
    const planOf = async (statement: string, values: unknown[]) => {
      const steps = await database.read(manager =>
        manager.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${statement}`, values),
      );
      return steps.map(({ detail }) => detail).join('\n');
    };
    return [
      await planOf(pageSql('sqlite', sql), [...parameters, 100, 0]),
      await planOf(countSql(sql), [...parameters]),
    ];
  }

  it.each<[RecordPermission, Partial<VisitorFilter>]>([
    ['All', {}],
    ['Own', {}],
    [[production], {}],
    ['All', { text: 'novak' }],
    ['Own', { text: 'no' }],
    [[production], { text: 'novak' }],
    ['All', { docNumber: 'AB1' }],
    ['Own', { email: 'jan@example.com' }],
    [[production], { docNumber: 'AB1', email: 'jan@example.com', text: 'novak' }],
  ])('of %j with %j is read by an index, and so are the visits it looks at', async (permission, filter) => {
    for (const plan of await plansOf(permission, filter)) {
      expect(plan).not.toMatch(/SCAN (visitor|visit|org_unit)\b(?! USING (COVERING )?INDEX)/);
      if (permission !== 'All' && permission !== 'Own')
        expect(plan).toMatch(/SEARCH visit (EXISTS )?USING INDEX \w+ \(visitor_seq=\?\)/);
    }
  });

  it.each<[RecordPermission, Partial<VisitorFilter>]>([
    ['All', {}],
    ['Own', {}],
    [[production], {}],
    ['All', { email: 'jan@example.com' }],
  ])('of %j with %j comes in its order from an index', async (permission, filter) => {
    const [page] = await plansOf(permission, filter);
    expect(page).not.toContain('TEMP B-TREE');
  });

  it.each<[Partial<VisitorFilter>]>([[{ text: 'novak' }], [{ docNumber: 'AB1' }], [{ email: 'a@b' }]])(
    'with %j reads those alone whom the condition names',
    async filter => {
      for (const plan of await plansOf('All', filter)) expect(plan).toMatch(/SEARCH visitor USING/);
    },
  );
});
