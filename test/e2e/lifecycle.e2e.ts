import { randomUUID } from 'node:crypto';
import { hall } from '../support/seed';
import { pixel, taken } from '../support/pictures';
import { TestApp } from '../support/test-app';
import { end, newVisit, stored, visitIn } from '../support/visits';
import { type Answer, envelopeOf, type Format, formats } from '../support/wire';

const day = 86_400_000;

/** A visit as one client takes it through its life. */
class Desk {
  constructor(
    private readonly app: TestApp,
    private readonly format: Format,
    readonly visitId: string = randomUUID(),
  ) {}

  call(command: string, members: object = {}): Promise<Answer> {
    return this.app.send(`visit/${command}`, { VisitId: this.visitId, ...members }, { format: this.format });
  }

  /** Gives a command that must succeed; answers the state after it. */
  async step(command: string, members: object = {}): Promise<number | undefined> {
    const answer = await this.call(command, members);
    if (answer.status !== 200) throw new Error(`${command}: ${answer.text}`);
    return answer.body.State;
  }

  read(action = 'get'): Promise<Answer> {
    return this.app.fetch(`visit/${action}`, { VisitId: this.visitId }, { format: this.format });
  }

  async state(): Promise<number | undefined> {
    return (await this.read()).body.State;
  }

  async entryCode(): Promise<string | null> {
    return (await this.read('getIdentifierEntryCode')).body.IdentifierEntryCode ?? null;
  }

  async history() {
    return (await this.read('getHistory')).body.History ?? [];
  }
}

