import { guid, someCaller, someDetails } from '../../../test/fakes/examples';
import { FakeReception } from '../../../test/fakes/fake-reception';
import { pixel } from '../../../test/support/pictures';

const caller = someCaller();

describe('adding a photo to a visit', () => {
  let reception: FakeReception;
  const add = (by = caller, content = pixel) => reception.addPhoto.execute(by, guid(1), content);

  beforeEach(async () => {
    reception = new FakeReception();
    await reception.create.execute(caller, guid(1), someDetails());
  });

  it('numbers it from 1 and tells how it is kept', async () => {
    expect(await add()).toMatchObject({ number: 1, photo: { type: 'image/png', width: 1, height: 1 } });
    expect((await add()).number).toBe(2);
    expect(await reception.getPhoto.execute(caller, guid(1), 2)).toMatchObject({ number: 2, count: 2 });
  });

  it('keeps the photos of a new visit, checked', async () => {
    await reception.create.execute(caller, guid(2), someDetails(), [pixel, pixel]);
    expect(await reception.getPhoto.execute(caller, guid(2), 1)).toMatchObject({
      type: 'image/png',
      count: 2,
    });
    await expect(
      reception.create.execute(caller, guid(3), someDetails(), [pixel, Buffer.from('x')]),
    ).rejects.toMatchObject({ code: 'BadParameters', details: [{ field: 'Photos[1]' }] });
    expect(await reception.visits.find(guid(3))).toBeUndefined();
  });

  it('is refused when it is no picture, even of no visit', async () => {
    await expect(reception.addPhoto.execute(caller, guid(9), Buffer.from('x'))).rejects.toMatchObject({
      code: 'BadParameters',
      details: [{ field: 'Photo' }],
    });
  });

  it('is refused of no visit, and to who may not edit this one', async () => {
    await expect(reception.addPhoto.execute(caller, guid(9), pixel)).rejects.toMatchObject({
      code: 'VisitNotExists',
    });
    const stranger = someCaller({ recordPermissions: { Visits: { Edit: [] } } });
    await expect(add(stranger)).rejects.toMatchObject({ code: 'VisitsEditPermission' });
  });

  it('is refused when the visit is over, also when it ends meanwhile', async () => {
    const find = reception.visits.find.bind(reception.visits);
    reception.visits.find = async id => {
      const visit = await find(id);
      reception.visits.find = find;
      await reception.move.reject(caller, { visitId: id, reason: '', reasonCode: 0 });
      return visit;
    };
    await expect(add()).rejects.toMatchObject({
      code: 'VisitCannotMove',
      message: `VisitId [${guid(1)}] in state 8 cannot be updated`,
    });
    await expect(reception.getPhoto.execute(caller, guid(1), 1)).rejects.toMatchObject({
      code: 'PhotoNotFound',
    });
  });

  it('is refused when the visit has ten', async () => {
    for (let number = 1; number <= 10; number += 1) expect((await add()).number).toBe(number);
    await expect(add()).rejects.toMatchObject({ code: 'BadParameters', details: [{ field: 'Photo' }] });
    expect((await reception.getPhoto.execute(caller, guid(1), 10)).count).toBe(10);
  });
});

describe('reading a photo', () => {
  it('is refused of a number that there is not, of no visit, and to who may not view it', async () => {
    const reception = new FakeReception();
    await reception.create.execute(caller, guid(1), someDetails(), [pixel]);
    const get = (by = caller, id = guid(1), number = 1) => reception.getPhoto.execute(by, id, number);
    expect(await get()).toMatchObject({ type: 'image/png', width: 1, height: 1, number: 1, count: 1 });
    await expect(get(caller, guid(1), 2)).rejects.toMatchObject({
      code: 'PhotoNotFound',
      message: `Photo 2 of VisitId [${guid(1)}] not found`,
    });
    await expect(get(caller, guid(9))).rejects.toMatchObject({ code: 'VisitNotExists' });
    const stranger = someCaller({ recordPermissions: { Visits: { View: [] } } });
    await expect(get(stranger)).rejects.toMatchObject({ code: 'VisitsViewPermission' });
  });

  it.each([
    ['a picture', pixel, { type: 'image/png', width: 1, height: 1 }],
    ['something else', Buffer.from('x'), {}],
  ])('of the time before photos were checked tells what can be seen: %s', async (_, content, seen) => {
    const reception = new FakeReception();
    await reception.create.execute(caller, guid(1), someDetails());
    reception.photos.find = () => Promise.resolve({ photo: { content }, count: 1 });
    expect(await reception.getPhoto.execute(caller, guid(1), 1)).toEqual({
      content,
      ...seen,
      number: 1,
      count: 1,
    });
  });
});
