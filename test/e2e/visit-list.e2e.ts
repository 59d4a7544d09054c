import { randomUUID } from 'node:crypto';
import { hall, office, production, type TestLogin } from '../support/seed';
import { TestApp } from '../support/test-app';
import { newVisit, visitIn } from '../support/visits';
import { type Answer, envelopeOf, type Format, formats } from '../support/wire';

type Query = Record<string, string | number>;

const columns =
  'VisitId VisitorId Visitor VisitorVehicleLP VisitorTrailerLP VisitType VisitedPerson VisitedPersonId ' +
  'VisitedOrgStructure EscortedByPerson EscortedByPersonId IdentifierEntryCode IdentifierEntryCodeQR Reason IsPlanned ' +
  'ValidFrom ValidTo State';

interface Row {
  VisitId: string;
  VisitorId: string;
  Visitor: string;
  State: number | string;
  IsPlanned: boolean | string;
  IdentifierEntryCode?: string | null;
  ValidFrom: string;
  [member: string]: unknown;
}
interface Paging {
  PageNumber?: number | null;
  PageSize: number;
  TotalCount?: number | null;
  NextCursor?: string | null;
  ChangedUntil?: string | null;
}

const rowsOf = ({ body }: Answer) => body.Visits as Row[];
const idsOf = (answer: Answer) => rowsOf(answer).map(({ VisitId }) => VisitId);
const pagingOf = ({ body }: Answer) => body.Paging as Paging;

