import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { AppConfig } from '../config/app-config';
import { SystemClock } from '../runtime/system-clock';
import { agendas } from '../shared/agenda';
import { Clock } from '../shared/clock';
import { issueLicence, LicenceCheck, LicenceGuard, LicensingModule, makeLicenceKeys } from '.';

describe('LicensingModule', () => {
  let module: TestingModule | undefined;
  let directory: string;

  async function start(licence: AppConfig['licence']): Promise<LicenceCheck> {
    @Global()
    @Module({
      providers: [
        { provide: AppConfig, useValue: { licence } },
        { provide: Clock, useClass: SystemClock },
      ],
      exports: [AppConfig, Clock],
    })
    class Surroundings {}
    // The root module provides the guard, and must be able to create it.
    module = await Test.createTestingModule({
      imports: [Surroundings, LicensingModule],
      providers: [LicenceGuard],
    }).compile();
    module.useLogger(false);
    await module.init();
    return module.get(LicenceCheck);
  }

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'licence-'));
  });

  afterEach(async () => {
    await module?.close();
    rmSync(directory, { recursive: true });
  });

  it('provides the community licence if none is configured', async () => {
    expect((await start(undefined)).current()).toEqual({ state: 'community', agendas });
  });

  it('starts without the configured files, and licenses nothing', async () => {
    const licence = { file: join(directory, 'none'), publicKeyFile: join(directory, 'none.pem') };
    const check = await start(licence);
    expect(check.current()).toMatchObject({ state: 'unreadable', agendas: [] });
    expect(() => check.require('Visits')).toThrow(expect.objectContaining({ code: 'NotLicensed' }));
  });

  it('has read the configured files once it has started', async () => {
    const { privateKeyPem, publicKeyPem } = await makeLicenceKeys();
    const licence = { file: join(directory, 'licence'), publicKeyFile: join(directory, 'issuer.pem') };
    writeFileSync(licence.publicKeyFile, publicKeyPem);
    const [notBefore, expires] = [new Date('2026-01-01'), new Date('2999-01-01')];
    const named = { id: 'L-1', licensee: 'Company ABC', agendas: ['Persons'] as const };
    const text = await issueLicence(privateKeyPem, { ...named, notBefore, expires, issuedAt: notBefore });
    writeFileSync(licence.file, text);
    const check = await start(licence);
    expect(check.current()).toMatchObject({ state: 'valid', licensee: 'Company ABC', expires });
    expect(() => check.require('Persons')).not.toThrow();
    expect(() => check.require('Visits')).toThrow(expect.objectContaining({ code: 'NotLicensed' }));
  });
});
