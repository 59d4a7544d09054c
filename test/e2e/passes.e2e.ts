import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { passKeyOfDatabase, publicPemOf, readPass } from '../../src/passes';
import { answerOf, TestApp } from '../support/test-app';
import { end, newVisit, rowCounts, visitIn } from '../support/visits';
import { envelopeOf, formats } from '../support/wire';

const image = 'visit/getIdentifierEntryCodeImage';

async function qrText(app: TestApp, VisitId: string): Promise<string> {
  const { body } = await app.fetch('visit/getIdentifierEntryCode', { VisitId });
  return body.IdentifierEntryCodeQR ?? '';
}

const claimsOf = (text: string): unknown =>
  JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString());

describe('the pass of a visit', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ SITE_NAME: 'Závod Kolín' });
  });
  afterAll(() => app.stop());

  it.each(formats)('is read in %s, always the same, until the visit is over', async format => {
    const VisitId = await visitIn(app, 6);
    const read = () => app.fetch('visit/getIdentifierEntryCode', { VisitId }, { format });
    const { body } = await read();
    const text = body.IdentifierEntryCodeQR ?? '';

    expect((await read()).body.IdentifierEntryCodeQR).toBe(text);
    expect(text.length).toBeLessThan(400);
    const publicKey = publicPemOf(await passKeyOfDatabase(app.database, app.clock));
    expect((await readPass(text, publicKey)).kind).toBe('signed');
    await end(app, VisitId);
    expect((await read()).body.IdentifierEntryCodeQR ?? null).toBeNull();
  });

  it('says the site, the visit and its window, and nothing else', async () => {
    const VisitId = randomUUID();
    await app.send('visit/schedule', newVisit({ VisitId, VisitDate: '2026-11-25T13:00:00Z' }));
    expect(claimsOf(await qrText(app, VisitId))).toEqual({
      iss: 'Závod Kolín',
      aud: 'gatehouse-pass',
      sub: VisitId,
      // Two hours before the visitor is expected.
      nbf: Date.parse('2026-11-25T11:00:00Z') / 1000,
      exp: Date.parse('2026-11-26T00:00:00Z') / 1000,
    });
  });

  it('is signed with the key of PASS_KEY_FILE where one is set, and none is kept then', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const keyed = await TestApp.start(folder => {
      const PASS_KEY_FILE = join(folder, 'pass.pem');
      writeFileSync(PASS_KEY_FILE, privateKey.export({ type: 'pkcs8', format: 'pem' }));
      return Promise.resolve({ PASS_KEY_FILE });
    });
    const text = await qrText(keyed, await visitIn(keyed, 0));
    const kept = await keyed.database.read(manager => manager.query('SELECT * FROM pass_key'));
    await keyed.stop();

    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(await readPass(text, pem)).toMatchObject({ kind: 'signed', pass: { site: 'gatehouse' } });
    expect(kept).toEqual([]);
  });
});

describe('the picture of a pass', () => {
  let app: TestApp;
  let VisitId: string;
  let text: string;
  beforeAll(async () => {
    // As long as a pass can be.
    app = await TestApp.start({ SITE_NAME: 'ž'.repeat(50) });
    VisitId = await visitIn(app, 0);
    text = await qrText(app, VisitId);
  });
  afterAll(() => app.stop());

  const picture = async (members: object = {}, accept = '*/*') =>
    app
      .get(`/${image}`)
      .set('Accept', accept)
      .query({ Token: await app.someToken(), VisitId, ...members });

  it.each([100, 101, 257, 300, 999, 1000])('of %i pixels shows the text', async Size => {
    const { body } = await picture({ Size });
    expect(await decoded(body as Buffer)).toEqual({ text, width: Size, height: Size });
  });

  it.each([100, 1000])('is as well a drawing, as wide as %i pixels unless it is enlarged', async Size => {
    const { headers, body } = await picture({ Size, Format: 'svg' });
    expect(headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'no-store' });
    expect((await sharp(body as Buffer).metadata()).width).toBe(Size);
    expect(
      await decoded(
        await sharp(body as Buffer, { density: 300 })
          .resize(500)
          .png()
          .toBuffer(),
      ),
    ).toMatchObject({ text });
  });

  it('is a PNG of 300 pixels when nothing else is asked for, whatever Accept says', async () => {
    for (const accept of ['*/*', 'application/xml', 'image/svg+xml']) {
      const { status, headers, body } = await picture({}, accept);
      expect([status, headers]).toEqual([
        200,
        expect.objectContaining({
          'content-type': 'image/png',
          'content-length': String((body as Buffer).length),
          'cache-control': 'no-store',
        }),
      ]);
      expect(await decoded(body as Buffer)).toMatchObject({ text, width: 300 });
    }
  });

  describe.each(formats)('is refused in %s', format => {
    const ask = (query: Record<string, string | number>) => app.fetch(image, query, { format });
    const numberOf = async (id: string, as: 'reception' | 'nobody' | 'host' = 'reception') => {
      const answer = await app.fetch(image, { VisitId: id }, { format, as });
      return [answer.status, envelopeOf(answer).Code];
    };

    it('without the privilege, without the visit, without the permission, and when it is over', async () => {
      expect(await numberOf(VisitId, 'nobody')).toEqual([403, 1141]);
      expect(await numberOf(randomUUID())).toEqual([404, 1540]);
      expect(await numberOf(VisitId, 'host')).toEqual([403, 1537]);
      for (const state of [7, 8] as const)
        expect(await numberOf(await visitIn(app, state))).toEqual([404, 9113]);
      expect(await numberOf(await visitIn(app, 7), 'host')).toEqual([403, 1537]);
    });

    it('with every bad member named', async () => {
      const before = await rowCounts(app);
      for (const [query, fields] of [
        [{ Format: 'gif', Size: 99 }, ['Format', 'Size', 'VisitId']],
        [{ VisitId, Format: 'PNG', Size: 1001 }, ['Format', 'Size']],
        [{ VisitId, Size: '1e2' }, ['Size']],
      ] as [Record<string, string | number>, string[]][]) {
        const { Code, Details } = envelopeOf(await ask(query));
        expect([Code, Details.map(({ Field }) => Field).sort()]).toEqual([1002, fields]);
      }
      expect(await rowCounts(app)).toEqual(before);
    });
  });

  it('is refused in JSON when a picture alone is accepted', async () => {
    const answer = answerOf(await picture({ VisitId: randomUUID() }, 'image/png'));
    expect([answer.status, answer.type]).toEqual([404, 'application/json; charset=utf-8']);
  });
});

/** What a reader sees, and the size of the picture. */
async function decoded(picture: Buffer): Promise<object> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { text: jsQR(new Uint8ClampedArray(data), width, height)?.data, width, height };
}
