import type { DocumentData, VisitorData } from '../../src/shared/visitor';
import { Visit } from '../../src/visits/domain/visit';
import { guid, passport, someBeginning, someCaller, someDetails, someVisitor } from '../fakes/examples';
import { type VisitStorage, visitStorages } from './visit-storage';

const email = 'petr@example.com';
const dateOfBirth = '1980-05-17';
const known = { id: guid(70), dateOfBirth, email, document: passport };
const card: DocumentData = { number: 'C1', state: 'CZ', type: 1 };

describe.each(visitStorages)('whom a new visit is for (%s)', (_, open) => {
  let storage: VisitStorage;
  let visits: number;

  beforeEach(async () => {
    storage = await open();
    visits = 0;
  });
  afterEach(() => storage.close());

  /** Stores a visit; answers its match and the visitor as it is on file then. */
  async function come(changes: Partial<VisitorData>): Promise<[number, VisitorData | undefined]> {
    visits += 1;
    const details = someDetails({ visitor: someVisitor(changes) });
    const { match } = await storage.visits.add(
      Visit.create(someBeginning(visits), ''),
      details,
      someCaller(),
    );
    return [match, (await storage.visits.find(guid(visits)))?.visit.visitor];
  }

  /** Puts these on file, and answers how the last one is matched and to which of them. */
  async function matched(onFile: Partial<VisitorData>[], comes: Partial<VisitorData>) {
    for (const [index, visitor] of onFile.entries()) await come({ ...visitor, id: guid(70 + index) });
    const [match, visitor] = await come(comes);
    return [match, match === 0 ? null : visitor?.id];
  }

  it.each<[string, Partial<VisitorData>, number]>([
    ['the id, whatever else is said', { id: guid(70), name: 'Eva', surname: 'Malá' }, 1],
    ['the document, whatever else is said', { document: passport, name: 'Eva', email: 'eva@example.com' }, 2],
    ['the document before e-mail and name', { document: passport, email }, 2],
    ['e-mail and name', { email }, 3],
    [
      'e-mail and name in another case, with other accents and spaces',
      { email: ' PETR@Example.com ', name: ' PÉTR' },
      3,
    ],
    ['e-mail and name, before name and date of birth', { email, dateOfBirth }, 3],
    ['e-mail and name, with a document of another kind', { email, document: card }, 3],
    ['name and date of birth', { dateOfBirth }, 4],
    ['name and date of birth, where the e-mail has changed', { dateOfBirth, email: 'new@example.com' }, 4],
    ['name and date of birth, with a document of another kind', { dateOfBirth, document: card }, 4],
  ])('is the visitor on file by %s', async (_how, comes, match) => {
    expect(await matched([known], comes)).toEqual([match, guid(70)]);
  });

  it.each<[string, Partial<VisitorData>]>([
    ['an id that is not on file, although the rest is', { id: guid(79), email, dateOfBirth }],
    ['the name alone', {}],
    ['the e-mail under another name', { email, name: 'Pavel' }],
    ['the e-mail under another surname', { email, surname: 'Svobodová' }],
    [
      'e-mail and name, but another passport of the country',
      { email, document: { ...passport, number: 'P2' } },
    ],
    ['e-mail and name, but another date of birth', { email, dateOfBirth: '2010-05-17' }],
    ['the date of birth under another name', { dateOfBirth, name: 'Pavel' }],
    [
      'name and date of birth, but another passport of the country',
      { dateOfBirth, document: { ...passport, number: 'P2' } },
    ],
  ])('is somebody new by %s', async (_how, comes) => {
    expect(await matched([known], comes)).toEqual([0, null]);
  });

  it.each<[string, Partial<VisitorData>[], Partial<VisitorData>]>([
    ['e-mail and name', [{ email }, { email }], { email }],
    [
      'e-mail and name, although the date of birth fits one',
      [{ email }, { email, dateOfBirth }],
      { email, dateOfBirth },
    ],
    ['name and date of birth', [{ dateOfBirth }, { dateOfBirth }], { dateOfBirth }],
  ])('is somebody new where several are on file by %s', async (_how, onFile, comes) => {
    expect(await matched(onFile, comes)).toEqual([0, null]);
  });

  it('is the one of several whom nothing contradicts', async () => {
    const sonOfTheSameName = { email, dateOfBirth: '2010-05-17' };
    expect(await matched([sonOfTheSameName, known], { email, dateOfBirth })).toEqual([3, guid(71)]);
  });

  it('two without e-mail address and date of birth are two', async () => {
    expect(await matched([{ email: '', dateOfBirth: null }], { email: ' ', dateOfBirth: null })).toEqual([
      0,
      null,
    ]);
  });

  it.each([
    ['e-mail and name', { email }],
    ['name and date of birth', { dateOfBirth }],
  ])('nothing on file is overwritten by %s; a missing document is added', async (_how, by) => {
    const [, before] = await come({ id: guid(70), ...by, company: 'Acme', phoneNumber: '1', language: 'cs' });
    const [match, after] = await come({
      ...{ company: 'Other', phoneNumber: '2', language: 'de', name: 'PETR', document: passport },
      ...by,
    });
    expect(match).toBeGreaterThan(0);
    expect(after).toEqual({ ...before, document: passport });
    expect((await come({ document: passport }))[0]).toBe(2);
  });
});
