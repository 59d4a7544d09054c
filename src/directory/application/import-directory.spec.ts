import { FakeDirectory } from '../../../test/fakes/fake-directory';
import { TestClock } from '../../../test/support/test-clock';
import { ImportDirectory } from './import-directory';
import type { ImportOptions, ImportRow, RowResult } from './import-rows';
import type { PersonChange, UnitChange } from './ports';

describe('an import', () => {
  let directory: FakeDirectory;
  let clock: TestClock;
  let results: RowResult[];
  beforeEach(() => {
    directory = new FakeDirectory();
    clock = new TestClock();
    results = [];
  });

  const options = (changed: Partial<ImportOptions>): ImportOptions => ({
    dryRun: false,
    partial: false,
    mayEdit: () => true,
    onResult: result => results.push(result),
    ...changed,
  });
  const rowsOf = <Item>(...rows: [string, Item][]): ImportRow<Item>[] =>
    rows.map(([key, item], index) => ({ row: index + 1, key, item, faults: [] }));
  const units = (rows: ImportRow<UnitChange>[], changed: Partial<ImportOptions> = {}) =>
    new ImportDirectory(directory.storage, clock).units(rows, options(changed));
  const persons = (rows: ImportRow<PersonChange>[], changed: Partial<ImportOptions> = {}) =>
    new ImportDirectory(directory.storage, clock).persons(rows, options(changed));
  const jana: [string, PersonChange] = ['1', { name: 'Jana', surname: 'Nováková' }];
  const faults = () =>
    results.flatMap(({ row, faults: found }) => found.map(({ field, problem }) => [row, field, problem]));

  describe('of persons', () => {
    it('creates new persons', async () => {
      await units(rowsOf(['A', {}]));
      const totals = await persons(
        rowsOf(jana, ['2', { name: 'Jan', surname: 'Novák', email: 'j@example.com', structure: 'A' }]),
      );
      expect(totals).toEqual({ created: 2, changed: 0, left: 0, refused: 0 });
      expect([...directory.persons.values()]).toEqual([
        { personId: '1', name: 'Jana', surname: 'Nováková', email: '', structure: null },
        { personId: '2', name: 'Jan', surname: 'Novák', email: 'j@example.com', structure: 'A' },
      ]);
    });

    it.each<[PersonChange, string, object]>([
      [{}, 'left', {}],
      [{ name: 'Jana', structure: 'A' }, 'left', {}],
      [{ email: '' }, 'changed', { email: '' }],
      [{ structure: '' }, 'changed', { structure: null }],
      [{ structure: 'A - B' }, 'changed', { structure: 'A - B' }],
      [{ surname: 'Malá' }, 'changed', { surname: 'Malá' }],
    ])('changes only the given members of a person: %j', async (item, outcome, changed) => {
      await units(rowsOf(['A - B', {}]));
      await persons(rowsOf(['1', { ...jana[1], email: 'j@example.com', structure: 'A' }]));
      const before = directory.persons.get('1');
      results = [];
      await persons(rowsOf(['1', item]));
      expect(results.map(result => result.outcome)).toEqual([outcome]);
      expect(directory.persons.get('1')).toEqual({ ...before, ...changed });
    });

    it('reports every fault of a row, of form and of content, one for each member', async () => {
      const given = {
        row: 1,
        key: '1',
        item: { surname: 'X', structure: 'Moon' },
        faults: [{ field: 'Name', problem: 'is bad' }],
      };
      await persons([given, ...rowsOf<PersonChange>(['2', {}]).map(row => ({ ...row, row: 2 }))]);
      expect(faults()).toEqual([
        [1, 'Name', 'is bad'],
        [1, 'Structure', 'is no unit on file'],
        [2, 'Name', 'is required for a new person'],
        [2, 'Surname', 'is required for a new person'],
      ]);
    });

    it('reports only the faults of form for a row without a key', async () => {
      await persons([{ row: 1, key: '', item: {}, faults: [{ field: 'PersonId', problem: 'is required' }] }]);
      expect(results).toEqual([
        { row: 1, key: '', outcome: 'refused', faults: [{ field: 'PersonId', problem: 'is required' }] },
      ]);
    });

    it('refuses a key of an earlier row, even many rows before', async () => {
      const many = Array.from({ length: 1200 }, (_, index): [string, PersonChange] => [`${index}`, jana[1]]);
      const totals = await persons(rowsOf(...many, ['7', { name: 'Eva' }]), {
        partial: true,
        counted: 'line',
      });
      expect(totals).toEqual({ created: 1200, changed: 0, left: 0, refused: 1 });
      expect(faults()).toEqual([[1201, '', 'has the same key as line 8']]);
      expect(directory.persons.get('7')?.name).toBe('Jana');
    });

    it.each<[string, PersonChange]>([
      ['from outside', { structure: 'A' }],
      ['to the outside', { structure: 'B' }],
      ['to nowhere', { structure: '' }],
    ])('refuses to move a person outside the permission: %s', async (from, item) => {
      await units(rowsOf(['A', {}], ['B', {}]));
      await persons(rowsOf(['1', { ...jana[1], structure: from === 'from outside' ? 'B' : 'A' }]));
      results = [];
      await persons(rowsOf(['1', item]), { mayEdit: structures => structures.includes('A') });
      expect(faults()).toEqual([[1, 'PersonId', 'is outside the record permission Edit']]);
    });
  });

  describe('of units', () => {
    it('creates units, and missing units above them', async () => {
      const totals = await units(
        rowsOf(['A - B - C', { type: 'Office', shortcut: 'C', description: 'far' }]),
      );
      expect(totals).toEqual({ created: 1, changed: 0, left: 0, refused: 0 });
      const common = { description: '', type: '', shortcut: '', changedAt: clock.now() };
      expect([...directory.units.values()]).toEqual([
        { ...common, structure: 'A', title: 'A', parentUnit: null },
        { ...common, structure: 'A - B', title: 'B', parentUnit: 'A' },
        {
          ...common,
          structure: 'A - B - C',
          title: 'C',
          parentUnit: 'A - B',
          type: 'Office',
          shortcut: 'C',
          description: 'far',
        },
      ]);
    });

    it('counts a unit as created if a row below it came first', async () => {
      const totals = await units(rowsOf<UnitChange>(['A - B', {}], ['A', { type: 'Company' }]));
      expect(totals).toEqual({ created: 2, changed: 0, left: 0, refused: 0 });
      expect(directory.units.get('A')?.type).toBe('Company');
    });

    it('changes what differs, with a new time, and leaves the rest', async () => {
      await units(rowsOf(['A', { title: 'Alpha' }], ['B', {}]));
      const before = clock.now();
      clock.advance(1000);
      results = [];
      await units(rowsOf<UnitChange>(['A', { title: '' }], ['B', { description: '', parentUnit: '' }]));
      expect(results.map(({ outcome }) => outcome)).toEqual(['changed', 'left']);
      expect(directory.units.get('A')).toMatchObject({ title: 'A', changedAt: clock.now() });
      expect(directory.units.get('B')).toMatchObject({ changedAt: before });
    });

    it('refuses a malformed path, and a parent that contradicts the path', async () => {
      await units(
        rowsOf<UnitChange>(['A - ', {}], ['A - B', { parentUnit: 'C' }], ['C - D', { parentUnit: 'C' }]),
      );
      expect(faults().map(([row, field]) => [row, field])).toEqual([
        [1, 'Structure'],
        [2, 'ParentUnit'],
      ]);
      expect(directory.units.size).toBe(0);
    });

    it('creates nothing outside the permission, not even above a unit inside it', async () => {
      const mayEdit = ([structure]: readonly string[]) => structure?.startsWith('A - B') ?? false;
      await units(rowsOf(['A - B - C', {}]), { mayEdit });
      expect(faults()).toEqual([[1, 'Structure', 'is outside the record permission Edit']]);
      await units(rowsOf(['A', {}]));
      results = [];
      await units(rowsOf(['A - B - C', {}]), { mayEdit });
      expect(results.map(({ outcome }) => outcome)).toEqual(['created']);
    });
  });

  it('names the members that differ, and the units that are made above another', async () => {
    await units(rowsOf<UnitChange>(['A - B - C', { type: 'Office' }]));
    await units(rowsOf<UnitChange>(['A - B - C', { type: 'Line', shortcut: 'C' }]));
    await persons(rowsOf(jana));
    await persons(rowsOf<PersonChange>(['1', { surname: 'Malá', structure: 'A' }]));
    expect(results.map(({ members, above }) => [members, above])).toEqual([
      [[], ['A', 'A - B']],
      [['type', 'shortcut'], []],
      [[], undefined],
      [['surname', 'structure'], undefined],
    ]);
  });

  it('takes a unit for one on file where the same file makes it', async () => {
    const row = rowsOf<PersonChange>(['1', { ...jana[1], structure: 'A' }]);
    await persons(row, { dryRun: true });
    await persons(row, { dryRun: true, alsoOnFile: new Set(['A']) });
    expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'created']);
  });

  it('stores nothing if a row has a fault, or the valid rows if it is partial', async () => {
    const rows = rowsOf<PersonChange>(jana, ['2', {}]);
    const totals = { created: 1, changed: 0, left: 0, refused: 1 };
    expect(await persons(rows)).toEqual(totals);
    expect(directory.persons.size).toBe(0);
    expect(await persons(rows, { partial: true })).toEqual(totals);
    expect([...directory.persons.keys()]).toEqual(['1']);
  });

  describe('does not block other writers for long', () => {
    const storing = () => jest.spyOn(directory.storage, 'change');
    const many = (count: number) =>
      rowsOf(...Array.from({ length: count }, (_, index): [string, PersonChange] => [`${index}`, jana[1]]));
    /** 32 levels of thirty characters: each row makes 31 units above it. */
    const deep = (count: number) =>
      rowsOf(
        ...Array.from({ length: count }, (_, index): [string, UnitChange] => [
          [`Company ${index}`, ...Array<string>(31).fill('x'.repeat(27))].join(' - '),
          {},
        ]),
      );

    it('never writes in a dry run or for rows with faults', async () => {
      const change = storing();
      await persons(many(1000), { dryRun: true });
      await persons([...many(1000), ...rowsOf<PersonChange>(['x', {}])]);
      await units(deep(20), { dryRun: true });
      expect(change).not.toHaveBeenCalled();
      expect(directory.persons.size + directory.units.size).toBe(0);
    });

    it('stores many rows in slices', async () => {
      const change = storing();
      await persons(many(1000));
      expect(change).toHaveBeenCalledTimes(4);
      expect(directory.persons.size).toBe(1000);
    });

    it('stores rows that create many units in smaller slices', async () => {
      const change = storing();
      expect(await units(deep(20))).toEqual({ created: 20, changed: 0, left: 0, refused: 0 });
      expect(change).toHaveBeenCalledTimes(7);
      expect(directory.units.size).toBe(20 * 32);
    });

    it('stores rows with long descriptions in smaller slices', async () => {
      const change = storing();
      const rows = Array.from({ length: 26 }, (_, index): [string, UnitChange] => [
        `${index}`,
        { description: 'x'.repeat(4000) },
      ]);
      await units(rowsOf(...rows));
      expect(change).toHaveBeenCalledTimes(3);
    });
  });

  it('limits the parent units created by one request', async () => {
    await units(rowsOf(['A - B - C', {}], ['A - B - D', {}], ['E - F', {}]), { maxUnitsAbove: 2 });
    expect(faults()).toEqual([[3, 'Structure', 'would make more than 2 units that have no row']]);
    expect(directory.units.size).toBe(0);
  });

  it('stores the same if a transaction is run again', async () => {
    const change = directory.storage.change.bind(directory.storage);
    directory.storage.change = async work => {
      await change(async changes => ({ ...(await work(changes)), keep: false }));
      return change(work);
    };
    const totals = await units(rowsOf<UnitChange>(['A - B', {}], ['A', { type: 'Company' }]));
    expect(totals).toEqual({ created: 2, changed: 0, left: 0, refused: 0 });
    expect(await persons(rowsOf(jana))).toEqual({ created: 1, changed: 0, left: 0, refused: 0 });
    expect([directory.units.size, directory.persons.size]).toEqual([2, 1]);
  });

  describe('when a concurrent change moves a person outside the permission', () => {
    const rows = rowsOf(
      ...Array.from({ length: 300 }, (_, index): [string, PersonChange] => [`${index}`, { name: 'Eva' }]),
    );
    const mayEdit = (structures: readonly string[]) => structures.includes('A');
    const moveAfter = (slices: number, personId: string) => {
      const change = directory.storage.change.bind(directory.storage);
      let count = 0;
      directory.storage.change = work => {
        const before = directory.persons.get(personId);
        if (count === slices && before) directory.persons.set(personId, { ...before, structure: 'B' });
        count += 1;
        return change(work);
      };
    };
    beforeEach(async () => {
      await units(rowsOf(['A', {}], ['B', {}]));
      await persons(rows.map(row => ({ ...row, item: { ...jana[1], structure: 'A' } })));
      results = [];
    });
    const evas = () => [...directory.persons.values()].filter(({ name }) => name === 'Eva').length;

    it('before the first slice: nothing is stored and the row is named', async () => {
      moveAfter(0, '7');
      expect((await persons(rows, { mayEdit })).refused).toBe(1);
      expect(faults()).toEqual([[8, 'PersonId', 'is outside the record permission Edit']]);
      expect(evas()).toBe(0);
    });

    it('before a later slice: the import ends, and the same rows again store the rest', async () => {
      moveAfter(1, '299');
      await expect(persons(rows, { mayEdit })).rejects.toMatchObject({
        code: 'VisitUpdateFailed',
        message: 'Updating visit ended with exception concurrent update.',
      });
      expect(evas()).toBe(250);
      await persons(rows);
      expect(evas()).toBe(300);
    });
  });

  it('reports a dry run without storing anything', async () => {
    expect(await persons(rowsOf(jana), { dryRun: true })).toEqual({
      created: 1,
      changed: 0,
      left: 0,
      refused: 0,
    });
    expect(directory.persons.size).toBe(0);
  });
});
