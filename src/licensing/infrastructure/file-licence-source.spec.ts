import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger, type LoggerService } from '@nestjs/common';
import { CompactSign } from 'jose';
import type { Agenda } from '../../shared/agenda';
import { Clock } from '../../shared/clock';
import { licenceStatus } from '../domain/licence';
import { FileLicenceSource } from './file-licence-source';
import { readLicenceFiles } from './licence-files';
import { issueLicence, type LicenceKeys, makeLicenceKeys } from './signed-licence';

class HandClock extends Clock {
  time = new Date('2026-12-01T12:00:00Z');

  now(): Date {
    return this.time;
  }

  monotonicMs(): number {
    return this.time.getTime();
  }
}

class WrittenLog implements LoggerService {
  readonly lines: string[] = [];
  readonly log = (message: string) => this.lines.push(`log ${message}`);
  readonly warn = (message: string) => this.lines.push(`warn ${message}`);
  readonly error = (message: string) => this.lines.push(`error ${message}`);
}

describe('FileLicenceSource', () => {
  let keys: LicenceKeys;
  let directory: string;
  let file: string;
  let publicKeyFile: string;
  let clock: HandClock;
  let log: WrittenLog;
  let source: FileLicenceSource;

  const text = (agendas: Agenda[], privateKeyPem = keys.privateKeyPem) =>
    issueLicence(privateKeyPem, {
      id: 'L-1',
      licensee: 'Company ABC',
      agendas,
      notBefore: new Date('2026-11-01T00:00:00Z'),
      expires: new Date('2027-01-01T00:00:00Z'),
      issuedAt: new Date('2026-10-20T00:00:00Z'),
    });
  const status = () => licenceStatus(source.current(), clock.now());

  beforeAll(async () => {
    keys = await makeLicenceKeys();
  });

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'licence-'));
    file = join(directory, 'gatehouse.licence');
    publicKeyFile = join(directory, 'issuer.pem');
    writeFileSync(file, await text(['Visits']));
    writeFileSync(publicKeyFile, keys.publicKeyPem);
    clock = new HandClock();
    log = new WrittenLog();
    Logger.overrideLogger(log);
    source = new FileLicenceSource({ file, publicKeyFile }, clock);
  });

  afterEach(() => {
    source.onModuleDestroy();
    Logger.overrideLogger(false);
    rmSync(directory, { recursive: true });
  });

  it('licenses nothing before the files are read', () => {
    expect(status()).toMatchObject({ state: 'unreadable', agendas: [] });
  });

  it('licenses the agendas of the file once the module has started', async () => {
    await source.onModuleInit();
    expect(status()).toMatchObject({ state: 'valid', licensee: 'Company ABC', agendas: ['Visits'] });
    expect(log.lines).toEqual([
      'log the licence of "Company ABC", valid from 2026-11-01T00:00:00.000Z until 2027-01-01T00:00:00.000Z, licenses Visits',
    ]);
  });

  it('applies a licence that is renamed over the old one', async () => {
    await source.refresh();
    writeFileSync(`${file}.new`, await text(['Visits', 'Visitors']));
    renameSync(`${file}.new`, file);
    await source.refresh();
    expect(status()).toMatchObject({ state: 'valid', agendas: ['Visits', 'Visitors'] });
  });

  it('licenses nothing while a file is missing, and the same as before when it is back', async () => {
    await source.refresh();
    for (const path of [file, publicKeyFile]) {
      renameSync(path, `${path}.away`);
      await source.refresh();
      expect(status()).toMatchObject({ state: 'unreadable', agendas: [] });
      renameSync(`${path}.away`, path);
      await source.refresh();
      expect(status()).toMatchObject({ state: 'valid', agendas: ['Visits'] });
    }
  });

  it('applies another key, and with it a licence of another issuer', async () => {
    await source.refresh();
    const others = await makeLicenceKeys();
    writeFileSync(file, await text(['Persons'], others.privateKeyPem));
    await source.refresh();
    expect(status()).toMatchObject({ state: 'forged', agendas: [] });
    writeFileSync(publicKeyFile, others.publicKeyPem);
    await source.refresh();
    expect(status()).toMatchObject({ state: 'valid', agendas: ['Persons'] });
  });

  it('detects a change that leaves size and time of the file the same', async () => {
    const time = new Date('2026-11-30T00:00:00Z');
    const good = await text(['Visits']);
    writeFileSync(file, good);
    utimesSync(file, time, time);
    await source.refresh();
    writeFileSync(file, good.replace(/.{8}$/, 'AAAAAAAA'));
    utimesSync(file, time, time);
    await source.refresh();
    expect(status().state).toBe('forged');
  });

  it('logs a bad file once per change, with a remedy', async () => {
    await source.refresh();
    rmSync(file);
    for (let look = 0; look < 3; look++) await source.refresh();
    writeFileSync(file, 'hello');
    for (let look = 0; look < 3; look++) await source.refresh();
    expect(log.lines.slice(1)).toEqual([
      expect.stringMatching(
        /^error the licence is unreadable: the licence file does not exist\. Nothing is licensed/,
      ),
      expect.stringMatching(
        /^error the licence is unreadable: it is not a compact JWS\. Nothing is licensed/,
      ),
    ]);
    for (const line of log.lines.slice(1))
      expect(line).toMatch(/Put a valid licence into LICENCE_FILE \(.*gatehouse\.licence\)/);
  });

  it('logs when the licence expires or is not valid yet', async () => {
    clock.time = new Date('2026-10-31T00:00:00Z');
    await source.refresh();
    clock.time = new Date('2026-11-01T00:00:00Z');
    await source.refresh();
    clock.time = new Date('2027-01-01T00:00:00Z');
    for (let look = 0; look < 3; look++) await source.refresh();
    expect(log.lines).toEqual([
      expect.stringMatching(/^warn .* is not yet valid\. Nothing is licensed/),
      expect.stringMatching(/^log .* licenses Visits$/),
      expect.stringMatching(/^warn .* is expired\. Nothing is licensed/),
    ]);
  });

  it('warns about a licence with agendas of a later version only', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const claims = { licensee: 'Company ABC', agendas: ['Parking'], nbf: 0, exp: 2e9, iat: 0, jti: 'L-1' };
    const jws = new CompactSign(Buffer.from(JSON.stringify(claims))).setProtectedHeader({ alg: 'EdDSA' });
    writeFileSync(file, await jws.sign(privateKey));
    writeFileSync(publicKeyFile, publicKey.export({ type: 'spki', format: 'pem' }));
    await source.refresh();
    expect(status()).toMatchObject({ state: 'valid', agendas: [] });
    expect(log.lines).toEqual([
      expect.stringMatching(/^warn .* names no known agenda\. Nothing is licensed/),
    ]);
  });

  it('licenses nothing for a directory, a huge file or a pipe without a writer', async () => {
    rmSync(file);
    mkdirSync(file);
    await source.refresh();
    expect(status()).toMatchObject({ state: 'unreadable', problem: 'the licence file is not a file' });
    rmSync(file, { recursive: true });
    execFileSync('mkfifo', [file]);
    await source.refresh();
    expect(status()).toMatchObject({ state: 'unreadable', problem: 'the licence file is not a file' });
    rmSync(file);
    writeFileSync(file, 'a'.repeat(65_537));
    await source.refresh();
    expect(status()).toMatchObject({
      state: 'unreadable',
      problem: 'the licence file has more than 65536 bytes',
    });
    const inside = await readLicenceFiles({ file: join(publicKeyFile, 'x'), publicKeyFile });
    expect(inside).toEqual({ kind: 'unreadable', problem: 'the licence file cannot be read (ENOTDIR)' });
  });

  it('reads the files again within two seconds', async () => {
    await source.onModuleInit();
    const written = Date.now();
    writeFileSync(file, await text(['Persons']));
    await until(() => status().agendas.includes('Persons'), written + 5000);
    expect(Date.now() - written).toBeLessThan(2000);
  });

  it('stops reading once the module is destroyed, even during a read', async () => {
    jest.useFakeTimers();
    try {
      await source.onModuleInit();
      expect(jest.getTimerCount()).toBe(1);
      jest.advanceTimersToNextTimer();
      source.onModuleDestroy();
      await source.refresh();
      await Promise.resolve();
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});

/** Waits until a condition holds. */
async function until(condition: () => boolean, deadlineMs: number): Promise<void> {
  while (!condition() && Date.now() < deadlineMs) await new Promise(resolve => setImmediate(resolve));
}
