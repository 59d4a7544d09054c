import { Choice, PageQuery, Text, yesNo, type YesNo } from '../../http/fields';

/** The requests of the directory, in documented order. */

const unit = 'Organization structure - Company ABC - Production';
const pathFilter = { required: false, min: 1, max: 1000, first: true } as const;
const textFilter = { required: false, min: 1, max: 200, search: true, first: true } as const;

export class PersonByNameQuery extends PageQuery {
  @Text({
    description:
      'Pattern for `name surname` or `surname name`. `%` matches any characters, also none; without one, the whole name must match',
    max: 200,
    example: '%novak%',
    first: true,
  })
  Name: string;
  @Choice(yesNo, {
    description: 'Whether case and accents count. Default: no',
    required: false,
    example: 0,
    first: true,
  })
  UseDiacritics?: YesNo;
}

export class PersonQuery {
  @Text({ description: 'Unique id of the person', min: 1, max: 100, trim: true, example: '100' })
  PersonId: string;
}

export class PersonsQuery extends PageQuery {
  @Text({
    description:
      'Part of `name surname` or `surname name`; shorter than three characters, its beginning. Case and accents do not count',
    ...textFilter,
    example: 'novak',
  })
  Text?: string;
  @Text({
    description: 'Path of a unit: lists its persons, and those of all units below it',
    ...pathFilter,
    example: unit,
  })
  Structure?: string;
}

export class StructureQuery {
  @Text({ description: 'Path of the unit', min: 1, max: 1000, example: unit }) Structure: string;
}

export class StructureAllQuery extends PageQuery {
  @Text({ description: 'Path of a unit: lists that unit and all below it', ...pathFilter, example: unit })
  Structure?: string;
}

export class OrgStructuresQuery extends PageQuery {
  @Text({
    description:
      'Part of title, short form and path; shorter than three characters, the beginning of the title. Case and accents do not count',
    ...textFilter,
    example: 'production',
  })
  Text?: string;
  @Text({
    description: 'Path of a unit: lists the units directly below it',
    ...pathFilter,
    example: 'Organization structure - Company ABC',
  })
  ParentUnit?: string;
}
