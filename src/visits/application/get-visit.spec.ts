import { guid, someCaller, someDetails, someVisitor } from '../../../test/fakes/examples';
import { FakeReception } from '../../../test/fakes/fake-reception';
import { hall, office, production } from '../../../test/fakes/reference-data';
import { readPass } from '../../passes';
import { passOf } from '../../passes/domain/pass';
import type { Caller, RecordPermission } from '../../shared/caller';

const creator = someCaller({ userId: guid(5) });
const page = { number: 1, size: 10 };

describe('reading a visit', () => {
  let reception: FakeReception;
  const ways: readonly [string, (who: Caller, id: string) => Promise<unknown>][] = [
    ['the visit', (who, id) => reception.get.execute(who, id)],
    ['its history', (who, id) => reception.get.history(who, id, page)],
    ['its entry code', (who, id) => reception.get.entryCode(who, id)],
    ['its pass', (who, id) => reception.get.pass(who, id)],
  ];

  beforeEach(async () => {
    reception = new FakeReception();
    reception.random.layDown('111111', '222222');
    const visitor = someVisitor({ id: guid(70) });
    await reception.create.execute(creator, guid(1), someDetails({ visitor, visitedStructure: office }));
    await reception.create.execute(creator, guid(2), someDetails({ visitor, visitedStructure: hall }));
  });

  it('answers it with the visit before', async () => {
    expect(await reception.get.execute(creator, guid(2))).toMatchObject({
      visit: { id: guid(2) },
      lastVisit: { id: guid(1) },
    });
  });

  it('hides the visit before from a caller who may not view that one', async () => {
    const foreman = someCaller({ recordPermissions: { Visits: { View: [production], Edit: 'All' } } });
    expect(await reception.get.execute(foreman, guid(2))).toMatchObject({
      visit: { id: guid(2) },
      lastVisit: null,
    });
  });

  it('answers its steps page by page', async () => {
    await reception.move.reject(creator, { visitId: guid(2), reason: 'late', reasonCode: 2 });
    expect(await reception.get.history(creator, guid(2), { number: 2, size: 1 })).toMatchObject({
      rows: [{ command: 'reject' }],
      total: 2,
    });
  });

  it('answers the entry code with a pass of its window, and none once the visit is over', async () => {
    const { visit } = await reception.get.execute(creator, guid(2));
    const answer = await reception.get.entryCode(creator, guid(2));
    expect(answer?.code).toBe('222222');
    expect(await readPass(answer?.pass ?? '', reception.publicKeyPem)).toEqual({
      kind: 'signed',
      pass: passOf(visit, 'Plant 1'),
    });
    expect(await reception.get.pass(creator, guid(2))).toBe(answer?.pass);

    await reception.move.reject(creator, { visitId: guid(2), reason: 'late', reasonCode: 2 });
    expect(await reception.get.entryCode(creator, guid(2))).toBeNull();
    await expect(reception.get.pass(creator, guid(2))).rejects.toMatchObject({
      code: 'NoEntryCode',
      message: expect.stringContaining(guid(2)),
    });
  });

  it.each(ways)('refuses %s that does not exist with VisitNotExists', async (_, read) => {
    await expect(read(creator, guid(9))).rejects.toMatchObject({ code: 'VisitNotExists' });
  });

  it.each(ways)('asks the record permission View for %s', async (_, read) => {
    const who = (View: RecordPermission, userId = guid(6)) =>
      someCaller({ userId, recordPermissions: { Visits: { View, Edit: 'All' } } });
    for (const refused of [who('Own'), who([]), who([office])])
      await expect(read(refused, guid(2))).rejects.toMatchObject({ code: 'VisitsViewPermission' });
    for (const allowed of [who('All'), who('Own', guid(5)), who([production]), who([office, hall])])
      await expect(read(allowed, guid(2))).resolves.not.toBeUndefined();
  });

  it('does not ask the record permission Edit', async () => {
    const guard = someCaller({ recordPermissions: { Visits: { View: 'All', Edit: [] } } });
    await expect(reception.get.execute(guard, guid(2))).resolves.toMatchObject({ visit: { id: guid(2) } });
  });
});
