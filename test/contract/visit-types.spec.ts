import type { VisitTypes } from '../../src/visit-types/application/visit-types';
import { TypeOrmVisitTypes } from '../../src/visit-types/infrastructure/type-orm-visit-types';
import { FakeVisitTypes } from '../fakes/fake-visit-types';
import { openStored } from './visit-storage';
import { engineName } from '../support/engine';

interface Types {
  readonly types: VisitTypes;
  readonly close: () => Promise<void>;
}

const opened: readonly [string, () => Promise<Types>][] = [
  ['fake', () => Promise.resolve({ types: new FakeVisitTypes(), close: () => Promise.resolve() })],
  [
    engineName,
    async () => {
      const storage = await openStored();
      return { types: new TypeOrmVisitTypes(storage.database), close: () => storage.close() };
    },
  ],
];

const tour = {
  title: 'Tour',
  shortcut: 'T',
  escortRequired: true,
  requiredActivities: ['Hygiene', 'Safety training'],
};

describe.each(opened)('VisitTypes (%s)', (_, open) => {
  let types: VisitTypes;
  let close: () => Promise<void>;
  const all = async () => (await types.list({ number: 1, size: 100 })).rows;

  beforeEach(async () => {
    ({ types, close } = await open());
  });
  afterEach(() => close());

  it('are listed by title, page by page, each with its activities', async () => {
    const page = async (number: number) => types.list({ number, size: 3 });
    expect((await page(1)).rows.map(({ title }) => title)).toEqual(['Contractor', 'Delivery', 'Guest']);
    expect(await page(2)).toEqual({
      rows: [
        {
          title: 'Trainee',
          shortcut: 'TRA',
          escortRequired: false,
          requiredActivities: ['Hygiene', 'Safety training'],
        },
      ],
      total: 4,
    });
    expect(await page(3)).toEqual({ rows: [], total: 4 });
  });

  it('are found by title, and know which activities there are not', async () => {
    expect(await types.find('Trainee')).toEqual((await all()).at(-1));
    expect(await types.find('trainee')).toBeUndefined();
    expect(await types.unknownActivities(['Hygiene', 'Diving', 'Tea'])).toEqual(['Diving', 'Tea']);
    expect(await types.unknownActivities([])).toEqual([]);
  });

  it('take a new one, with and without activities', async () => {
    await types.add(tour);
    await types.add({ ...tour, title: 'Walk', requiredActivities: [] });
    expect((await all()).slice(3)).toEqual([
      tour,
      expect.objectContaining({ title: 'Trainee' }),
      { ...tour, title: 'Walk', requiredActivities: [] },
    ]);
  });

  it('take no title twice and no activity that there is not; then nothing is changed', async () => {
    const before = await all();
    await expect(types.add({ ...tour, title: 'Guest' })).rejects.toMatchObject({
      code: 'VisitTypeExists',
      message: 'VisitType [Guest] already exists',
    });
    const diving = { ...tour, requiredActivities: ['Hygiene', 'Diving'] };
    const unknown = { code: 'ActivityTypeNotFound', message: 'ActivityType [Diving] not found' };
    await expect(types.add(diving)).rejects.toMatchObject(unknown);
    await expect(types.change('Guest', () => ({ ...diving, title: 'Guest' }))).rejects.toMatchObject(unknown);
    expect(await all()).toEqual(before);
  });

  it('are changed as is decided on what they are', async () => {
    const wanted = { ...tour, title: 'Trainee', requiredActivities: ['Hygiene'] };
    const changed = await types.change('Trainee', stored => {
      expect(stored).toMatchObject({ shortcut: 'TRA', requiredActivities: ['Hygiene', 'Safety training'] });
      return wanted;
    });
    expect(changed).toEqual(wanted);
    expect((await all()).at(-1)).toEqual(wanted);
    await types.change('Trainee', stored => ({ ...stored, requiredActivities: [] }));
    expect((await all()).at(-1)).toEqual({ ...wanted, requiredActivities: [] });
    expect((await all())[0]?.requiredActivities).toEqual(['Safety training']);
  });

  it('know no type that was not added', async () => {
    await expect(types.change('Tour', stored => stored)).rejects.toMatchObject({
      code: 'VisitTypeNotFound',
      message: 'VisitType [Tour] not found',
    });
  });
});
