import { GetVisitorByDocument } from '../../src/visits/application/get-visitor-by-document';
import { Visit } from '../../src/visits/domain/visit';
import { TypeOrmVisitorLookup } from '../../src/visits/infrastructure/type-orm-visitor-lookup';
import { guid, passport, someBeginning, someCaller, someDetails, someVisitor } from '../fakes/examples';
import { openStored } from './visit-storage';

const dateOfBirth = '1980-05-17';
const caller = someCaller({ privileges: { Visitors: ['View'], Visits: ['View'] } });
const shown = { document: passport, name: 'Petr', surname: 'Svoboda', dateOfBirth: null };

/** Upon the database alone: who may be viewed is for the storage to say. */
describe('the visitor of a document', () => {
  let storage: Awaited<ReturnType<typeof openStored>>;
  let visitorByDocument: GetVisitorByDocument;
  const come = (n: number, changes: Parameters<typeof someVisitor>[0] = {}) =>
    storage.visits.add(
      Visit.create(someBeginning(n), ''),
      someDetails({ visitor: someVisitor({ id: guid(70), document: passport, ...changes }) }),
      someCaller(),
    );
  const find = async (changes: Partial<typeof shown> | { dateOfBirth: string } = {}, who = caller) => {
    const { visitor, lastVisit } = await visitorByDocument.execute(who, { ...shown, ...changes });
    return [visitor?.id ?? null, lastVisit?.id ?? null];
  };

  beforeEach(async () => {
    storage = await openStored();
    const lookup = new TypeOrmVisitorLookup(storage.database);
    visitorByDocument = new GetVisitorByDocument(lookup, storage.visits);
  });
  afterEach(() => storage.close());

  it('is found with the last visit where the name agrees, and the date of birth if both are known', async () => {
    await come(1, { dateOfBirth });
    await come(2);
    expect(await find({ name: ' PÉTR', surname: 'svoboda' })).toEqual([guid(70), guid(2)]);
    expect(await find({ dateOfBirth })).toEqual([guid(70), guid(2)]);
    for (const wrong of [{ name: 'Pavel' }, { surname: 'Malý' }, { dateOfBirth: '1980-05-18' }])
      expect(await find(wrong)).toEqual([null, null]);
  });

  it('is found by a date of birth that is not on file, and not by another document', async () => {
    await come(1);
    expect(await find({ dateOfBirth })).toEqual([guid(70), guid(1)]);
    expect(await find({ document: { ...passport, number: 'X' } })).toEqual([null, null]);
  });

  it('is refused to whoever may not view the visitor, once the name agrees', async () => {
    await come(1);
    const other = someCaller({ userId: guid(5), recordPermissions: { Visitors: { View: 'Own' } } });
    await expect(find({}, other)).rejects.toMatchObject({ code: 'VisitorsViewPermission' });
    expect(await find({ name: 'Pavel' }, other)).toEqual([null, null]);
  });

  it('comes without a visit that may not be viewed', async () => {
    await come(1);
    const own = { ...caller, userId: guid(5), recordPermissions: { Visits: { View: 'Own' } } } as const;
    expect(await find({}, own)).toEqual([guid(70), null]);
    expect(await find({}, someCaller({ privileges: { Visitors: ['View'] } }))).toEqual([guid(70), null]);
  });
});
