import { Controller } from '@nestjs/common';
import { Action, Input, CurrentCaller } from '../../http/action';
import { pageOf } from '../../http/fields';
import type { Caller } from '../../shared/caller';
import { GetPersons } from '../application/get-persons';
import { presentPersonRecord, presentPersonRecords, presentPersons } from './directory-presenter';
import { PersonByNameQuery, PersonQuery, PersonsQuery } from './directory-requests.dto';
import { Person, PersonsResp, SimplePersonsResp } from './directory.dto';

/** Reading persons. */
@Controller()
export class PersonsController {
  constructor(private readonly getPersons: GetPersons) {}

  @Action('GET visit/getPersonByName', {
    summary: 'Find persons by name',
    description:
      'The persons that the caller may view, by surname. An empty Name matches none, `%` matches all.',
    tag: 'Persons and units',
    request: PersonByNameQuery,
    response: SimplePersonsResp,
    requires: ['Persons:View'],
    errors: [],
  })
  async byName(
    @CurrentCaller() caller: Caller,
    @Input() query: PersonByNameQuery,
  ): Promise<SimplePersonsResp> {
    const named = { pattern: query.Name, exact: query.UseDiacritics === 1 };
    const page = pageOf(query);
    return presentPersons(page, await this.getPersons.list(caller, { named }, page));
  }

  @Action('GET person/get', {
    summary: 'Read a person',
    description: 'One person, with the unit.',
    tag: 'Persons and units',
    request: PersonQuery,
    response: Person,
    requires: ['Persons:View'],
    errors: ['PersonNotFound', 'PersonsViewPermission'],
  })
  async get(@CurrentCaller() caller: Caller, @Input() { PersonId }: PersonQuery): Promise<Person> {
    return presentPersonRecord(await this.getPersons.one(caller, PersonId));
  }

  @Action('GET person/getAll', {
    summary: 'List persons',
    description: 'The persons that the caller may view, by surname.',
    tag: 'Persons and units',
    request: PersonsQuery,
    response: PersonsResp,
    requires: ['Persons:View'],
    errors: ['StructureNotFound'],
  })
  async all(@CurrentCaller() caller: Caller, @Input() query: PersonsQuery): Promise<PersonsResp> {
    const page = pageOf(query);
    const filter = { text: query.Text, structure: query.Structure };
    return presentPersonRecords(page, await this.getPersons.list(caller, filter, page));
  }
}
