import { rows } from '../../src/app.rows';
import { openDatabase } from '../../src/database';
import { CommandLine } from '../support/command-line';

const A = 'Organization structure - Company ABC';
const units = `Structure;Type\n${A} - Office;Office\n${A};Company\n`;
const persons = [
  { PersonId: '100', Name: 'Jana', Surname: 'Nováková', Email: 'jana@example.com', Structure: A },
  { PersonId: '200', Name: 'Karel; "Kája"', Surname: 'Dvořák', Email: '', Structure: `${A} - Office` },
];
const xml = (people: object[]) =>
  `<?xml version="1.0"?><Request><Persons>${people
    .map(
      person =>
        `<Person>${Object.entries(person)
          .map(([name, value]) => `<${name}>${value}</${name}>`)
          .join('')}</Person>`,
    )
    .join('')}</Persons></Request>`;
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = (delimiter: string, lineEnd: string) =>
  [
    ['surname', 'PERSONID', 'Name', 'structure', 'email'],
    ...persons.map(each => [each.Surname, each.PersonId, quoted(each.Name), each.Structure, each.Email]),
  ]
    .map(cells => cells.join(delimiter) + lineEnd)
    .join('');

describe('gatehouse import', () => {
  let cli: CommandLine;
  beforeEach(() => (cli = new CommandLine()));
  afterEach(() => cli.remove());

  const importing = (kind: 'persons' | 'units', name: string, text: string | Buffer, ...options: string[]) =>
    cli.run(['import', kind, cli.write(name, text), ...options]);

  async function stored() {
    const database = await openDatabase(
      { database: { kind: 'file', file: cli.database }, migrateOnStart: false },
      rows,
    );
    const found = await database.read(manager =>
      manager.query<object[]>(
        `SELECT person_id AS PersonId, name AS Name, surname AS Surname, email AS Email, structure AS Structure
         FROM person LEFT JOIN org_unit u ON u.seq = org_unit_seq ORDER BY person_id`,
      ),
    );
    await database.close();
    return found;
  }

  it('reads standard input with -, of a format that is said', async () => {
    await importing('units', 'units.csv', units);
    const piped = (text: string, ...options: string[]) =>
      cli.run(['import', 'persons', '-', ...options], undefined, text);
    expect(await piped(csv(';', '\n'), '--format', 'csv')).toMatchObject({ exitCode: 0 });
    expect(await stored()).toEqual(persons);
    const wrong = await piped('PersonId;Name;Surname;Structure\n1;A;B;nowhere\n', '--format', 'csv');
    expect(wrong).toMatchObject({
      exitCode: 65,
      err: [expect.stringMatching(/^standard input:2: /), expect.anything()],
    });
    expect((await piped('')).exitCode).toBe(64);
  });

  it.each<[string, string | Buffer]>([
    ['a.csv', csv(',', '\n')],
    ['b.CSV', csv(';', '\r\n')],
    ['c.csv', `\ufeff${csv(';', '\n')}\n\n`],
    ['d.json', JSON.stringify(persons)],
    ['e.json', `\ufeff${JSON.stringify({ persons }, null, 2)}`],
    ['f.xml', xml(persons)],
  ])('makes the same persons from %s', async (name, text) => {
    expect((await importing('units', 'units.csv', units)).out).toEqual([
      'created 2, changed 0, left 0, refused 0',
    ]);
    const { exitCode, out, err } = await importing('persons', name, text);
    expect([exitCode, err]).toEqual([0, []]);
    expect(out).toEqual(['created 2, changed 0, left 0, refused 0']);
    expect(await stored()).toEqual(persons);
    expect((await importing('persons', name, text)).out).toEqual(['created 0, changed 0, left 2, refused 0']);
  });

  it('one row of XML and of a list of one is a row', async () => {
    const one = [{ ...persons[0], Structure: '' }];
    expect((await importing('persons', 'a.xml', xml(one))).out.at(-1)).toBe(
      'created 1, changed 0, left 0, refused 0',
    );
    expect((await importing('persons', 'a.json', JSON.stringify(one))).out.at(-1)).toBe(
      'created 0, changed 0, left 1, refused 0',
    );
  });

  it('keeps what a column is left out for, and empties what a cell is empty for', async () => {
    await importing('units', 'units.csv', units);
    await importing('persons', 'a.json', JSON.stringify(persons));
    await importing('persons', 'b.csv', 'PersonId,Email,Structure\n100,,\n200,karel@example.com,\n');
    expect(await stored()).toEqual([
      { ...persons[0], Email: '', Structure: null },
      { ...persons[1], Email: 'karel@example.com', Structure: null },
    ]);
  });

  it.each([
    ['a line that names the separator', '\ufeffsep=;\r\nPersonId;Name;Surname;Structure\r\n'],
    ['one in quotes, filled up with separators', '"sep=;";;;\nPersonId;Name;Surname;Structure\n'],
    ['empty columns at the right', 'PersonId; Name ;Surname;Structure;;\n'],
    ['empty lines of separators first', ';;;\n;;;\nPersonId;Name;Surname;Structure\n'],
  ])('reads what spreadsheets write: %s', async (_, head) => {
    await importing('units', 'units.csv', units);
    const rows = ' 100 ;Jana;\u00a0Nováková; ;;\n;;;\n ; ;;;;\n200;Karel;Malý;;;\r\n;;;;;\n';
    const { exitCode, err } = await importing(
      'persons',
      'a.csv',
      head + (head.includes('\r') ? rows.replace(/\r?\n/g, '\r\n') : rows),
    );
    expect([exitCode, err]).toEqual([0, []]);
    expect(await stored()).toEqual([
      expect.objectContaining({ PersonId: '100', Name: 'Jana', Surname: 'Nováková', Structure: null }),
      expect.objectContaining({ PersonId: '200', Name: 'Karel', Surname: 'Malý', Structure: null }),
    ]);
  });

  it('reads cells between tabs, and refuses one beyond the named columns', async () => {
    const head = 'PersonId\tName\tSurname\n';
    expect((await importing('persons', 'a.csv', `${head}100\tJana\tNováková\n`)).exitCode).toBe(0);
    const beyond = await importing('persons', 'b.csv', `${head}100\tJana\tNováková\t\tx\n200\tEva\n`);
    expect(beyond.err.slice(0, 2)).toEqual([
      expect.stringContaining('has 5 cells where the first line names 3'),
      expect.stringContaining('has 2 cells where the first line names 3'),
    ]);
  });

  const broken =
    'PersonId,Name,Surname,Email\n1,Jana,Nováková,\n2,,Malá,\n\n3,Petr,Svoboda,p@example.com,x\n1,Eva,Malá,\n,Iva,Malá,\n4,"a\nb",Malá,\n';

  it('a broken row imports nothing, and every fault is named by line and column, without what others hold', async () => {
    const { exitCode, out, err } = await importing('persons', 'broken.csv', broken);
    const file = cli.path('broken.csv');
    expect(exitCode).toBe(65);
    expect(err).toEqual([
      `${file}:3: Name [2] is required for a new person`,
      `${file}:5: [3] has 5 cells where the first line names 4`,
      `${file}:6: [1] has the same key as line 2`,
      `${file}:7: PersonId is required`,
      `${file}: 4 rows are at fault`,
    ]);
    expect(out).toEqual([
      'rows are at fault: nothing was changed',
      'created 0, changed 0, left 0, refused 4',
    ]);
    expect(await stored()).toEqual([]);
  });

  it('imports the good rows with --partial, and still says that the data was bad', async () => {
    const { exitCode, out, err } = await importing('persons', 'broken.csv', broken, '--partial');
    expect([exitCode, err.length]).toEqual([65, 5]);
    expect(out).toEqual(['created 2, changed 0, left 0, refused 4']);
    expect(await stored()).toHaveLength(2);
  });

  it('a dry run makes no file and counts all the same', async () => {
    const { exitCode, out } = await importing('units', 'units.csv', units, '--dry-run');
    expect(exitCode).toBe(0);
    expect(out).toEqual(['dry run: nothing was changed', 'created 2, changed 0, left 0, refused 0']);
    await expect(stored()).rejects.toThrow();
  });

  it('names a row of JSON and XML by its number, from 1', async () => {
    const bad = [
      { PersonId: '1', Name: 'Jana', Surname: 'N' },
      { PersonId: '2', Name: 5, Surname: 'N', Structure: 'Moon' },
    ];
    const { err } = await importing('persons', 'a.json', JSON.stringify(bad));
    const file = cli.path('a.json');
    expect(err.slice(0, 2)).toEqual([
      `${file}: row 2: Name [2] must be a text`,
      `${file}: row 2: Structure [2] is no unit on file`,
    ]);
    const inXml = await importing('persons', 'a.xml', xml([{ PersonId: '', Name: 'x' }]));
    expect(inXml.err[0]).toBe(`${cli.path('a.xml')}: row 1: PersonId is required`);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['a.csv', '', /has no line that names the members/],
    ['a.csv', 'PersonId,Nmae,Name,name\n', /1: column Nmae is not known.*\n.*1: column name is given twice/],
    ['a.csv', 'PersonId,Name\n1,"open\n', /:\d+: is not readable as CSV/],
    ['a.csv', Buffer.from([0x50, 0xff, 0xfe]), /is not UTF-8/],
    ['a.json', '{', /is not well-formed JSON/],
    ['a.json', '{"Persons":5}', /must hold a list, or an object with a list Persons/],
    ['a.json', 'null', /must hold a list/],
    ['a.xml', '<Request><Persons>', /is not well-formed XML/],
    ['a.xml', '<Request><Units/></Request>', /must hold <Request><Persons><Person>/],
    ['a.xml', '<!DOCTYPE x><Request/>', /must not contain a DOCTYPE/],
  ])('refuses %s with %j', async (name, text, problem) => {
    const { exitCode, err } = await importing('persons', name, text);
    expect(exitCode).toBe(65);
    expect(err.join('\n')).toMatch(problem);
  });

  it('refuses another kind of file, and one that cannot be read', async () => {
    const other = await importing('persons', 'a.xlsx', '');
    expect([other.exitCode, other.err]).toEqual([
      64,
      [`${cli.path('a.xlsx')}: the name must end in .csv, .json or .xml, or --format say which it is`],
    ]);
    const missing = await cli.run(['import', 'persons', cli.path('none.csv')]);
    expect([missing.exitCode, missing.err]).toEqual([
      74,
      [`${cli.path('none.csv')}: cannot be read (ENOENT)`],
    ]);
    expect((await cli.run(['import', 'visits', 'a.csv'])).exitCode).toBe(64);
    expect((await cli.run(['import', 'persons'])).exitCode).toBe(64);
  });

  it('many rows are told of on the way', async () => {
    const many = Array.from({ length: 2500 }, (_, n) => `${n},Jan,Novák`).join('\n');
    const { out, progress } = await importing('persons', 'many.csv', `PersonId,Name,Surname\n${many}\n`);
    expect(out).toEqual(['created 2500, changed 0, left 0, refused 0']);
    expect(progress).toEqual(['1000 rows', '2000 rows', '']);
  });
});
