import { randomUUID } from 'node:crypto';
import { office, production, type TestLogin } from '../support/seed';
import { TestApp } from '../support/test-app';
import { newVisit, visitIn, visitorIn } from '../support/visits';
import { type Answer, envelopeOf } from '../support/wire';

const passport = { DocNumber: 'P1234567', State: 'CZ', DocType: 0 };
const refusal = (answer: Answer) => [answer.status, envelopeOf(answer).Code];

/** What making and verifying a visit does to the file of its visitor, and what it gives no right to. */
describe('the file of a visitor', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const get = (VisitorId: string, as: TestLogin = 'reception') =>
    app.fetch('visitor/get', { VisitorId }, { as });
  const documentOf = async (VisitorId: string) => (await get(VisitorId)).body.Visitor?.Document;

  /** Whether the users of the production, of whom the trainer is one, may read and change it. */
  async function isOpen(VisitorId: string): Promise<[read: boolean, change: boolean]> {
    const change = await app.send('visitor/update', { Visitor: { VisitorId } }, { as: 'trainer' });
    return [(await get(VisitorId, 'trainer')).status === 200, change.status === 200];
  }

  async function visitBy(as: TestLogin, Visitor: object, Structure: string | null): Promise<string> {
    const members = { Visitor, ...(Structure !== null && { VisitedOrgStructure: { Structure } }) };
    return visitIn(app, 0, members, as);
  }

  const named = (VisitorId: string) => ({ VisitorId, Name: 'Petr', Surname: 'Svoboda' });

  describe('for users of one unit', () => {
    it('opens by a visit to the unit that somebody made who may edit it', async () => {
      const VisitorId = await visitorIn(app);
      await visitBy('reception', named(VisitorId), production);
      expect(await isOpen(VisitorId)).toEqual([true, true]);
    });

    it('opens by a visit of somebody new, whoever registers both', async () => {
      const VisitorId = randomUUID();
      await visitBy('trainer', named(VisitorId), production);
      expect(await isOpen(VisitorId)).toEqual([true, true]);
    });

    it('stays closed where one of them, or a colleague, makes the visit', async () => {
      const VisitorId = await visitorIn(app);
      await app.changeUser('keeper', {
        recordPermissions: { Visitors: { View: [production], Edit: [production] } },
      });
      await visitBy('trainer', named(VisitorId), production);
      await visitBy('keeper', named(VisitorId), production);
      expect(await isOpen(VisitorId)).toEqual([false, false]);
      expect(refusal(await get(VisitorId, 'trainer'))).toEqual([403, 1538]);
    });

    it('stays closed where a visit to another unit is turned to theirs', async () => {
      const VisitorId = await visitorIn(app);
      const VisitId = await visitBy('reception', named(VisitorId), office);
      const VisitedOrgStructure = { Structure: production };
      const turned = await app.send('visit/update', { VisitId, VisitedOrgStructure }, { as: 'trainer' });
      expect(turned.status).toBe(200);
      expect(await isOpen(VisitorId)).toEqual([false, false]);
    });

    it('opens where somebody who may edit it turns a visit to their unit, and closes where it goes on', async () => {
      const VisitorId = await visitorIn(app);
      const VisitId = await visitBy('trainer', named(VisitorId), office);
      await app.send('visit/update', { VisitId, VisitedOrgStructure: { Structure: production } });
      expect(await isOpen(VisitorId)).toEqual([true, true]);
      await app.send('visit/update', { VisitId, VisitedOrgStructure: { Structure: office } });
      expect(await isOpen(VisitorId)).toEqual([false, false]);
    });

    it('stays open where the unit of the visit is sent once more, by whomever', async () => {
      const VisitorId = await visitorIn(app);
      const VisitId = await visitBy('reception', named(VisitorId), production);
      await app.send(
        'visit/update',
        { VisitId, VisitedOrgStructure: { Structure: production } },
        { as: 'usher' },
      );
      expect(await isOpen(VisitorId)).toEqual([true, true]);
    });

    it('opens for reading alone where who made the visit may read alone', async () => {
      const VisitorId = await visitorIn(app);
      await app.changeUser('registrar', {
        privileges: { Visits: ['New'], Visitors: ['View', 'Edit'] },
        recordPermissions: { Visitors: { Edit: [production] } },
      });
      const members = { Visitor: named(VisitorId), VisitedOrgStructure: { Structure: production } };
      await app.send('visit/create', newVisit(members), { as: 'registrar' });
      expect(await isOpen(VisitorId)).toEqual([true, false]);
      expect(
        refusal(await app.send('visitor/update', { Visitor: { VisitorId } }, { as: 'registrar' })),
      ).toEqual([403, 9216]);
    });
  });

  describe('takes a document', () => {
    it('of a visit by who may edit the visitor, and of nobody else', async () => {
      const VisitorId = await visitorIn(app);
      await visitBy('usher', { ...named(VisitorId), Document: passport }, null);
      expect(await documentOf(VisitorId)).toBeNull();
      await visitBy('reception', { ...named(VisitorId), Document: passport }, null);
      expect(await documentOf(VisitorId)).toEqual(passport);
    });

    it('that is shown to who may edit the visitor; shown to others, it verifies and is not kept', async () => {
      const VisitorId = await visitorIn(app);
      const shown = { Method: 0, Document: { ...passport, DocNumber: 'P2' } };
      for (const [as, kept] of [
        ['usher', null],
        ['reception', shown.Document],
      ] as const) {
        const VisitId = await visitBy('reception', named(VisitorId), null);
        const answer = await app.send('visit/verify', { VisitId, ...shown }, { as });
        expect([answer.status, answer.body.State, answer.body.Visitor?.Document]).toEqual([200, 2, kept]);
        expect(await documentOf(VisitorId)).toEqual(kept);
      }
    });

    it('and that of another visitor verifies nobody, whoever is shown it', async () => {
      const Document = { ...passport, DocNumber: 'P3' };
      await visitorIn(app, { Document, Surname: 'Dvorak' });
      const VisitId = await visitBy('reception', named(await visitorIn(app)), null);
      const verify = (as: TestLogin) => app.send('visit/verify', { VisitId, Method: 0, Document }, { as });
      expect(refusal(await verify('usher'))).toEqual([403, 9106]);
      expect(refusal(await verify('reception'))).toEqual([403, 9211]);
    });
  });

  it('whether somebody is on file, a visit tells nobody who may not view visitors', async () => {
    await app.changeUser('registrar', { privileges: { Visits: ['New'] }, recordPermissions: {} });
    const sent = { Name: 'Petr', Surname: 'Svoboda', Email: 'petr@known.example' };
    await visitorIn(app, {
      ...sent,
      DateOfBirth: '1980-05-17',
      PhoneNumber: '+420 600',
      Document: { ...passport, DocNumber: 'P4' },
    });
    const [known, unknown] = await Promise.all(
      [sent, { ...sent, Email: 'petr@unknown.example' }].map(Visitor =>
        app.send('visit/create', newVisit({ VisitId: randomUUID(), Visitor }), { as: 'registrar' }),
      ),
    );
    expect(known!.status).toBe(200);
    const same = ({ text, body }: Answer) =>
      text.replace(body.VisitId ?? '', '').replace('unknown.example', 'known.example');
    expect(same(known!)).toEqual(same(unknown!));
  });
});
