import { execFile } from 'node:child_process';
import { createHmac, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { rows } from '../../src/app.rows';
import { openDatabase } from '../../src/database';
import { PassKeyRow } from '../../src/passes';
import { buildService } from '../support/built-service';
import { CommandLine } from '../support/command-line';
import { TestApp } from '../support/test-app';
import { visitIn } from '../support/visits';

const VISIT = '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11';
const claims = {
  iss: 'Plant 1',
  aud: 'gatehouse-pass',
  sub: VISIT,
  nbf: Date.parse('2026-11-23T09:00:00Z') / 1000,
  exp: Date.parse('2026-11-24T00:00:00Z') / 1000,
};
const own = generateKeyPairSync('ed25519');
const publicPem = own.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const privatePem = own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(body: object, key = own.privateKey): string {
  const text = `${part({ alg: 'EdDSA' })}.${part(body)}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}

function unsigned(alg: string, signature = ''): string {
  return `${part({ alg })}.${part(claims)}.${signature}`;
}

function hmac(secret: string): string {
  const text = unsigned('HS256').slice(0, -1);
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

describe('gatehouse pass', () => {
  let cli: CommandLine;
  beforeEach(() => (cli = new CommandLine({ SITE_NAME: 'Plant 1' })));
  afterEach(() => cli.remove());

  describe('verify against a public key', () => {
    // Neither settings nor a database: what there is cannot be used.
    const door = new CommandLine({ PORT: 'seven', DATABASE_URL: 'nowhere' });
    const noon = ['--at', '2026-11-23T12:00:00Z'];
    let key: string[];
    beforeAll(() => (key = ['--key', door.write('public.pem', publicPem)]));
    afterAll(() => door.remove());
    const verify = (text: string, ...options: string[]) =>
      door.run(['pass', 'verify', text, ...key, ...options]);

    it('tells the visit, the site and the window of a pass that is valid now', async () => {
      expect(await verify(signed(claims), ...noon)).toEqual({
        exitCode: 0,
        out: [
          `visit: ${VISIT}`,
          'site: "Plant 1"',
          'valid from: 2026-11-23T09:00:00.000Z',
          'expires: 2026-11-24T00:00:00.000Z',
          'valid now',
        ],
        err: [],
      });
      expect((await verify(signed(claims), ...noon, '--site', 'Plant 1')).exitCode).toBe(0);
    });

    it('reads it from standard input', async () => {
      const argv = ['pass', 'verify', '-', ...key, ...noon];
      expect(await door.run(argv, undefined, `${signed(claims)}\n`)).toMatchObject({ exitCode: 0 });
      expect(await door.run(argv)).toMatchObject({ exitCode: 65, out: [] });
    });

    it.each([
      ['2026-11-23T08:59:59Z', 'not yet valid'],
      ['2026-11-24', 'expired'],
    ])('refuses it at %s: %s', async (at, state) => {
      const { exitCode, out, err } = await verify(signed(claims), '--at', at);
      expect([exitCode, out.at(-1), err]).toEqual([65, state, [`the pass is ${state}`]]);
    });

    it('asks the clock when no date is given', async () => {
      const lasting = { ...claims, nbf: 0, exp: 8_000_000_000 };
      expect((await verify(signed(lasting))).exitCode).toBe(0);
      expect((await verify(signed({ ...claims, exp: claims.nbf + 1 }))).exitCode).toBe(65);
    });

    it.each([
      ['of another key', signed(claims, generateKeyPairSync('ed25519').privateKey), /forged: its signature/],
      ['that needs no signature', unsigned('none'), /forged: it is not signed with Ed25519/],
      ['signed with the public key as a secret', hmac(publicPem), /forged: it is not signed with Ed25519/],
      ['for another audience', signed({ ...claims, aud: 'gatehouse' }), /not that of a pass: see aud/],
      ['that is garbage', 'garbage', /unreadable: it is not a compact JWS/],
      ['that is nothing', '', /unreadable: it is not a compact JWS/],
    ])('refuses one %s', async (_, text, problem) => {
      const { exitCode, out, err } = await verify(text, ...noon);
      expect([exitCode, out]).toEqual([65, []]);
      expect(err.join()).toMatch(problem);
    });

    it('refuses one of another site', async () => {
      expect(await verify(signed(claims), ...noon, '--site', 'Plant 2')).toMatchObject({
        exitCode: 65,
        err: ['the pass is of another site than "Plant 2"'],
      });
    });

    it('tells of a key that is none, or not there', async () => {
      key = ['--key', door.write('private.pem', privatePem)];
      expect(await verify(signed(claims), ...noon)).toMatchObject({
        exitCode: 65,
        err: [expect.stringContaining('the public key is not an Ed25519 key')],
      });
      key = ['--key', door.path('no.pem')];
      expect((await verify(signed(claims), ...noon)).exitCode).toBe(74);
    });
  });

  describe('with the key of the settings', () => {
    const keyed = () => new CommandLine({ SITE_NAME: 'Plant 1', PASS_KEY_FILE: cli.path('pass.pem') });

    it('verifies passes of this site, without a database', async () => {
      cli.write('pass.pem', privatePem);
      const site = keyed();
      const at = ['--at', '2026-11-23T12:00:00Z'];
      expect((await site.run(['pass', 'verify', signed(claims), ...at])).exitCode).toBe(0);
      const other = signed({ ...claims, iss: 'Plant 2' });
      expect(await site.run(['pass', 'verify', other, ...at])).toMatchObject({
        exitCode: 65,
        err: ['the pass is of another site than "Plant 1"'],
      });
      expect((await site.run(['pass', 'verify', other, ...at, '--site', 'Plant 2'])).exitCode).toBe(0);
      expect((await site.run(['pass', 'public-key'])).out).toEqual(publicPem.trimEnd().split('\n'));
      expect(() => site.read('gatehouse.sqlite')).toThrow('ENOENT');
      site.remove();
    });

    it.each([
      ['is not there', undefined],
      ['is no key', 'hello'],
      ['is a public key', publicPem],
      [
        'is of another kind',
        generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
          type: 'pkcs8',
          format: 'pem',
        }),
      ],
    ])('refuses to start when PASS_KEY_FILE %s, and does not repeat it', async (_, content) => {
      if (content !== undefined) cli.write('pass.pem', content);
      const site = keyed();
      for (const argv of [['serve'], ['config'], ['pass', 'public-key']]) {
        expect(await site.run(argv)).toEqual({
          exitCode: 78,
          out: [],
          err: [
            'the settings cannot be used:',
            '  PASS_KEY_FILE must name a file with an Ed25519 private key in PEM (PKCS 8)',
          ],
        });
      }
      site.remove();
    });
  });

  describe('with the key of the database', () => {
    it('public-key shows it, or writes it to a new file; config does not', async () => {
      const { exitCode, out } = await cli.run(['pass', 'public-key']);
      expect([exitCode, out[0], out.length]).toEqual([0, '-----BEGIN PUBLIC KEY-----', 3]);
      const file = cli.path('door.pem');
      expect((await cli.run(['pass', 'public-key', '--out', file])).exitCode).toBe(0);
      expect(cli.read('door.pem').trimEnd().split('\n')).toEqual(out);
      expect(await cli.run(['pass', 'public-key', '--out', file])).toMatchObject({
        exitCode: 74,
        err: [expect.stringContaining('not overwritten')],
      });
      expect((await cli.run(['config'])).out).toContain('PASS_KEY_FILE=');
    });

    it('verifies what the service has signed', async () => {
      const app = await TestApp.start();
      const beside = new CommandLine({ DATABASE_URL: `sqlite:${app.file}` });
      const { body } = await app.fetch('visit/getIdentifierEntryCode', { VisitId: await visitIn(app, 0) });
      const at = ['--at', app.clock.now().toISOString()];
      const verified = await beside.run(['pass', 'verify', body.IdentifierEntryCodeQR ?? '', ...at]);
      await app.stop();
      beside.remove();
      expect([verified.exitCode, verified.out.at(-1)]).toEqual([0, 'valid now']);
    });
  });

  it('processes that want a key at once agree on one', async () => {
    const { main, remove } = buildService();
    const script = join(main, '..', 'cli.js');
    const run = () =>
      promisify(execFile)(process.execPath, [script, 'pass', 'public-key'], {
        cwd: cli.folder,
        env: { PATH: process.env.PATH, DATABASE_URL: `sqlite:${cli.database}` },
      });
    await cli.run(['migrate']);
    const shown = (await Promise.all([run(), run(), run()])).map(({ stdout }) => stdout);
    remove();

    expect(new Set(shown).size).toBe(1);
    const database = await openDatabase(
      { database: { kind: 'file', file: cli.database }, migrateOnStart: false },
      rows,
    );
    const keys = await database.read(manager => manager.find(PassKeyRow));
    await database.close();
    expect(keys).toHaveLength(1);
    expect(createPrivateKey(keys[0]?.privateKey ?? '').asymmetricKeyType).toBe('ed25519');
  }, 60_000);
});
