import { settingNames } from './settings';
import { maskSecrets, settingsInForce } from './settings-in-force';

describe('settingsInForce', () => {
  it('has the value or the default of every setting', () => {
    const settings = settingsInForce({ PORT: ' 8080 ', HOST: '', OTHER: 'x' });
    expect(settings.map(({ name }) => name)).toEqual(settingNames);
    expect(settings).toEqual(
      expect.arrayContaining([
        { name: 'PORT', value: '8080' },
        { name: 'HOST', value: '127.0.0.1' },
        { name: 'IP_FILTER', value: '' },
      ]),
    );
  });

  it('puts each value on one line', () => {
    const [filter] = settingsInForce({ IP_FILTER: '10.0.0.1\n\t10.0.0.2' }).filter(
      ({ name }) => name === 'IP_FILTER',
    );
    expect(filter?.value).toBe('10.0.0.1 10.0.0.2');
  });

  it.each([
    ['postgres://gate:s3cret@db.example.com:5432/gatehouse', 'postgres://***@db.example.com:5432/gatehouse'],
    ['postgres://gate:s3@cret@db/gatehouse', 'postgres://***@db/gatehouse'],
    ['postgres://gate:s3/cr@et@db/gatehouse', 'postgres://***@db/gatehouse'],
    ['redis://:s3cret@cache:6379/1', 'redis://***@cache:6379/1'],
    [
      'postgres://db/gatehouse?password=s3cret&sslmode=require',
      'postgres://db/gatehouse?password=***&sslmode=require',
    ],
    ['postgres://db/g?sslpassword=s3cret', 'postgres://db/g?sslpassword=***'],
    ['sqlite:./data/gatehouse.sqlite', 'sqlite:./data/gatehouse.sqlite'],
  ])('masks the secrets in %s', (url, shown) => {
    expect(maskSecrets(url)).toBe(shown);
    expect(settingsInForce({ DATABASE_URL: url })).toContainEqual({ name: 'DATABASE_URL', value: shown });
  });
});