describe('visit/getAll', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.stop());

  const list = (query: Query = {}, format: Format = 'json', as: TestLogin = 'reception') =>
    app.fetch('visit/getAll', query, { format, as });

  /** Made one after another, an hour apart: their ids in that order. */
  async function make(...all: object[]): Promise<string[]> {
    const ids: string[] = [];
    for (const members of all) {
      const body = newVisit(members);
      const answer = await app.send('visit/create', body);
      expect(answer.status).toBe(200);
      ids.push(body.VisitId);
      app.clock.advance(3_600_000);
    }
    return ids;
  }

  it.each(formats)('tells every member of a row, in the documented order: %s', async format => {
    const [VisitId] = await make({
      Visitor: { Name: 'Petr', Surname: 'Svoboda' },
      Vehicle: { VehicleLP: '1AB 2345' },
      Trailer: { VehicleLP: '2AB 6789' },
      VisitedPerson: { PersonId: '100' },
      VisitedOrgStructure: { Structure: production },
      EscortedByPerson: { PersonId: '200' },
      Reason: 'spare <parts>',
    });
    const answer = await list({}, format);
    expect(answer.status).toBe(200);
    const [row] = rowsOf(answer);
    expect(Object.keys(row ?? {})).toEqual(columns.split(' '));
    expect(row).toMatchObject({
      VisitId,
      Visitor: 'Svoboda Petr',
      VisitorVehicleLP: '1AB 2345',
      VisitorTrailerLP: '2AB 6789',
      VisitType: 'Delivery',
      VisitedPerson: 'Nováková Jana',
      VisitedPersonId: '100',
      VisitedOrgStructure: production,
      EscortedByPerson: 'Dvořák Karel',
      EscortedByPersonId: '200',
      Reason: 'spare <parts>',
      IsPlanned: format === 'json' ? false : 'false',
      State: 0,
    });
    const code = await app.fetch('visit/getIdentifierEntryCode', { VisitId: VisitId ?? '' });
    expect(row?.IdentifierEntryCode).toBe(code.body.IdentifierEntryCode);
    expect(row?.IdentifierEntryCodeQR).toBe(code.body.IdentifierEntryCodeQR);
    expect(pagingOf(answer)).toMatchObject({ PageNumber: 1, PageSize: 100, TotalCount: 1 });
  });

  it('shows no entry code to who may not ask for it, nor of a visit that is over', async () => {
    await make({});
    await visitIn(app, 7);
    const [over, open] = rowsOf(await list());
    expect([over?.State, over?.IdentifierEntryCode, over?.IdentifierEntryCodeQR]).toEqual([7, null, null]);
    expect(open?.IdentifierEntryCode).toMatch(/^\d{6}$/);
    const [, shown] = rowsOf(await list({}, 'json', 'viewer'));
    expect([shown?.IdentifierEntryCode, shown?.IdentifierEntryCodeQR]).toEqual([null, null]);
  });

  it.each(formats)('is empty where there is none: %s', async format => {
    const answer = await list({}, format);
    expect(rowsOf(answer)).toEqual([]);
    expect(pagingOf(answer)).toMatchObject({ TotalCount: 0 });
  });

  describe('with a condition', () => {
    let ids: string[];
    beforeEach(async () => {
      ids = await make(
        {
          Visitor: { Name: 'Petr', Surname: 'Svoboda', Company: 'Škoda' },
          VisitedPerson: { PersonId: '100' },
        },
        {
          Visitor: { Name: 'Eva', Surname: 'Malá' },
          Vehicle: { VehicleLP: '1AB 2345' },
          VisitType: { Title: 'Guest' },
        },
        { Trailer: { VehicleLP: '1ab-2399' }, VisitedOrgStructure: { Structure: hall } },
        { VisitedOrgStructure: { Structure: office }, VisitedPerson: { PersonId: '200' } },
      );
      await app.send('visit/reject', { VisitId: ids[3], ReasonCode: 0, Reason: '' });
      app.clock.advance(1000);
    });

    /** Which of the four are listed, the newest first. */
    const found = async (query: Query) => idsOf(await list(query)).map(id => ids.indexOf(id));

    it.each<[Query, number[]]>([
      [{ State: '8' }, [3]],
      [{ State: '0,8' }, [3, 2, 1, 0]],
      [{ State: '1,2,3,4,5,6,7' }, []],
      [{ OnSite: 1 }, []],
      [{ OnSite: 0 }, [3, 2, 1, 0]],
      [{ Visitor: 'SVOBODA' }, [3, 2, 0]],
      [{ Visitor: 'skoda' }, [0]],
      [{ Visitor: 'va mal' }, [1]],
      [{ Visitor: 'ev' }, [1]],
      [{ Visitor: 'nobody' }, []],
      [{ VisitedPersonId: '100' }, [0]],
      [{ VisitedOrgStructure: production }, [2]],
      [{ VisitedOrgStructure: 'Organization structure - Company ABC' }, [3, 2]],
      [{ Plate: '1AB23' }, [2, 1]],
      [{ Plate: '1-a b 234' }, [1]],
      [{ VisitType: 'Guest' }, [1]],
      [{ VisitType: 'Delivery', State: '0' }, [2, 0]],
      [{ Visitor: 'svoboda', State: '0', VisitedPersonId: '100' }, [0]],
      [{ STATE: '8' }, [3]],
    ])('%j finds %j', async (query, expected) => {
      expect(await found(query)).toEqual(expected);
      expect(pagingOf(await list(query)).TotalCount).toBe(expected.length);
    });

    it('finds who is in the area', async () => {
      const inside = await visitIn(app, 6);
      await visitIn(app, 5);
      expect(idsOf(await list({ OnSite: 1 }))).toEqual([inside]);
      expect(idsOf(await list({ OnSite: 1, State: '5,6' }))).toEqual([inside]);
      expect(idsOf(await list({ OnSite: 1, State: '5' }))).toEqual([]);
    });

    it('finds those of one visitor', async () => {
      const VisitorId = rowsOf(await list({ Visitor: 'Malá' }))[0]?.VisitorId ?? '';
      expect(await found({ VisitorId })).toEqual([1]);
    });

    it('finds those that begin from one time and before another', async () => {
      const begins = rowsOf(await list({ Sort: 'Created' })).map(({ ValidFrom }) => ValidFrom);
      const [, second = '', third = ''] = begins;
      expect(await found({ From: second })).toEqual([3, 2, 1]);
      expect(await found({ To: third })).toEqual([1, 0]);
      expect(await found({ From: second, To: third })).toEqual([1]);
      expect(await found({ From: third, To: second })).toEqual([]);
    });

    it('finds what was changed since', async () => {
      const since = app.clock.now().toISOString();
      await app.send('visit/reject', { VisitId: ids[1], ReasonCode: 0, Reason: '' });
      app.clock.advance(1000);
      await app.send('visit/verify', { VisitId: ids[0], Method: 2 });
      expect(await found({ ChangedSince: since })).toEqual([0, 1]);
      expect(await found({ ChangedSince: since, Sort: '-Created' })).toEqual([1, 0]);
      expect(await found({ ChangedSince: app.clock.now().toISOString() })).toEqual([0]);
    });

    it.each<[string, number[]]>([
      ['Created', [0, 1, 2, 3]],
      ['-Created', [3, 2, 1, 0]],
      ['ValidFrom', [0, 1, 2, 3]],
      ['-validfrom', [3, 2, 1, 0]],
      ['Changed', [0, 2, 3, 1]],
      ['-Changed', [1, 3, 2, 0]],
    ])('sorts by %s', async (Sort, expected) => {
      await app.send('visit/verify', { VisitId: ids[1], Method: 2 });
      expect(await found({ Sort })).toEqual(expected);
      expect(await found({ Sort, State: '0,2,8', PageSize: 2 })).toEqual(expected.slice(0, 2));
      expect(await found({ Sort, State: '0,2,8', PageSize: 2, PageNumber: 2 })).toEqual(expected.slice(2));
      expect(await found({ Sort, State: '0,2,8', PageSize: 1, PageNumber: 4 })).toEqual(expected.slice(3));
    });

    it.each(formats)('page by page: %s', async format => {
      const pages = [];
      for (const PageNumber of [1, 2, 3]) pages.push(await list({ PageNumber, PageSize: 3 }, format));
      expect(pages.map(idsOf)).toEqual([[ids[3], ids[2], ids[1]], [ids[0]], []]);
      expect(pages.map(pagingOf)).toMatchObject(
        [1, 2, 3].map(PageNumber => ({ PageNumber, PageSize: 3, TotalCount: 4 })),
      );
    });

    it.each(formats)('with the members that are asked for: %s', async format => {
      const answer = await list({ Fields: 'state, VISITID,Reason', PageSize: 1 }, format);
      expect(rowsOf(answer).map(row => Object.keys(row))).toEqual([['VisitId', 'Reason', 'State']]);
    });

    it.each<[string, TestLogin, number[]]>([
      ['units', 'foreman', [2]],
      ['Own', 'host', []],
      ['All', 'guard', [3, 2, 1, 0]],
    ])('lists only what the caller may view: %s', async (_, as, expected) => {
      const answer = await list({}, 'json', as);
      expect(idsOf(answer).map(id => ids.indexOf(id))).toEqual(expected);
      expect(pagingOf(answer).TotalCount).toBe(expected.length);
      expect(
        idsOf(await list({ Cursor: '' }, 'json', as))
          .map(id => ids.indexOf(id))
          .reverse(),
      ).toEqual(expected);
    });

    it('lists to Own the visits that the caller made', async () => {
      const own = await visitIn(app, 0, {}, 'host');
      expect(idsOf(await list({}, 'json', 'host'))).toEqual([own]);
    });
  });

  describe('by cursor', () => {
    /** Every page until there is no next one; `meanwhile` happens after each. */
    async function follow(query: Query, meanwhile: () => Promise<unknown> = () => Promise.resolve()) {
      const pages: Answer[] = [];
      for (let Cursor: string | null = ''; Cursor !== null;) {
        const answer: Answer = await list({ ...query, Cursor });
        expect(answer.status).toBe(200);
        pages.push(answer);
        Cursor = pagingOf(answer).NextCursor ?? null;
        await meanwhile();
      }
      return pages;
    }

    it('tells each visit once, in the order in which they were made, while others write', async () => {
      const before = await make({}, {}, {}, {}, {});
      const added: string[] = [];
      const pages = await follow({ PageSize: 2 }, async () => {
        if (added.length < 2) added.push(...(await make({})));
        await app.send('visit/reject', { VisitId: before.shift(), ReasonCode: 0, Reason: '' });
      });
      const told = pages.flatMap(idsOf);
      expect(told).toEqual([...new Set(told)]);
      expect(told).toHaveLength(7);
      expect(told.slice(5)).toEqual(added);
      expect(pages.map(pagingOf)).toMatchObject(
        pages.map(() => ({ PageNumber: null, PageSize: 2, TotalCount: null })),
      );
    });

    it('a round of changes misses none: the next one asks since ChangedUntil', async () => {
      const ids = await make({}, {}, {});
      const first = await follow({ PageSize: 1 }, async () => {
        await app.send('visit/verify', { VisitId: ids[0], Method: 2 });
      });
      const until = first.map(answer => pagingOf(answer).ChangedUntil);
      expect(new Set(until).size).toBe(1);
      const second = await follow({ PageSize: 1, ChangedSince: until[0] ?? '' });
      expect(second.flatMap(idsOf)).toContain(ids[0]);
      expect(second.flatMap(idsOf)).not.toContain(ids[1]);
    });

    it.each(formats)(
      'tells each change once, though the clock goes 25 years on and back: %s',
      async format => {
        const ids = await make({}, {});
        const years = 25 * 365 * 86_400_000;
        let ChangedSince = pagingOf(await list({ Cursor: '' }, format)).ChangedUntil ?? '';
        for (const [id, ms] of [
          [ids[0], years],
          [ids[1], -years],
        ] as const) {
          app.clock.jump(ms);
          await app.send('visit/verify', { VisitId: id, Method: 2 });
          const answer = await list({ Cursor: '', ChangedSince }, format);
          expect(idsOf(answer)).toEqual([id]);
          ChangedSince = pagingOf(answer).ChangedUntil ?? '';
        }
        expect(idsOf(await list({ Cursor: '', ChangedSince }, format))).toEqual([]);
        expect(idsOf(await list({ ChangedSince }, format))).toEqual([]);
      },
    );

    it('goes on from the time and the cursor that an earlier version has told', async () => {
      const ids = await make({}, {}, {});
      const time = app.clock.now();
      await app.send('visit/verify', { VisitId: ids[1], Method: 2 });
      expect(idsOf(await list({ Cursor: '', ChangedSince: time.toISOString() }))).toEqual([ids[1]]);
      const cursor = pagingOf(await list({ Cursor: '', PageSize: 1 })).NextCursor ?? '';
      const [after, , digest] = Buffer.from(cursor, 'base64url').toString().split(' ');
      const earlier = Buffer.from(`${after} ${time.getTime()} ${digest}`).toString('base64url');
      const answer = await list({ Cursor: earlier });
      expect(idsOf(answer)).toEqual([ids[1], ids[2]]);
      const { ChangedUntil } = pagingOf(answer);
      expect(idsOf(await list({ Cursor: '', ChangedSince: ChangedUntil ?? '' }))).toEqual([ids[1]]);
    });

    it('goes back in time never, though the clock does', async () => {
      const [first = ''] = await make({});
      const { ChangedUntil } = pagingOf(await list({ Cursor: '' }));
      app.clock.jump(-86_400_000);
      await app.send('visit/verify', { VisitId: first, Method: 2 });
      expect(idsOf(await list({ Cursor: '', ChangedSince: ChangedUntil ?? '' }))).toEqual([first]);
    });

    it('keeps the conditions', async () => {
      const ids = await make({}, { VisitType: { Title: 'Guest' } }, {}, {});
      const pages = await follow({ VisitType: 'Delivery', State: '0,1', PageSize: 1 });
      expect(pages.flatMap(idsOf)).toEqual([ids[0], ids[2], ids[3]]);
    });

    it.each(formats)('is null on an empty list, and ends: %s', async format => {
      const answer = await list({ Cursor: '' }, format);
      expect([pagingOf(answer).NextCursor ?? null, pagingOf(answer).ChangedUntil ?? null]).toEqual([
        null,
        null,
      ]);
    });

    it('refuses a number beyond those of the database', async () => {
      await make({}, {});
      const cursor = pagingOf(await list({ Cursor: '', PageSize: 1 })).NextCursor ?? '';
      const parts = Buffer.from(cursor, 'base64url').toString().split(' ');
      for (const [place, number] of [
        [0, '2147483648'],
        [0, '999999999999999'],
        [1, 'c2147483648'],
      ] as const) {
        const Cursor = Buffer.from(parts.with(place, number).join(' ')).toString('base64url');
        expect(envelopeOf(await list({ Cursor }))).toMatchObject({
          Code: 1002,
          Details: [{ Field: 'Cursor' }],
        });
      }
    });

    it.each(['x', 'MSAxIDE', '%00', Buffer.from('1 - abc').toString('base64url')])(
      'refuses one that is none of ours: %s',
      async Cursor => {
        const answer = await list({ Cursor });
        expect(envelopeOf(answer)).toMatchObject({ Code: 1002, Details: [{ Field: 'Cursor' }] });
      },
    );

    it('refuses one of other conditions, and what does not go with it, all at once', async () => {
      await make({}, {});
      const Cursor = pagingOf(await list({ Cursor: '', PageSize: 1 })).NextCursor ?? '';
      const answer = await list({ Cursor, State: '0', Sort: 'Created', PageNumber: 1 });
      expect(answer.status).toBe(400);
      expect(envelopeOf(answer).Details.map(({ Field }) => Field)).toEqual(['Sort', 'PageNumber', 'Cursor']);
      expect((await list({ Cursor, PageSize: 2, Fields: 'VisitId' })).status).toBe(200);
    });
  });

  it.each<[Query, string]>([
    [{ State: '9' }, 'State'],
    [{ State: '5;6' }, 'State'],
    [{ State: 'x' }, 'State'],
    [{ OnSite: 2 }, 'OnSite'],
    [{ From: 'yesterday' }, 'From'],
    [{ To: '2026-13-01' }, 'To'],
    [{ Visitor: 'x'.repeat(201) }, 'Visitor'],
    [{ VisitorId: 'x' }, 'VisitorId'],
    [{ VisitedPersonId: 'x'.repeat(101) }, 'VisitedPersonId'],
    [{ Plate: 'x'.repeat(101) }, 'Plate'],
    [{ Sort: 'Reason' }, 'Sort'],
    [{ Fields: 'VisitId,Password' }, 'Fields'],
    [{ PageNumber: 0 }, 'PageNumber'],
    [{ PageSize: 1001 }, 'PageSize'],
    [{ ChangedSince: '1' }, 'ChangedSince'],
    [{ ChangedSince: 'c' }, 'ChangedSince'],
    [{ ChangedSince: 'c2147483648' }, 'ChangedSince'],
    [{ ChangedSince: 'c-1' }, 'ChangedSince'],
  ])('refuses %j', async (query, Field) => {
    for (const format of formats) {
      const answer = await list(query, format);
      expect(envelopeOf(answer)).toMatchObject({ Code: 1002, Details: [{ Field }] });
    }
  });

  it.each<[Query, number]>([
    [{ VisitorId: randomUUID() }, 9202],
    [{ VisitedPersonId: 'nobody' }, 1100],
    [{ VisitedOrgStructure: 'Nowhere' }, 1160],
    [{ VisitType: 'Party' }, 9201],
  ])('refuses what is not there: %j', async (query, code) => {
    for (const format of formats) {
      const answer = await list(query, format);
      expect([answer.status, envelopeOf(answer).Code]).toEqual([404, code]);
    }
  });

  it.each(formats)('is refused without the privilege View on Visits: %s', async format => {
    const answer = await list({}, format, 'nobody');
    expect([answer.status, envelopeOf(answer).Code]).toEqual([403, 1516]);
  });
});
