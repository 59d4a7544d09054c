import { someCaller } from '../../../test/fakes/examples';
import { FakeDirectory } from '../../../test/fakes/fake-directory';
import { office, production, units } from '../../../test/fakes/reference-data';
import { GetPersons } from './get-persons';
import { GetUnits } from './get-units';

const page = { number: 1, size: 10 };
const View = [production];
const limited = someCaller({
  login: 'hr',
  recordPermissions: { Persons: { View }, OrganizationalStructure: { View } },
});
const unlimited = someCaller();

describe('reading the directory', () => {
  const directory = new FakeDirectory();
  const getUnits = new GetUnits(directory.views);
  const getPersons = new GetPersons(directory.views, getUnits);
  for (const unit of units) directory.units.set(unit.structure, unit);
  for (const [personId, structure] of [
    ['1', production],
    ['2', office],
    ['3', null],
  ] as const)
    directory.persons.set(personId, { personId, name: 'Jan', surname: 'Novák', email: '', structure });

  it.each(['1', '2', '3'])('shows person %s only within the permission', async personId => {
    expect(await getPersons.one(unlimited, personId)).toEqual(directory.persons.get(personId));
    const attempt = getPersons.one(limited, personId);
    if (personId === '1') expect(await attempt).toMatchObject({ personId });
    else
      await expect(attempt).rejects.toMatchObject({
        code: 'PersonsViewPermission',
        message: expect.stringContaining('[hr]'),
      });
  });

  it('refuses an unknown record before it checks the permission', async () => {
    await expect(getPersons.one(limited, '4')).rejects.toMatchObject({ code: 'PersonNotFound' });
    await expect(getUnits.one(limited, 'Moon')).rejects.toMatchObject({ code: 'StructureNotFound' });
  });

  it('shows a unit only within the permission', async () => {
    expect(await getUnits.one(limited, production)).toMatchObject({ structure: production });
    expect(await getUnits.one(unlimited, office)).toMatchObject({ structure: office });
    await expect(getUnits.one(limited, office)).rejects.toMatchObject({ code: 'StructureViewPermission' });
  });

  it('lists the records within the permission', async () => {
    expect((await getPersons.list(unlimited, {}, page)).total).toBe(3);
    expect((await getPersons.list(limited, {}, page)).total).toBe(1);
    expect((await getPersons.list(limited, { structure: office }, page)).total).toBe(0);
    expect((await getUnits.list(limited, {}, page)).total).toBe(2);
    expect(
      (await getUnits.list(unlimited, { parentUnit: production, structure: production }, page)).total,
    ).toBe(1);
  });

  it('refuses to filter by an unknown unit', async () => {
    const lists = [
      getPersons.list(unlimited, { structure: 'Moon' }, page),
      getUnits.list(unlimited, { structure: 'Moon' }, page),
      getUnits.list(unlimited, { parentUnit: 'Moon' }, page),
    ];
    for (const list of lists) await expect(list).rejects.toMatchObject({ code: 'StructureNotFound' });
  });
});
