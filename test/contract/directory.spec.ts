import type {
  DirectoryStorage,
  DirectoryViews,
  PersonFilter,
  PersonRecord,
  UnitFilter,
} from '../../src/directory/application/ports';
import { TypeOrmDirectoryStorage } from '../../src/directory/infrastructure/type-orm-directory-storage';
import { TypeOrmDirectoryViews } from '../../src/directory/infrastructure/type-orm-directory-views';
import { FakeDirectory } from '../fakes/fake-directory';
import { hall, office, production, units } from '../fakes/reference-data';
import { openOwn } from './visit-storage';
import { engineName } from '../support/engine';

interface Directory {
  storage: DirectoryStorage;
  views: DirectoryViews;
  close(): Promise<void>;
}

const directories: [string, () => Promise<Directory>][] = [
  ['fake', () => Promise.resolve({ ...new FakeDirectory(), close: () => Promise.resolve() })],
  [
    engineName,
    async () => {
      const { database, close } = await openOwn();
      return {
        storage: new TypeOrmDirectoryStorage(database),
        views: new TypeOrmDirectoryViews(database),
        close,
      };
    },
  ],
];

const person = (personId: string, name: string, surname: string, structure: string | null): PersonRecord => ({
  personId,
  name,
  surname,
  email: '',
  structure,
});
const persons = [
  person('1', 'Žofie', 'Nováková', hall),
  person('2', 'Anna Marie', "O'Neil-[Čermák]*", office),
  person('3', 'Jan', 'Novák', null),
];
const all = { number: 1, size: 100 };

describe.each(directories)('the directory (%s)', (_, open) => {
  let directory: Directory;
  beforeEach(async () => {
    directory = await open();
    await put(persons);
  });
  afterEach(() => directory.close());

  const put = (those: PersonRecord[], keep = true) =>
    directory.storage.change(async changes => {
      await changes.putUnits(units);
      await changes.putPersons(those);
      return { keep, result: 'done' };
    });
  const ids = async (filter: Partial<PersonFilter>, page = all) => {
    const { rows, total } = await directory.views.persons({ permission: 'All', ...filter }, page);
    return [total, ...rows.map(({ personId }) => personId)];
  };
  const titles = async (filter: Partial<UnitFilter>, page = all) => {
    const { rows, total } = await directory.views.units({ permission: 'All', ...filter }, page);
    return [total, ...rows.map(({ title }) => title)];
  };

  it('shows what was put', async () => {
    expect(await directory.views.findPerson('1')).toEqual(persons[0]);
    expect(await directory.views.findPerson('3')).toEqual(persons[2]);
    expect(await directory.views.findPerson('4')).toBeUndefined();
    expect(await directory.views.findUnit(hall)).toEqual(units[3]);
    expect(await directory.views.findUnit('Moon')).toBeUndefined();
  });

  it('replaces what is put again', async () => {
    await put([{ ...person('1', 'Eva', 'Malá', null), email: 'eva@example.com' }]);
    expect(await directory.views.findPerson('1')).toMatchObject({
      surname: 'Malá',
      email: 'eva@example.com',
      structure: null,
    });
    expect(await ids({ text: 'nova' })).toEqual([1, '3']);
    expect(await ids({ text: 'eva mal' })).toEqual([1, '1']);
  });

  it('keeps nothing of what is taken back, and answers all the same', async () => {
    expect(await put([person('4', 'Eva', 'Malá', null)], false)).toBe('done');
    expect(await directory.views.findPerson('4')).toBeUndefined();
  });

  it('finds those on file among many keys', async () => {
    await directory.storage.change(async changes => {
      const known = await changes.persons(['1', '4', '3']);
      const knownUnits = await changes.units([office, 'Moon']);
      expect(known.map(({ personId }) => personId).sort()).toEqual(['1', '3']);
      expect(knownUnits).toEqual([units[4]]);
      return { keep: true, result: undefined };
    });
  });

  it('lists persons by surname, page by page', async () => {
    expect(await ids({})).toEqual([3, '3', '1', '2']);
    expect(await ids({}, { number: 2, size: 2 })).toEqual([3, '2']);
    expect(await ids({}, { number: 3, size: 2 })).toEqual([3]);
  });

  it.each<[string, string[], string[]]>([
    ['novak%', ['3', '1'], []],
    ['Novák%', ['3', '1'], ['3', '1']],
    ["%O'Neil-[Čermák]*", ['2'], ['2']],
    ['%neil-[cermak]*', ['2'], []],
    ['%[ABC]%', [], []],
    ['Jan Novák', ['3'], ['3']],
    ['Novák Jan', ['3'], ['3']],
    ['Novák Ja_', [], []],
    ['%Ž%', ['1'], ['1']],
    ['%z%', ['1'], []],
    ['A%M%O%', ['2'], ['2']],
    ['%', ['3', '1', '2'], ['3', '1', '2']],
    ['', [], []],
  ])('persons named %j', async (pattern, folded, exact) => {
    expect(await ids({ named: { pattern, exact: false } })).toEqual([folded.length, ...folded]);
    expect(await ids({ named: { pattern, exact: true } })).toEqual([exact.length, ...exact]);
  });

  it.each<[Partial<PersonFilter>, string[]]>([
    [{ text: 'NOVÁK' }, ['3', '1']],
    [{ text: 'no' }, ['3', '1']],
    [{ text: 'ak' }, []],
    [{ structure: production }, ['1']],
    [{ structure: hall, text: 'jan' }, []],
    [{ permission: 'Own' }, []],
    [{ permission: [] }, []],
    [{ permission: [office, production] }, ['1', '2']],
  ])('persons by %j', async (filter, expected) => {
    expect(await ids(filter)).toEqual([expected.length, ...expected]);
  });

  it('takes a unit whose path only begins alike for no unit below', async () => {
    await directory.storage.change(async changes => {
      const beside = [`${production} (old)`, `${production} 2`, `${production}-A`];
      await changes.putUnits(units.flatMap(unit => beside.map(structure => ({ ...unit, structure }))));
      return { keep: true, result: undefined };
    });
    expect(await titles({ structure: production })).toEqual([2, 'Production', 'Hall 1']);
    expect(await titles({ permission: [production] })).toEqual([2, 'Production', 'Hall 1']);
  });

  it.each([200, 450])('has %i units on a page, each with its own description', async size => {
    const made = Array.from({ length: 450 }, (_, index) => {
      const structure = `Made ${String(index).padStart(3, '0')}`;
      return { ...units[0], structure, description: `of ${structure}` };
    });
    await directory.storage.change(async changes => {
      await changes.putUnits(made as typeof units);
      return { keep: true, result: undefined };
    });
    const filter = { permission: 'All', text: 'Made' } as const;
    const { rows, total } = await directory.views.units(filter, { number: 1, size });
    expect(total).toBe(450);
    expect(rows).toEqual(made.slice(0, size));
  });

  it.each<[Partial<UnitFilter>, string[]]>([
    [{}, ['Organization structure', 'Company ABC', 'Office', 'Production', 'Hall 1']],
    [{ structure: production }, ['Production', 'Hall 1']],
    [{ parentUnit: production }, ['Hall 1']],
    [{ text: 'HALL' }, ['Hall 1']],
    [{ text: 'of' }, ['Office']],
    [{ permission: 'Own' }, []],
    [{ permission: [production] }, ['Production', 'Hall 1']],
  ])('units by %j', async (filter, expected) => {
    expect(await titles(filter)).toEqual([expected.length, ...expected]);
  });
});
