import { query } from '../../src/database';
import { Visit } from '../../src/visits/domain/visit';
import { guid, someBeginning, someCaller, someDetails, somePhoto } from '../fakes/examples';
import { openStored, type VisitStorage, visitStorages } from './visit-storage';

const photo = (n: number) => somePhoto({ content: Buffer.from([0, 255, n]), width: n });

describe.each(visitStorages)('VisitPhotos (%s)', (_, open) => {
  let storage: VisitStorage;
  const begin = (n: number, count: number) => {
    const photos = Array.from({ length: count }, (_each, index) => photo(index + 1));
    return storage.visits.add(Visit.create(someBeginning(n), ''), someDetails({ photos }), someCaller());
  };
  const add = (n: number, version = 0) => storage.photos.add({ id: guid(1), version }, photo(n));

  beforeEach(async () => {
    storage = await open();
  });
  afterEach(() => storage.close());

  it('number the photos of a visit in the order in which they came, and give them back byte for byte', async () => {
    await begin(1, 2);
    await begin(2, 1);
    expect(await add(3)).toBe(3);
    for (const n of [1, 2, 3])
      expect(await storage.photos.find(guid(1), n)).toEqual({ photo: photo(n), count: 3 });
    expect(await storage.photos.find(guid(2), 1)).toEqual({ photo: photo(1), count: 1 });
  });

  it('find nothing else', async () => {
    await begin(1, 1);
    expect(await storage.photos.find(guid(1), 2)).toBeUndefined();
    expect(await storage.photos.find(guid(2), 1)).toBeUndefined();
  });

  it('take ten of a visit, and no more', async () => {
    await begin(1, 9);
    expect(await add(10)).toBe(10);
    expect(await add(11)).toBeUndefined();
    expect(await storage.photos.find(guid(1), 11)).toBeUndefined();
    expect(await storage.photos.find(guid(1), 10)).toEqual({ photo: photo(10), count: 10 });
  });

  it('take none of a visit that has changed since, or is gone', async () => {
    await begin(1, 0);
    await expect(add(1, 1)).rejects.toThrow();
    await expect(add(1, 1)).rejects.not.toHaveProperty('code');
    await storage.erase(guid(1));
    await expect(add(1)).rejects.toMatchObject({ code: 'VisitGone' });
    expect(await storage.photos.find(guid(1), 1)).toBeUndefined();
  });
});

it('of a photo that was kept before photos were checked, the bytes alone are known', async () => {
  const storage = await openStored();
  await storage.visits.add(Visit.create(someBeginning(1), ''), someDetails(), someCaller());
  const content = Buffer.from([0, 255]);
  await storage.database.write(manager =>
    query(manager, 'INSERT INTO visit_photo (visit_seq, content) SELECT seq, ? FROM visit', [content]),
  );
  expect(await storage.photos.find(guid(1), 1)).toEqual({ photo: { content }, count: 1 });
  await storage.close();
});
