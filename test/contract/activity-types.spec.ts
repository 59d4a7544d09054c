import { AdministerActivityTypes } from '../../src/visit-types/application/administer-activity-types';
import { TypeOrmActivityTypes } from '../../src/visit-types/infrastructure/type-orm-activity-types';
import { engineName } from '../support/engine';
import { openOwn } from './visit-storage';

const wet = { dryRun: false };

describe(`an activity type as described (${engineName})`, () => {
  let types: TypeOrmActivityTypes;
  let administer: AdministerActivityTypes;
  let close: () => Promise<void>;
  beforeEach(async () => {
    const opened = await openOwn();
    close = opened.close;
    types = new TypeOrmActivityTypes(opened.database);
    administer = new AdministerActivityTypes(types);
  });
  afterEach(() => close());

  it('is made, and then left', async () => {
    const wanted = { shortcut: 'ST', frequency: 365, signed: true };
    expect(await administer.put('Safety', wanted, wet)).toEqual({ outcome: 'created', members: [] });
    expect(await administer.put('Safety', wanted, wet)).toEqual({ outcome: 'left', members: [] });
    expect(await types.find('Safety')).toMatchObject({ title: 'Safety', ...wanted });
    expect(await types.find('safety')).toBeUndefined();
  });

  it('is changed where it differs: what is left out gets its default', async () => {
    await administer.create('Safety', { shortcut: 'ST', frequency: 365, signed: true });
    await administer.create('Hygiene', { shortcut: 'H' });
    expect(await administer.put('Safety', { shortcut: 'ST' }, wet)).toEqual({
      outcome: 'changed',
      members: ['frequency', 'signed'],
    });
    expect(await types.find('Safety')).toMatchObject({ shortcut: 'ST', frequency: 0, signed: false });
    expect(await types.find('Hygiene')).toMatchObject({ shortcut: 'H' });
  });

  it('is reported by a dry run, which changes nothing', async () => {
    await administer.create('Safety', {});
    const dry = { dryRun: true };
    expect(await administer.put('Safety', { signed: true }, dry)).toMatchObject({ outcome: 'changed' });
    expect(await administer.put('Hygiene', {}, dry)).toMatchObject({ outcome: 'created' });
    expect(await administer.list({ number: 1, size: 9 })).toMatchObject({
      rows: [{ title: 'Safety', signed: false }],
      total: 1,
    });
  });

  it('cannot be changed where there is none', async () => {
    const none = { title: 'Safety', shortcut: '', frequency: 0, signed: false };
    await expect(types.change(none)).rejects.toMatchObject({ code: 'ActivityTypeNotFound' });
  });
});
