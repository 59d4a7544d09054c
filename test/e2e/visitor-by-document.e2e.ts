import { hall, office, type TestLogin } from '../support/seed';
import { TestApp } from '../support/test-app';
import { rowCounts, visitIn, visitorIn } from '../support/visits';
import { envelopeOf, formats } from '../support/wire';

const document = { DocNumber: 'AB1', State: 'CZ', DocType: 0 };
const jana = { Name: 'Jana', Surname: 'Nováková' };
const DateOfBirth = '1990-02-28';
const shown = { ...document, ...jana };

describe.each(formats)('visitor/getByDoc in %s', format => {
  let app: TestApp;
  let VisitorId: string;
  beforeEach(async () => {
    app = await TestApp.start();
    VisitorId = await visitorIn(app, { ...jana, DateOfBirth, Document: document }, 'gate');
  });
  afterEach(() => app.stop());

  const ask = (body: object = shown, as: TestLogin = 'reception') =>
    app.send('visitor/getByDoc', body, { format, as });
  const visitTo = (Structure: string, as: TestLogin) =>
    visitIn(app, 0, { Visitor: { VisitorId, ...jana }, VisitedOrgStructure: { Structure } }, as);

  it.each<[string, object]>([
    ['the name', {}],
    ['the name in another case without accents', { Name: 'JANA ', Surname: 'novakova' }],
    ['the date of birth as well', { DateOfBirth }],
  ])('finds the visitor by document and %s', async (_, members) => {
    const { status, body } = await ask({ ...shown, ...members });
    expect(status).toBe(200);
    expect(body.Visitor).toMatchObject({ ...jana, VisitorId, DateOfBirth, Document: document });
    expect(body.LastVisit ?? null).toBeNull();
  });

  it.each<[string, object]>([
    ['another name', { Name: 'Eva' }],
    ['another surname', { Surname: 'Malá' }],
    ['another date of birth', { DateOfBirth: '1990-03-01' }],
    ['no name at all', { Name: '', Surname: '' }],
    ['another number', { DocNumber: 'AB2' }],
    ['no number', { DocNumber: '' }],
    ['another country', { State: 'SK' }],
    ['another type', { DocType: 1 }],
  ])('finds nobody by %s, and tells nothing', async (_, members) => {
    await visitTo(hall, 'gate');
    for (const as of ['reception', 'usher'] as const) {
      const answer = await ask({ ...shown, ...members }, as);
      expect(answer.status).toBe(200);
      expect([answer.body.Visitor ?? null, answer.body.LastVisit ?? null]).toEqual([null, null]);
    }
  });

  it('answers the newest visit that the caller may view', async () => {
    const toHall = await visitTo(hall, 'gate');
    const toOffice = await visitTo(office, 'gate');
    const last = async (as: TestLogin) => (await ask(shown, as)).body.LastVisit?.VisitId ?? null;
    expect(await last('reception')).toBe(toOffice);
    expect(await last('foreman')).toBe(toHall);
    expect(await last('host')).toBeNull();
    const own = await visitTo(office, 'host');
    expect(await last('host')).toBe(own);
  });

  it('answers no visit to whoever may view visitors and no visits', async () => {
    await visitTo(hall, 'gate');
    const { body } = await ask(shown, 'registrar');
    expect([body.Visitor?.VisitorId, body.LastVisit ?? null]).toEqual([VisitorId, null]);
  });

  it('refuses a visitor whom the caller may not view with 1538, and who lacks the privilege with 1526', async () => {
    const answer = await ask(shown, 'usher');
    expect([answer.status, envelopeOf(answer).Code]).toEqual([403, 1538]);
    const nobody = await ask({}, 'nobody');
    expect([nobody.status, envelopeOf(nobody).Code]).toEqual([403, 1526]);
  });

  it('names every fault at once and changes nothing', async () => {
    const before = await rowCounts(app);
    const answer = await ask({ DocNumber: 'x'.repeat(51), DocType: 3, DateOfBirth: 'x' });
    expect([answer.status, envelopeOf(answer).Code]).toEqual([400, 1002]);
    const fields = envelopeOf(answer).Details.map(({ Field }) => Field);
    expect(fields.sort()).toEqual(['DateOfBirth', 'DocNumber', 'DocType', 'Name', 'State', 'Surname']);
    expect(await rowCounts(app)).toEqual(before);
  });
});
