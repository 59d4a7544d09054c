import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import sharp from 'sharp';
import { query } from '../../src/database';
import { PhotoCleaner } from '../../src/pictures/application/photo-cleaner';
import { drawn, pixel, taken } from '../support/pictures';
import { TestApp } from '../support/test-app';
import { newVisit, rowCounts, stored, visitIn } from '../support/visits';
import type { TestLogin } from '../support/seed';
import { type Answer, envelopeOf, formats } from '../support/wire';

const refusal = (answer: Answer) => [answer.status, envelopeOf(answer).Code];
const fieldsOf = (answer: Answer) => envelopeOf(answer).Details.map(({ Field }) => Field);

describe.each(formats)('photos in %s', format => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.stop());

  const add = (VisitId: string, photo: Buffer, as: TestLogin = 'reception') =>
    app.send('visit/addPhoto', { VisitId, Photo: photo.toString('base64') }, { format, as });
  const get = (VisitId: string, PhotoNumber?: number, as: TestLogin = 'reception') =>
    app.fetch('visit/getPhoto', { VisitId, ...(PhotoNumber && { PhotoNumber }) }, { format, as });
  const bytesOf = ({ body }: Answer) => Buffer.from(String(body.Photo), 'base64');

  it('are added, upright and without what tells of the visitor, and are read again', async () => {
    const VisitId = await visitIn(app, 6);
    const added = await add(VisitId, await taken(80, 40));
    expect(added.status).toBe(200);
    const { Size, ...rest } = added.body;
    expect(rest).toEqual({ VisitId, PhotoNumber: 1, Width: 40, Height: 80, Type: 'image/jpeg' });
    expect((await add(VisitId, await drawn().png().toBuffer())).body).toMatchObject({
      PhotoNumber: 2,
      Width: 8,
      Height: 4,
      Type: 'image/png',
    });
    const first = await get(VisitId);
    expect(first.body).toMatchObject({ VisitId, PhotoNumber: 1, PhotoCount: 2, Width: 40, Height: 80 });
    expect(bytesOf(first)).toHaveLength(Number(Size));
    for (const secret of ['Exif', 'Secret']) expect(bytesOf(first).includes(secret)).toBe(false);
    expect(await sharp(bytesOf(first)).metadata()).toMatchObject({ format: 'jpeg', width: 40, height: 80 });
    const second = await get(VisitId, 2);
    expect(second.body).toMatchObject({ PhotoNumber: 2, PhotoCount: 2, Type: 'image/png' });
    expect(await sharp(bytesOf(second)).metadata()).toMatchObject({ format: 'png', width: 8 });
  });

  it('are made smaller when they are large, and keep their shape', async () => {
    const VisitId = await visitIn(app, 0);
    const shown = ({ body }: Answer) => [body.Width, body.Height];
    expect(shown(await add(VisitId, await taken(4000, 2000)))).toEqual([1500, 3000]);
    expect(shown(await add(VisitId, await drawn(3000, 4).png().toBuffer()))).toEqual([3000, 4]);
    expect(shown(await add(VisitId, await drawn(5000, 1).png().toBuffer()))).toEqual([3000, 1]);
  });

  it('of a new visit are checked and cleaned as well', async () => {
    const Photos = [await taken(80, 40), pixel].map(photo => photo.toString('base64'));
    const body = newVisit({ Photos });
    expect((await app.send('visit/create', body, { format })).status).toBe(200);
    const first = await get(body.VisitId);
    expect(first.body).toMatchObject({ PhotoCount: 2, Type: 'image/jpeg', Width: 40, Height: 80 });
    expect(bytesOf(first).includes('Secret')).toBe(false);
    expect((await get(body.VisitId, 2)).body).toMatchObject({ Type: 'image/png', Width: 1, Height: 1 });
  });

  it('that were kept before photos were checked are read as they are', async () => {
    const VisitId = await visitIn(app, 0);
    const keep = (content: Buffer) =>
      app.database.write(manager =>
        query(manager, 'INSERT INTO visit_photo (visit_seq, content) SELECT seq, ? FROM visit WHERE id = ?', [
          content,
          VisitId,
        ]),
      );
    await keep(pixel);
    await keep(Buffer.from('no picture'));
    expect((await get(VisitId)).body).toMatchObject({ Type: 'image/png', Width: 1, Height: 1 });
    const second = await get(VisitId, 2);
    expect(bytesOf(second).toString()).toBe('no picture');
    expect([second.body.Type ?? null, second.body.Width ?? null]).toEqual([null, null]);
  });

  it('are ten at most', async () => {
    const Photos = Array.from({ length: 10 }, () => pixel.toString('base64'));
    const body = newVisit({ Photos });
    await app.send('visit/create', body, { format });
    const before = await rowCounts(app);
    const answer = await add(body.VisitId, pixel);
    expect([refusal(answer), fieldsOf(answer)]).toEqual([[400, 1002], ['Photo']]);
    expect(await rowCounts(app)).toEqual(before);
    expect((await get(body.VisitId, 10)).body.PhotoCount).toBe(10);
  });

  describe('what is refused stores nothing', () => {
    const unchanged = async (call: () => Promise<Answer>): Promise<Answer> => {
      const before = await rowCounts(app);
      const answer = await call();
      expect(await rowCounts(app)).toEqual(before);
      return answer;
    };

    it.each<[string, () => Buffer | Promise<Buffer>]>([
      ['no picture', () => Buffer.from('hello')],
      ['a WebP', () => drawn().webp().toBuffer()],
      ['half a picture', async () => (await taken(80, 40)).subarray(0, 700)],
    ])('%s', async (_, make) => {
      const VisitId = await visitIn(app, 0);
      const photo = await make();
      const added = await unchanged(() => add(VisitId, photo));
      expect([refusal(added), fieldsOf(added)]).toEqual([[400, 1002], ['Photo']]);
      const Photos = [pixel, photo].map(each => each.toString('base64'));
      const created = await unchanged(() => app.send('visit/create', newVisit({ Photos }), { format }));
      expect([refusal(created), fieldsOf(created)]).toEqual([[400, 1002], ['Photos[1]']]);
    });

    it('more than 5 MB', async () => {
      const VisitId = await visitIn(app, 0);
      const photo = Buffer.concat([pixel, Buffer.alloc(5 * 1024 * 1024)]);
      const answer = await unchanged(() => add(VisitId, photo));
      expect([refusal(answer), fieldsOf(answer)]).toEqual([[400, 1002], ['Photo']]);
      expect(envelopeOf(answer).Details[0]?.Problem).toContain('5 MB');
    });

    it('bad members', async () => {
      const nothing = await unchanged(() => app.send('visit/addPhoto', {}, { format }));
      expect([refusal(nothing), fieldsOf(nothing).sort()]).toEqual([
        [400, 1002],
        ['Photo', 'VisitId'],
      ]);
      const body = { VisitId: 'x', Photo: '%%%' };
      const bad = await unchanged(() => app.send('visit/addPhoto', body, { format }));
      expect([refusal(bad), fieldsOf(bad).sort()]).toEqual([
        [400, 1002],
        ['Photo', 'VisitId'],
      ]);
      for (const PhotoNumber of [0, 'x', 1_000_001]) {
        const answer = await app.fetch('visit/getPhoto', { VisitId: randomUUID(), PhotoNumber }, { format });
        expect([refusal(answer), fieldsOf(answer)]).toEqual([[400, 1002], ['PhotoNumber']]);
      }
    });

    it.each([7, 8] as const)('a visit in state %i', async state => {
      const VisitId = await visitIn(app, state);
      const before = await stored(app, VisitId);
      expect(refusal(await unchanged(() => add(VisitId, pixel)))).toEqual([403, 9102]);
      expect(await stored(app, VisitId)).toEqual(before);
    });

    it('a visit, a photo or a user that there is not', async () => {
      const VisitId = await visitIn(app, 0);
      expect(refusal(await unchanged(() => add(randomUUID(), pixel)))).toEqual([404, 1540]);
      expect(refusal(await get(randomUUID()))).toEqual([404, 1540]);
      expect(refusal(await get(VisitId))).toEqual([404, 9112]);
      await add(VisitId, pixel);
      expect(refusal(await get(VisitId, 2))).toEqual([404, 9112]);
      expect(refusal(await unchanged(() => add(VisitId, pixel, 'nobody')))).toEqual([403, 9104]);
      expect(refusal(await get(VisitId, 1, 'nobody'))).toEqual([403, 1516]);
    });

    it('a visit that the user may not touch', async () => {
      const VisitId = await visitIn(app, 0);
      await add(VisitId, pixel);
      expect(refusal(await unchanged(() => add(VisitId, pixel, 'guard')))).toEqual([403, 9105]);
      expect((await get(VisitId, 1, 'guard')).status).toBe(200);
      expect(refusal(await get(VisitId, 1, 'host'))).toEqual([403, 1537]);
    });
  });
});

