import { randomUUID } from 'node:crypto';
import { plateKey } from '../../src/visits/domain/plate';
import { declaredActions } from '../../src/http/action';
import { type DtoClass, type Field, fieldsOf } from '../../src/http/fields';
import { engineName } from '../support/engine';
import { TestApp } from '../support/test-app';
import { type Characters, longestPath, widest, widestCharacters } from '../support/widest';
import type { Answer } from '../support/wire';

type Members = Record<string, unknown>;

/** Has no text, or none that is stored or searched: tokens, codes, pictures. */
const elsewhere = ['login', 'visit/addPhoto'];

const hasText = (type: DtoClass): boolean =>
  fieldsOf(type).some(({ kind, value, type: inner }: Field) =>
    inner ? hasText(inner()) : kind === 'text' && value?.schema.pattern === undefined,
  );

/** Texts as JSON gives them: how they are composed does not matter. */
const texts = (value: unknown) => JSON.parse(JSON.stringify(value).normalize('NFC')) as Members;

/** What one kind of characters is put through; the actions that it came through. */
class Journey {
  readonly taken = new Set<string>();
  readonly path: string;
  private readonly visitorId = randomUUID();

  constructor(
    private readonly app: TestApp,
    private readonly characters: Characters,
  ) {
    this.path = longestPath(characters);
  }

  /** The body or query of an action with every text as long as it may be; what is undefined is left out. */
  request(action: string, given: Members = {}): Members {
    const { request } = this.declared(action);
    const members = widest(request, this.characters, {
      ...{
        Structure: this.path,
        ParentUnit: this.path.slice(0, this.path.lastIndexOf(' - ')),
      },
      ...{
        VisitorId: this.visitorId,
        InternalNrLong: 'F'.repeat(20),
        RequiredActivities: undefined,
        Status: 0,
      },
      ...{ ValidFrom: undefined, ValidTo: '2030-01-01T00:00:00.000Z', DryRun: false, Partial: false },
      ...{ Photos: undefined, Clear: undefined, Cursor: undefined, PageNumber: 1, Fields: undefined },
      ...given,
    });
    return members;
  }

  async take(action: string, given: Members = {}): Promise<Answer> {
    this.taken.add(action);
    const members = this.request(action, given);
    const answer =
      this.declared(action).verb === 'POST'
        ? await this.app.send(action, members)
        : await this.app.fetch(action, members as Record<string, string | number>);
    if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return answer;
  }

  private declared(action: string) {
    const found = declaredActions().find(({ path }) => path === action);
    if (!found) throw new Error(`no action ${action}`);
    return found;
  }
}

describe(`texts at their longest (${engineName})`, () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.stop());

  it.each(Object.entries(widestCharacters))(
    'are stored, answered as they were and found: %s',
    async (_, characters) => {
      const journey = new Journey(app, characters);
      const activityType = texts((await journey.take('activityType/create')).body);
      expect(texts(activityType)).toEqual(texts(journey.request('activityType/create').ActivityType));
      await journey.take('visitType/create', { RequiredActivities: [activityType.Title] });
      await journey.take('visitType/update', { RequiredActivities: [] });
      await journey.take('orgStructure/upsert');
      const [person] = journey.request('person/upsert').Persons as Members[];
      await journey.take('person/upsert');
      await journey.take('identifier/create');
      await journey.take('identifier/update');

      const sent = journey.request('visitor/create');
      const created = (await journey.take('visitor/create')).body;
      expect(texts(created)).toMatchObject(texts(sent));
      await journey.take('visitor/update');
      await journey.take('visitor/getByDoc');
      await journey.take('visitor/createActivity');

      const VisitId = randomUUID();
      const visit = await journey.take('visit/create', { VisitId });
      const { Vehicle, Trailer, Reason, Visitor } = texts(journey.request('visit/create', { VisitId }));
      expect(texts(visit.body)).toMatchObject({ Vehicle, Trailer, Reason, Visitor });
      await journey.take('visit/update', { VisitId, Reason: 'other' });
      await journey.take('visit/update', { VisitId });
      await journey.take('visit/verify', { VisitId, Method: 0, EntryCode: undefined });
      await journey.take('visit/check', { VisitId });
      await journey.take('visit/approve', { VisitId });
      await journey.take('visit/enter', { VisitId });
      await journey.take('visit/stepOut', { VisitId });

      const foundBy = async (action: string, query: Members, list: string) =>
        ((await journey.take(action, query)).body[list] as Members[]).length;
      const nothing = Object.fromEntries(
        ['State', 'OnSite', 'From', 'To', 'ChangedSince', 'Sort'].map(name => [name, undefined]),
      );
      const { Name, Surname } = Visitor as { Name: string; Surname: string };
      const across = `${[...Name].slice(-40).join('')} ${[...Surname].slice(0, 40).join('')}`;
      const { VehicleLP } = Vehicle as { VehicleLP: string };
      const Plate = plateKey(VehicleLP) === '' ? undefined : VehicleLP;
      const listed = { ...nothing, Plate, Visitor: Surname, VisitedOrgStructure: undefined, PageSize: 10 };
      // All at once, in characters of four bytes, are more than the head of a request may have.
      const others = {
        Visitor: undefined,
        Plate: undefined,
        VisitType: undefined,
        VisitedPersonId: undefined,
      };
      const within = { ...nothing, ...others, VisitedOrgStructure: journey.path };
      expect(await foundBy('visit/getAll', within, 'Visits')).toBe(1);
      expect(await foundBy('visit/getAll', listed, 'Visits')).toBe(1);
      expect(await foundBy('visit/getAll', { ...listed, Visitor: across }, 'Visits')).toBe(1);
      expect(await foundBy('visitor/getAll', { Text: Surname }, 'Visitors')).toBe(1);
      expect(await foundBy('person/getAll', { Text: Surname }, 'Persons')).toBe(1);
      expect(
        await foundBy(
          'visit/getPersonByName',
          { Name: `%${String(person?.Surname)}`, UseDiacritics: 1 },
          'Persons',
        ),
      ).toBe(1);
      expect(
        await foundBy(
          'visit/getPersonByName',
          { Name: `%${String(person?.Surname)}`, UseDiacritics: 0 },
          'Persons',
        ),
      ).toBe(1);
      expect(await foundBy('visit/getStructureAll', {}, 'OrgStructures')).toBe(1);
      expect(
        await foundBy('orgStructure/getAll', { Text: [...Surname].slice(0, 40).join('') }, 'OrgStructures'),
      ).toBe(1);
      expect(
        await foundBy(
          'identifier/getAll',
          { Text: 'F'.repeat(20), Status: 1, Technology: 5, Type: 99 },
          'Identifiers',
        ),
      ).toBe(1);
      const got = (await journey.take('person/get')).body;
      expect(texts(got)).toEqual(texts(person));
      await journey.take('orgStructure/get');
      await journey.take('visit/end', { VisitId });

      const other = randomUUID();
      await journey.take('visit/schedule', { VisitId: other, VisitDate: '2029-01-01T00:00:00.000Z' });
      await journey.take('visit/reject', { VisitId: other });
      const { History } = texts((await journey.take('visit/getHistory', { VisitId: other })).body);
      expect((History as Members[]).at(-1)?.Reason).toEqual(Reason);

      const all = declaredActions().filter(
        ({ path, request }) => hasText(request) && !elsewhere.includes(path),
      );
      expect(all.map(({ path }) => path).filter(path => !journey.taken.has(path))).toEqual([]);
    },
  );
});
