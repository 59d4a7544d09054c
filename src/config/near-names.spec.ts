import { nearestSetting } from './near-names';
import { settingNames } from './settings';

it.each([
  ['PROT', 'PORT'],
  ['port', 'PORT'],
  ['HOSTS', 'HOST'],
  ['TOKEN_TTL', 'TOKEN_TTL_SECONDS'],
  ['IPFILTER', 'IP_FILTER'],
  ['IP_FILTERS', 'IP_FILTER'],
  ['TRUSTED_PROXY', undefined],
  ['TRUSTED_PROXYS', 'TRUSTED_PROXIES'],
  ['DATABSE_URL', 'DATABASE_URL'],
  ['RATE_POLCY', 'RATE_POLICY'],
  ['LICENSE_FILE', 'LICENCE_FILE'],
])('%s is like %s', (name, setting) => {
  expect(nearestSetting(name)).toBe(setting);
});

it.each(['HOME', 'PATH', 'PWD', 'HOSTNAME', 'LOGNAME', 'SHELL', 'TZ', 'NODE_ENV', 'PGHOST', 'SITE_ADDRESS'])(
  '%s is like none',
  name => {
    expect(nearestSetting(name)).toBeUndefined();
  },
);

it('no setting is a misspelling of another', () => {
  expect(settingNames.filter(name => nearestSetting(name) !== undefined)).toEqual([]);
});
