import type { RecordPermissions } from '../../src/shared/caller';
import { hall, office, production, productionTwo, type TestLogin } from '../support/seed';
import { TestApp } from '../support/test-app';
import { stored, visitIn } from '../support/visits';
import { envelopeOf } from '../support/wire';

/** Visits of somebody else that are known by where they go to; `own` goes nowhere and is the caller's. */
const places = { production, hall, productionTwo, office, nowhere: null, own: null };
type Place = keyof typeof places;

/** What operating.md gives to each of them, written out: y may, n may not. */
const table: Record<string, Record<Place, 'y' | 'n'>> = {
  'reception: All': { production: 'y', hall: 'y', productionTwo: 'y', office: 'y', nowhere: 'y', own: 'y' },
  'host: Own': { production: 'n', hall: 'n', productionTwo: 'n', office: 'n', nowhere: 'n', own: 'y' },
  // Below the production, and with all below it; a visit that goes nowhere is nobody's but its maker's and All's.
  'foreman: units': { production: 'y', hall: 'y', productionTwo: 'n', office: 'n', nowhere: 'n', own: 'n' },
};
const viewing = { ...table, 'guard: All': table['reception: All'] };
const editing = { ...table, 'guard: Own': table['host: Own'] };

const commands: [string, object][] = [
  ['verify', { Method: 2 }],
  ['check', {}],
  ['approve', { ApprovedByPerson: { PersonId: '100' }, Reason: '' }],
  ['enter', {}],
  ['stepOut', {}],
  ['reject', { ReasonCode: 0, Reason: '' }],
];

const rows = (cells: Record<string, Record<Place, 'y' | 'n'> | undefined>) =>
  Object.entries(cells).flatMap(([who, row]) =>
    Object.entries(row ?? {}).map(([place, may]): [TestLogin, Place, boolean] => [
      who.split(':')[0] as TestLogin,
      place as Place,
      may === 'y',
    ]),
  );

describe('record permissions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  /** A rejected visit: whoever may touch it is refused by its state, whoever may not by the permission. */
  async function visitOf(login: TestLogin, place: Place): Promise<string> {
    const Structure = places[place];
    const VisitedOrgStructure = Structure === null ? undefined : { Structure };
    const visitId = await visitIn(app, 0, { VisitedOrgStructure }, place === 'own' ? login : 'gate');
    await app.send('visit/reject', { VisitId: visitId, ReasonCode: 0, Reason: '' });
    return visitId;
  }

  it.each(rows(viewing))('View: %s, visit to %s: %s', async (as, place, may) => {
    const VisitId = await visitOf(as, place);
    const before = await stored(app, VisitId);
    for (const action of ['get', 'getHistory', 'getIdentifierEntryCode']) {
      const answer = await app.fetch(`visit/${action}`, { VisitId }, { as });
      expect([action, answer.status, envelopeOf(answer).Code]).toEqual(
        may ? [action, 200, null] : [action, 403, 1537],
      );
    }
    const ended = await app.send('visit/end', { VisitId, Reason: '' }, { as });
    expect([ended.status, envelopeOf(ended).Code]).toEqual([403, may ? 1545 : 1537]);
    expect(await stored(app, VisitId)).toEqual(before);
  });

  it.each(rows(editing))('Edit: %s, visit to %s: %s', async (as, place, may) => {
    const VisitId = await visitOf(as, place);
    const before = await stored(app, VisitId);
    for (const [command, members] of commands) {
      const answer = await app.send(`visit/${command}`, { VisitId, ...members }, { as });
      expect([command, answer.status, envelopeOf(answer).Code]).toEqual([command, 403, may ? 9102 : 9105]);
    }
    expect(await stored(app, VisitId)).toEqual(before);
  });

  it('a refusal says nothing of the visit', async () => {
    const VisitId = await visitOf('host', 'office');
    const answer = await app.fetch('visit/get', { VisitId }, { as: 'host' });
    expect(answer.text).not.toMatch(/Svoboda|Office|spare/);
  });

  it('a change of the permission counts half a second later', async () => {
    const VisitId = await visitOf('host', 'nowhere');
    const token = await app.token('guard');
    const get = async () => (await app.fetch('visit/get', { VisitId }, { token })).status;
    const change = (recordPermissions: RecordPermissions) => app.changeUser('guard', { recordPermissions });
    expect(await get()).toBe(200);
    await change({ Visits: { View: 'Own', Edit: 'Own' } });
    expect(await get()).toBe(403);
    await change({ Visits: { Edit: 'Own' } });
    expect(await get()).toBe(200);
  });
});
