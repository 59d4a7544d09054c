import { hall, type TestLogin } from '../support/seed';
import { TestApp } from '../support/test-app';
import { stored, visitIn } from '../support/visits';
import { type Answer, envelopeOf, type Format, formats } from '../support/wire';

describe('visit/update', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const update = (VisitId: string, members: object, format: Format = 'json', as: TestLogin = 'reception') =>
    app.send('visit/update', { VisitId, ...members }, { format, as });

  async function expectRefused(visitId: string, call: () => Promise<Answer>, expected: [number, number]) {
    const before = await stored(app, visitId);
    const answer = await call();
    expect([answer.status, envelopeOf(answer).Code]).toEqual(expected);
    expect(await stored(app, visitId)).toEqual(before);
    return answer;
  }

  it.each(formats)('changes what is given and answers the visit: %s', async format => {
    const card = { Identifier: { InternalNrLong: format === 'json' ? '4A1B2C3' : 'BEEF' } };
    const VisitId = await visitIn(app, 1);
    const answer = await update(
      VisitId,
      {
        Vehicle: { VehicleLP: '1AB 2345', Type: 1 },
        VisitType: { Title: 'Guest' },
        VisitedPerson: { PersonId: '100' },
        VisitedOrgStructure: { Structure: hall },
        EscortedByPerson: { PersonId: '200' },
        ...card,
        Reason: 'inventory',
        ValidFrom: '2026-12-01T08:00:00Z',
        ValidTo: '2026-12-01T16:00:00Z',
      },
      format,
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      VisitId,
      State: 1,
      Vehicle: { VehicleLP: '1AB 2345' },
      VisitType: { Title: 'Guest' },
      VisitedPerson: { PersonId: '100' },
      VisitedOrgStructure: { Structure: hall },
      EscortedByPerson: { PersonId: '200' },
      Identifier: card.Identifier,
      Reason: 'inventory',
    });
    const { visit, history } = await stored(app, VisitId);
    expect(visit).toMatchObject([
      {
        valid_from: '2026-12-01T08:00:00.000Z',
        valid_to: '2026-12-01T16:00:00.000Z',
        vehicle_plate_key: '1ab2345',
      },
    ]);
    expect(history.at(-1)).toMatchObject({
      command: 'update',
      from_state: 1,
      to_state: 1,
      login: 'reception',
    });

    const cleared = await update(VisitId, { Clear: ['Vehicle', 'Identifier'] }, format);
    expect(cleared.status).toBe(200);
    expect([cleared.body.Vehicle ?? null, cleared.body.Identifier ?? null]).toEqual([null, null]);
    expect(cleared.body.VisitedPerson).toMatchObject({ PersonId: '100' });
  });

  it('frees the card that the visit had, for another', async () => {
    const first = await visitIn(app, 0, { Identifier: { InternalNrLong: 'BEEF' } });
    await update(first, { Identifier: { InternalNrLong: '4A1B2C3' } });
    const second = await visitIn(app, 0, { Identifier: { InternalNrLong: 'BEEF' } });
    await expectRefused(
      second,
      () => update(second, { Identifier: { InternalNrLong: '04a1b2c3' } }),
      [403, 9203],
    );
    await expectRefused(
      second,
      () => update(second, { Identifier: { InternalNrLong: 'DEAD' } }),
      [403, 9210],
    );
    await app.send('visit/reject', { VisitId: first, ReasonCode: 0, Reason: '' });
    expect((await update(second, { Identifier: { InternalNrLong: '4A1B2C3' } })).status).toBe(200);
    await app.send('visit/reject', { VisitId: second, ReasonCode: 0, Reason: '' });
  });

  it('keeps a card that was lost meanwhile, where it is named again', async () => {
    const Identifier = { InternalNrLong: 'BEEF' };
    const VisitId = await visitIn(app, 0, { Identifier });
    await app.send('identifier/update', { ...Identifier, Status: 2 });
    const answer = await update(VisitId, { Identifier, Reason: 'something else' });
    expect(answer.status).toBe(200);
    expect(answer.body.Identifier).toMatchObject({ ...Identifier, Status: 2 });
    await app.send('visit/reject', { VisitId, ReasonCode: 0, Reason: '' });
    await app.send('identifier/update', { ...Identifier, Status: 0 });
  });

  it('checks again what was checked', async () => {
    const VisitId = await visitIn(app, 5);
    expect((await update(VisitId, { VisitType: { Title: 'Contractor' } })).body.State).toBe(3);
    expect((await update(VisitId, { VisitType: { Title: 'Guest' } })).body.State).toBe(4);
    expect((await update(VisitId, { VisitType: { Title: 'Delivery' } })).body.State).toBe(5);
  });

  it.each(formats)('names every bad member at once, and changes nothing: %s', async format => {
    const VisitId = await visitIn(app, 0);
    const answer = await expectRefused(
      VisitId,
      () =>
        update(
          VisitId,
          { Vehicle: { Type: 9 }, Reason: 'x'.repeat(4001), ValidTo: 'soon', Clear: ['Reason'] },
          format,
        ),
      [400, 1002],
    );
    expect(envelopeOf(answer).Details.map(({ Field }) => Field)).toEqual([
      'Vehicle.Type',
      'Reason',
      'ValidTo',
      'Clear',
    ]);
  });

  it.each<[object, string[]]>([
    [
      {
        Trailer: { VehicleLP: 'X' },
        Identifier: { InternalNrLong: 'BEEF' },
        Clear: ['Identifier', 'Trailer'],
      },
      ['Identifier', 'Trailer'],
    ],
    [{ ValidTo: '2020-01-01' }, ['ValidTo']],
    [{ ValidFrom: '2050-01-01' }, ['ValidFrom']],
  ])('refuses %j', async (members, fields) => {
    const VisitId = await visitIn(app, 0);
    const answer = await expectRefused(VisitId, () => update(VisitId, members), [400, 1002]);
    expect(envelopeOf(answer).Details.map(({ Field }) => Field)).toEqual(fields);
  });

  it.each<[object, number]>([
    [{ VisitType: { Title: 'Party' } }, 9201],
    [{ VisitedPerson: { PersonId: 'nobody' } }, 1100],
    [{ EscortedByPerson: { PersonId: 'nobody' } }, 1100],
    [{ VisitedOrgStructure: { Structure: 'Nowhere' } }, 1160],
    [{ Identifier: { InternalNrLong: 'C0FFEE' } }, 1140],
  ])('refuses what is not there: %j', async (members, code) => {
    for (const format of formats) {
      const VisitId = await visitIn(app, 0);
      await expectRefused(VisitId, () => update(VisitId, members, format), [404, code]);
    }
  });

  it('is refused without the privilege, the record permission, and for a visit that is not there', async () => {
    const VisitId = await visitIn(app, 0);
    for (const format of formats) {
      await expectRefused(VisitId, () => update(VisitId, {}, format, 'viewer'), [403, 9104]);
      await expectRefused(VisitId, () => update(VisitId, {}, format, 'guard'), [403, 9105]);
      const unknown = await update('aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee', {}, format);
      expect([unknown.status, envelopeOf(unknown).Code]).toEqual([404, 1540]);
    }
  });

  it('of several at once loses none', async () => {
    const VisitId = await visitIn(app, 1);
    const answers = await Promise.all([
      update(VisitId, { Reason: 'a' }),
      update(VisitId, { Vehicle: { VehicleLP: 'B' } }),
      update(VisitId, { Trailer: { VehicleLP: 'C' } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { visit } = await stored(app, VisitId);
    expect(visit).toMatchObject([{ reason: 'a', vehicle_plate: 'B', trailer_plate: 'C' }]);
  });
});

describe('visit/getTransitions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ DISABLED_METHODS: 'visit/stepOut' });
  });
  afterAll(() => app.stop());

  interface Told {
    Command: string;
    Allowed: boolean | string;
    ToState?: number | null;
    Code?: number | null;
    ClearedBy: { Kind: string; Name: string }[];
  }
  const ask = (VisitId: string, format: Format = 'json', as: TestLogin = 'reception') =>
    app.fetch('visit/getTransitions', { VisitId }, { format, as });
  const told = ({ body }: Answer) =>
    Object.fromEntries(
      (body.Transitions as Told[]).map(({ Command, Code = null, ToState = null, ClearedBy }) => [
        Command,
        [Code, ToState, ...ClearedBy.map(({ Kind, Name }) => `${Kind} ${Name}`)],
      ]),
    );

  it.each(formats)(
    'tells what each command would come to, and what would clear the way: %s',
    async format => {
      const VisitId = await visitIn(app, 3, { VisitedPerson: { PersonId: '100' } });
      const answer = await ask(VisitId, format);
      expect([answer.status, answer.body.VisitId, answer.body.State]).toEqual([200, VisitId, 3]);
      const missing = ['activity Safety training', 'confirmation 100'];
      expect(told(answer)).toEqual({
        verify: [9102, null],
        check: [null, 3, ...missing],
        approve: [null, 3, ...missing],
        update: [null, 3, ...missing],
        enter: [9102, null, 'command check', ...missing],
        stepOut: [9001, null, 'setting DISABLED_METHODS'],
        end: [1545, null, 'command check', ...missing],
        reject: [null, 8],
      });
    },
  );

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8] as const)(
    'agrees with what really happens in state %i',
    async state => {
      const members: Record<string, object> = {
        verify: { Method: 2 },
        approve: { ApprovedByPerson: { PersonId: '100' }, Reason: '' },
        update: { ValidTo: '2026-11-24' },
        end: { Reason: '' },
        reject: { ReasonCode: 0, Reason: '' },
      };
      const foreseen = told(await ask(await visitIn(app, state)));
      for (const [command, [code, to]] of Object.entries(foreseen)) {
        if (command === 'stepOut') continue;
        const VisitId = await visitIn(app, state);
        const answer = await app.send(`visit/${command}`, { VisitId, ...members[command] });
        expect([command, envelopeOf(answer).Code, answer.body.State ?? null]).toEqual([command, code, to]);
      }
    },
  );

  it('tells the privilege and the record permission that are lacking', async () => {
    const VisitId = await visitIn(app, 5);
    const viewer = told(await ask(VisitId, 'json', 'viewer'));
    expect(viewer.enter).toEqual([9104, null, 'privilege Edit of agenda Visits']);
    expect(viewer.end).toEqual([null, 7]);
    expect(told(await ask(VisitId, 'json', 'guard')).enter).toEqual([9105, null, 'recordPermission Edit']);
  });

  it('is refused as visit/get is', async () => {
    const VisitId = await visitIn(app, 0);
    for (const format of formats) {
      const refusals = [
        await ask(VisitId, format, 'nobody'),
        await ask(VisitId, format, 'host'),
        await ask('aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee', format),
        await ask('x', format),
      ];
      expect(refusals.map(answer => envelopeOf(answer).Code)).toEqual([1516, 1537, 1540, 1002]);
    }
  });
});
