import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigFault } from './app-config';
import { settingsInForce } from './settings-in-force';
import { loadConfig } from './settings';

describe('secrets in files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-secrets-'));
  const path = (name: string) => join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true }));

  const faultsOf = (env: Record<string, string>) => {
    try {
      loadConfig(env, []);
      return [];
    } catch (error) {
      if (error instanceof ConfigFault) return error.faults;
      throw error;
    }
  };

  it('are read, without the white space around them', () => {
    writeFileSync(path('database'), 'postgres://gate:p%40ss@db.example.com/gate\n');
    writeFileSync(path('redis'), ' rediss://:secret@cache.example.com ');
    const { database, redis } = loadConfig(
      { DATABASE_URL_FILE: path('database'), REDIS_URL_FILE: path('redis') },
      [],
    );
    expect(database).toMatchObject({ kind: 'server', shown: 'db.example.com:5432/gate' });
    expect(redis).toMatchObject({ host: 'cache.example.com', password: 'secret', tls: true });
  });

  it('are shown masked', () => {
    writeFileSync(path('database'), 'postgres://gate:hidden@db/gate');
    const shown = settingsInForce({ DATABASE_URL_FILE: path('database') });
    expect(shown.find(({ name }) => name === 'DATABASE_URL')?.value).toBe('postgres://***@db/gate');
  });

  it.each([
    ['is missing', () => path('none')],
    ['is a folder', () => folder],
    ['is empty', () => path('empty')],
  ])('are refused by the name of the setting where the file %s', (_, file) => {
    writeFileSync(path('empty'), ' \n');
    expect(faultsOf({ DATABASE_URL_FILE: file() })).toEqual([
      { name: 'DATABASE_URL_FILE', rule: 'must name a file that can be read and is not empty' },
    ]);
  });

  it('are refused where the setting itself is set, too', () => {
    writeFileSync(path('redis'), 'redis://cache');
    expect(faultsOf({ REDIS_URL: 'redis://other', REDIS_URL_FILE: path('redis') })).toEqual([
      { name: 'REDIS_URL_FILE', rule: 'and REDIS_URL are both set: keep one' },
    ]);
  });

  it('are refused as the setting would be, without showing them', () => {
    writeFileSync(path('wrong'), 'mysql://gate:hidden@db/gate');
    const faults = faultsOf({ DATABASE_URL_FILE: path('wrong') });
    expect(faults.map(({ name }) => name)).toEqual(['DATABASE_URL']);
    expect(JSON.stringify(faults)).not.toContain('hidden');
  });
});
