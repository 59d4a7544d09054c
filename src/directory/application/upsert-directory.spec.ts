import { someCaller } from '../../../test/fakes/examples';
import { FakeDirectory } from '../../../test/fakes/fake-directory';
import { TestClock } from '../../../test/support/test-clock';
import { ImportDirectory } from './import-directory';
import { UpsertDirectory } from './upsert-directory';

const row = (number: number, key: string, item = {}, faults: { field: string; problem: string }[] = []) => ({
  row: number,
  key,
  item,
  faults,
});
const wishes = { dryRun: false, partial: false };

describe('an upsert', () => {
  let upsert: UpsertDirectory;
  beforeEach(() => {
    upsert = new UpsertDirectory(new ImportDirectory(new FakeDirectory().storage, new TestClock()));
  });

  it('reports every row and the totals', async () => {
    const { results, totals } = await upsert.units(someCaller(), [row(1, 'A'), row(2, 'B')], wishes);
    expect(results.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['A', 'created'],
      ['B', 'created'],
    ]);
    expect(totals).toEqual({ created: 2, changed: 0, left: 0, refused: 0 });
  });

  it('names every fault of every row by its path', async () => {
    const rows = [row(1, '1'), row(2, '', {}, [{ field: '', problem: 'must be an object' }])];
    await expect(upsert.persons(someCaller(), rows, wishes)).rejects.toMatchObject({
      code: 'BadParameters',
      details: [
        { field: 'Persons[0].Name', problem: 'is required for a new person' },
        { field: 'Persons[0].Surname', problem: 'is required for a new person' },
        { field: 'Persons[1]', problem: 'must be an object' },
      ],
    });
  });

  it('names 1000 faults at most, the last of which gives the number of the others', async () => {
    const refusalOf = async (count: number) => {
      const rows = Array.from({ length: count }, (_, index) => row(index + 1, `${index}`, { name: 'Eva' }));
      const refused = await upsert.persons(someCaller(), rows, wishes).catch((error: unknown) => error);
      return (refused as { details: { field: string; problem: string }[] }).details;
    };
    const all = await refusalOf(1000);
    expect(all).toHaveLength(1000);
    expect(all.at(-1)).toMatchObject({ field: 'Persons[999].Surname' });
    const cut = await refusalOf(1500);
    expect(cut).toHaveLength(1000);
    expect(cut.at(-2)).toMatchObject({ field: 'Persons[998].Surname' });
    expect(cut.at(-1)).toEqual({ field: 'Persons', problem: 'has 501 more faults, in the rows that follow' });
  });

  it('reports faults together with the valid rows if it is partial', async () => {
    const { results, totals } = await upsert.units(someCaller(), [row(1, 'A - '), row(2, 'B')], {
      ...wishes,
      partial: true,
    });
    expect(results.map(({ outcome, faults }) => [outcome, faults.length])).toEqual([
      ['refused', 1],
      ['created', 0],
    ]);
    expect(totals.refused).toBe(1);
  });

  it('edits within the record permission of the agenda', async () => {
    const caller = someCaller({
      recordPermissions: { OrganizationalStructure: { Edit: ['A'] }, Persons: { Edit: 'Own' } },
    });
    await upsert.units(someCaller(), [row(1, 'A')], wishes);
    const { totals } = await upsert.units(caller, [row(1, 'A - B'), row(2, 'C')], {
      ...wishes,
      partial: true,
    });
    expect(totals).toEqual({ created: 1, changed: 0, left: 0, refused: 1 });
    const jana = row(1, '1', { name: 'Jana', surname: 'Nováková', structure: 'A' });
    await expect(upsert.persons(caller, [jana], wishes)).rejects.toMatchObject({
      details: [{ field: 'Persons[0].PersonId' }],
    });
  });
});