describe.each(formats)('lives of visits in %s', format => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.stop());

  const visit = (visitId?: string) => new Desk(app, format, visitId);
  const record = (VisitorId: string, ValidTo: string) =>
    app.send(
      'visitor/createActivity',
      { VisitorId, Activity: { ActivityType: { Title: 'Safety training' }, ValidTo } },
      { format },
    );

  it('a walk-in with a van and a trailer', async () => {
    const photos = [pixel, await taken()];
    const van = visit();
    const created = await van.call('create', {
      Visitor: {
        Name: 'Petr',
        Surname: 'Svoboda <&>',
        DateOfBirth: '1980-05-17',
        Company: 'Acme',
        Language: 'cs-CZ',
        Document: { DocNumber: 'AB1', State: 'CZ', DocType: 1 },
      },
      Vehicle: { VehicleLP: '1E5', Type: 1, Model: 'Transit', Desc: 'white' },
      Trailer: { VehicleLP: '007', Type: 3 },
      VisitType: { Title: 'Delivery' },
      VisitedPerson: { PersonId: '100' },
      VisitedOrgStructure: { Structure: hall },
      EscortedByPerson: { PersonId: '200' },
      Identifier: { InternalNrLong: '004a1b2c3' },
      Reason: 'spare parts',
      Photos: photos.map(photo => photo.toString('base64')),
    });

    expect(created.status).toBe(200);
    expect(created.body).toMatchObject({
      VisitId: van.visitId,
      Visitor: {
        Name: 'Petr',
        Surname: 'Svoboda <&>',
        DateOfBirth: '1980-05-17',
        Company: 'Acme',
        Language: 'cs-CZ',
        Document: { DocNumber: 'AB1', State: 'CZ', DocType: 1 },
      },
      Vehicle: { VehicleLP: '1E5', Type: 1, Model: 'Transit', Desc: 'white' },
      Trailer: { VehicleLP: '007', Type: 3, Model: '', Desc: '' },
      VisitType: { Title: 'Delivery', EscortRequired: 0, RequiredActivities: [] },
      VisitedPerson: { PersonId: '100', Name: 'Jana', Surname: 'Nováková' },
      VisitedOrgStructure: { Structure: hall, Title: 'Hall 1' },
      EscortedByPerson: { PersonId: '200' },
      Identifier: { InternalNrLong: '4A1B2C3', RegistrationNr: 'V-001', Status: 1 },
      Reason: 'spare parts',
      State: 0,
    });
    expect(created.body.LastVisit ?? null).toBeNull();
    const kept = await app.database.read(manager =>
      manager.query<{ type: string }[]>('SELECT type FROM visit_photo ORDER BY seq'),
    );
    expect(kept.map(({ type }) => type)).toEqual(['image/png', 'image/jpeg']);

    expect(await van.step('verify', { Method: 2 })).toBe(2);
    expect(await van.step('check')).toBe(5);
    expect(await van.step('enter')).toBe(6);
    expect(await van.step('end', { Reason: 'unloaded' })).toBe(7);
    expect((await van.read()).body).toMatchObject({ State: 7, Reason: 'spare parts' });
  });

  it('a planned contractor whose training has run out', async () => {
    const VisitorId = randomUUID();
    const Visitor = { VisitorId, Name: 'Ivo', Surname: 'Novák' };
    const earlier = visit();
    await earlier.step('create', { Visitor, VisitType: { Title: 'Delivery' }, Reason: 'offer' });
    expect((await record(VisitorId, '2026-11-23T08:59:59.999Z')).status).toBe(200);

    const job = visit();
    const VisitDate = '2026-11-24T08:00:00Z';
    expect(
      await job.step('schedule', {
        VisitDate,
        Visitor,
        VisitType: { Title: 'Contractor' },
        Reason: 'repair',
      }),
    ).toBe(1);
    expect(await job.step('verify', { Method: 2 })).toBe(2);
    // The next day, a quarter of an hour before the visitor is expected.
    app.clock.advance(22.75 * 3_600_000);
    expect(await job.step('check')).toBe(3);

    const activity = await record(VisitorId, '2027-11-23T00:00:00Z');
    expect(activity.body).toMatchObject({
      ActivityType: { Title: 'Safety training', Shortcut: 'ST', Frequency: 365, Signed: 1 },
      ValidTo: '2027-11-23T00:00:00.000Z',
    });
    expect(await job.state()).toBe(4);
    const approval = { ApprovedByPerson: { PersonId: '100' }, Reason: 'known to me' };
    expect(await job.step('approve', approval)).toBe(5);
    expect(await job.step('enter')).toBe(6);
    expect(await job.step('stepOut')).toBe(5);
    expect(await job.step('enter')).toBe(6);
    expect(await job.step('end', { Reason: 'done' })).toBe(7);

    const moves = (await job.history()).map(step => [step.Command, step.FromState ?? null, step.ToState]);
    expect(moves).toEqual([
      ['schedule', null, 1],
      ['verify', 1, 2],
      ['check', 2, 3],
      ['check', 3, 4],
      ['approve', 4, 5],
      ['enter', 5, 6],
      ['stepOut', 6, 5],
      ['enter', 5, 6],
      ['end', 6, 7],
    ]);
    expect(await earlier.state()).toBe(0);
  });

  it('the training that arrives takes a trainee from 3 to 5, and one that has run out again back to 3', async () => {
    const VisitorId = randomUUID();
    const trainee = visit();
    const Visitor = { VisitorId, Name: 'Ivo', Surname: 'Novák' };
    await trainee.step('create', { Visitor, VisitType: { Title: 'Trainee' }, Reason: '' });
    await trainee.step('verify', { Method: 2 });
    expect(await trainee.step('check')).toBe(3);
    await record(VisitorId, '2026-11-23T12:00:00Z');
    expect(await trainee.state()).toBe(5);
    app.clock.advance(3 * 3_600_000);
    expect(await trainee.step('check')).toBe(5);
    app.clock.advance(1);
    expect(await trainee.step('check')).toBe(3);
  });

  it('an activity that changes nothing writes no step', async () => {
    const VisitorId = randomUUID();
    const trainee = visit();
    const Visitor = { VisitorId, Name: 'Ivo', Surname: 'Novák' };
    await trainee.step('create', { Visitor, VisitType: { Title: 'Trainee' }, Reason: '' });
    await trainee.step('verify', { Method: 2 });
    await trainee.step('check');
    await record(VisitorId, '2020-01-01');
    expect(await trainee.history()).toHaveLength(3);
  });

  it('an escorted guest, confirmed at the door', async () => {
    const guest = visit();
    await guest.step('create', newVisit({ VisitId: guest.visitId, VisitType: { Title: 'Guest' } }));
    await guest.step('verify', { Method: 2 });
    expect(await guest.step('check')).toBe(4);
    expect(envelopeOf(await guest.call('enter')).Code).toBe(9102);
    expect(await guest.step('approve', { ApprovedByPerson: { PersonId: '200' }, Reason: '' })).toBe(5);
  });

  it('an escorted guest, confirmed ahead of time', async () => {
    const guest = visit();
    await guest.step('create', newVisit({ VisitId: guest.visitId, VisitType: { Title: 'Guest' } }));
    expect(await guest.step('approve', { ApprovedByPerson: { PersonId: '200' }, Reason: '' })).toBe(0);
    await guest.step('verify', { Method: 2 });
    expect(await guest.step('check')).toBe(5);
  });

  it('nobody who is not in the directory can confirm', async () => {
    const guest = visit(await visitIn(app, 4));
    const answer = await guest.call('approve', { ApprovedByPerson: { PersonId: 'x' }, Reason: '' });
    expect([answer.status, envelopeOf(answer).Code]).toEqual([404, 1100]);
    expect(await guest.state()).toBe(4);
  });

  it('the history tells who, when, from where, what, why and in which request', async () => {
    const told = visit();
    const by = { as: 'gate' as const, format, headers: { 'X-Request-Id': 'first' } };
    await app.send('visit/create', newVisit({ VisitId: told.visitId, Reason: 'repair' }), by);
    app.clock.advance(60_000);
    const members = { VisitId: told.visitId, ReasonCode: 2, Reason: 'not here' };
    await app.send('visit/reject', members, { format, headers: { 'X-Request-Id': 'second' } });

    expect(await told.history()).toMatchObject([
      {
        Time: '2026-11-23T09:00:00.000Z',
        Command: 'create',
        ToState: 0,
        Reason: 'repair',
        UserLogin: 'gate',
        Address: '127.0.0.1',
        RequestId: 'first',
      },
      {
        Time: '2026-11-23T09:01:00.000Z',
        Command: 'reject',
        FromState: 0,
        ToState: 8,
        Reason: 'not here',
        ReasonCode: 2,
        UserLogin: 'reception',
        Address: '127.0.0.1',
        RequestId: 'second',
      },
    ]);
  });

  it('the history comes in pages', async () => {
    const VisitId = await visitIn(app, 7);
    const page = async (PageNumber: number) =>
      (await app.fetch('visit/getHistory', { VisitId, PageNumber, PageSize: 2 }, { format })).body;
    expect((await page(1)).History?.map(({ Command }) => Command)).toEqual(['create', 'verify']);
    expect((await page(3)).History?.map(({ Command }) => Command)).toEqual(['end']);
    expect((await page(3)).Paging).toEqual({ PageNumber: 3, PageSize: 2, TotalCount: 5 });
    expect((await page(4)).History ?? []).toEqual([]);
  });

  describe('LastVisit', () => {
    const Visitor = { VisitorId: randomUUID(), Name: 'Ivo', Surname: 'Novák' };

    it('is the visit before, of the same visitor, without a last visit of its own', async () => {
      const first = await visitIn(app, 7, { Visitor });
      await visitIn(app, 0);
      const second = await visitIn(app, 0, { Visitor });
      const answer = await app.send('visit/create', newVisit({ Visitor }), { format });
      expect(answer.body.LastVisit).toMatchObject({ VisitId: second, State: 0 });
      expect(answer.body.LastVisit).not.toHaveProperty('LastVisit');
      expect((await visit(second).read()).body.LastVisit?.VisitId).toBe(first);
    });

    it('is found by the document as well', async () => {
      const Document = { DocNumber: 'X1', State: 'CZ', DocType: 0 };
      const first = await visitIn(app, 0, { Visitor: { Name: 'Ivo', Surname: 'Novák', Document } });
      const again = newVisit({ Visitor: { Name: 'Ivan', Surname: 'Novák', Document } });
      const answer = await app.send('visit/create', again, { format });
      expect(answer.body).toMatchObject({ LastVisit: { VisitId: first }, Visitor: { Name: 'Ivo' } });
    });

    it('is hidden from whoever may not view it', async () => {
      await visitIn(app, 0, { Visitor });
      const own = newVisit({ Visitor });
      const created = await app.send('visit/create', own, { format, as: 'host' });
      expect(created.status).toBe(200);
      expect(created.body.LastVisit ?? null).toBeNull();
      const { VisitId } = own;
      expect((await app.fetch('visit/get', { VisitId }, { format })).body.LastVisit).toBeTruthy();
    });
  });

  describe('whoever comes again', () => {
    const come = async (Visitor: object, action = 'create') => {
      const body = newVisit({ Visitor, VisitDate: app.clock.now().toISOString() });
      const { body: answer } = await app.send(`visit/${action}`, body, { format });
      return [answer.VisitorMatch, answer.Visitor?.VisitorId];
    };

    it.each(['create', 'schedule'])('is the same visitor, and %s says why', async action => {
      const Document = { DocNumber: 'X2', State: 'CZ', DocType: 0 };
      const who = { Name: 'Žaneta', Surname: 'Nováková', Email: 'z@example.com', DateOfBirth: '1990-02-28' };
      const { Email, DateOfBirth, ...named } = who;
      const [match, VisitorId] = await come({ ...who, Document }, action);
      expect(match).toBe(0);
      expect(await come({ ...named, VisitorId }, action)).toEqual([1, VisitorId]);
      expect(await come({ ...named, Document }, action)).toEqual([2, VisitorId]);
      expect(await come({ Name: 'ZANETA', Surname: 'novakova', Email: 'Z@EXAMPLE.com' }, action)).toEqual([
        3,
        VisitorId,
      ]);
      expect(await come({ ...named, DateOfBirth }, action)).toEqual([4, VisitorId]);
      const [none, other] = await come({ ...named, Name: 'Jana', Email, DateOfBirth: '1991-02-28' }, action);
      expect([none, other === VisitorId]).toEqual([0, false]);
    });

    it('is told by the action that begins a visit alone', async () => {
      const VisitId = await visitIn(app, 0);
      expect((await visit(VisitId).read()).body).not.toHaveProperty('VisitorMatch');
    });
  });

  describe('the card', () => {
    const Identifier = { InternalNrLong: 'beef' };

    it.each(['end', 'reject'])('is free again after %s, and the next visit can have it', async command => {
      const first = await visitIn(app, 5, { Identifier });
      const refused = await app.send('visit/create', newVisit({ Identifier }), { format });
      expect([refused.status, envelopeOf(refused).Code]).toEqual([403, 9203]);

      const over = await visit(first).call(command, { ReasonCode: 0, Reason: '' });
      expect(over.body.Identifier?.Status).toBe(0);
      const next = await app.send('visit/create', newVisit({ Identifier }), { format });
      expect(next.body.Identifier).toMatchObject({ InternalNrLong: 'BEEF', Status: 1 });
    });

    it('is had by one of 64 visits that want it at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 64 }, () => app.send('visit/create', newVisit({ Identifier }), { format })),
      );
      const codes = answers.map(answer => envelopeOf(answer).Code ?? answer.status);
      expect(codes.filter(code => code === 200)).toHaveLength(1);
      expect(codes.filter(code => code === 9203)).toHaveLength(63);
      const rows = await app.database.read(manager =>
        manager.query<{ n: number }[]>('SELECT count(*) AS n FROM visit'),
      );
      expect(rows).toEqual([{ n: 1 }]);
    });
  });

  describe('the entry code', () => {
    it('verifies the visitor, and dies with the visit', async () => {
      const coded = visit(await visitIn(app, 0));
      const EntryCode = await coded.entryCode();
      expect(EntryCode).toMatch(/^\d{6}$/);
      const wrong = EntryCode === '000000' ? '000001' : '000000';
      const refused = await coded.call('verify', { Method: 1, EntryCode: wrong });
      expect([refused.status, envelopeOf(refused).Code]).toEqual([403, 9106]);
      expect(await coded.step('verify', { Method: 1, EntryCode })).toBe(2);
      await coded.step('check');
      expect(await coded.entryCode()).toBe(EntryCode);
      await end(app, coded.visitId);
      expect(await coded.entryCode()).toBeNull();
    });

    it('dies on reject', async () => {
      expect(await visit(await visitIn(app, 8)).entryCode()).toBeNull();
    });

    it('works on the day of a planned visit alone', async () => {
      const planned = visit();
      const body = newVisit({ VisitId: planned.visitId, VisitDate: '2026-11-25T13:00:00Z' });
      await planned.step('schedule', body);
      const proof = { Method: 1, EntryCode: await planned.entryCode() };
      const code = async () => envelopeOf(await planned.call('verify', proof)).Code;
      expect(await code()).toBe(9106);
      app.clock.jump(Date.parse('2026-11-26T00:00:00Z') - app.clock.now().getTime());
      expect(await code()).toBe(9106);
      app.clock.jump(-1);
      expect(await planned.step('verify', proof)).toBe(2);
    });

    it('of a walk-in works until the end of the day', async () => {
      const coded = visit(await visitIn(app, 0));
      const proof = { Method: 1, EntryCode: await coded.entryCode() };
      app.clock.jump(day);
      expect(envelopeOf(await coded.call('verify', proof)).Code).toBe(9106);
    });
  });

  describe('the document', () => {
    const Document = { DocNumber: 'AB 123', State: 'CZ', DocType: 0 };

    it('is kept when none is on file, and must then be shown again', async () => {
      const VisitorId = randomUUID();
      const Visitor = { VisitorId, Name: 'Ivo', Surname: 'Novák' };
      const first = visit(await visitIn(app, 0, { Visitor }));
      expect(await first.step('verify', { Method: 0, Document })).toBe(2);
      expect((await first.read()).body.Visitor?.Document).toEqual(Document);

      const second = visit(await visitIn(app, 0, { Visitor }));
      for (const other of [{ DocNumber: 'AB124' }, { State: 'SK' }, { DocType: 1 }]) {
        const answer = await second.call('verify', { Method: 0, Document: { ...Document, ...other } });
        expect([answer.status, envelopeOf(answer).Code]).toEqual([403, 9106]);
      }
      expect(await second.state()).toBe(0);
      expect(await second.step('verify', { Method: 0, Document })).toBe(2);
    });

    it('of somebody else is not kept', async () => {
      await visitIn(app, 0, { Visitor: { Name: 'Eva', Surname: 'Malá', Document } });
      const other = visit(await visitIn(app, 0));
      const before = await stored(app, other.visitId);
      const answer = await other.call('verify', { Method: 0, Document });
      expect([answer.status, envelopeOf(answer).Code]).toEqual([403, 9211]);
      expect(await stored(app, other.visitId)).toEqual(before);
    });
  });
});