describe('many photos at once', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.stop());

  const add = (VisitId: string, photo: Buffer) =>
    app.send('visit/addPhoto', { VisitId, Photo: photo.toString('base64') });
  const large = () => drawn(8000, 5000).jpeg().toBuffer();

  it('are let in while there is room, the others may come again, and a small one is served at once', async () => {
    const photo = await large();
    const visits = await Promise.all(Array.from({ length: 8 }, () => visitIn(app, 0)));
    const small = await visitIn(app, 0);
    const sent = visits.map(VisitId => add(VisitId, photo));
    const created = app.send(
      'visit/create',
      newVisit({ Photos: Array.from({ length: 10 }, () => photo.toString('base64')) }),
    );
    expect((await add(small, pixel)).status).toBe(200);
    const answers = await Promise.all([...sent, created]);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(2);
    for (const answer of refused) {
      expect(refusal(answer)).toEqual([401, 1008]);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect((await add(visits[0] ?? '', photo)).status).toBe(200);
  }, 60_000);

  it('are not kept of a client who has gone, neither the one under way nor the one that waits', async () => {
    const photo = await large();
    const clean = jest.spyOn(app.app.get(PhotoCleaner, { strict: false }), 'clean');
    const visits = [await visitIn(app, 0), await visitIn(app, 0)];
    const other = await visitIn(app, 0);
    const before = await rowCounts(app);
    const token = await app.someToken();
    const path = `/visit/addPhoto?Token=${token}`;
    const headers = { 'Content-Type': 'application/json' };
    const calls = visits.map(VisitId => {
      const call = request({ port: app.port, method: 'POST', path, headers });
      call.on('error', () => undefined);
      call.end(JSON.stringify({ VisitId, Photo: photo.toString('base64') }));
      return call;
    });
    const underWay = new Promise<void>(resolve => {
      const watch = () => (clean.mock.calls.length > 0 ? resolve() : setImmediate(watch));
      watch();
    });
    await underWay;
    for (const call of calls) {
      const closed = new Promise(resolve => call.once('close', resolve));
      call.destroy();
      await closed;
    }
    // It takes its turn behind them.
    expect((await add(other, photo)).status).toBe(200);
    expect(await rowCounts(app)).toEqual({ ...before, visit_photo: 1 });
  }, 60_000);
});
