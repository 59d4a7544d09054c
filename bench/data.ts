import { createHash } from 'node:crypto';
import { rows } from '../src/app.rows';
import { openDatabase } from '../src/database';
import { foldText } from '../src/shared/fold-text';
import { everyPrivilege } from '../src/auth/domain/user';
import { type Amounts, DAY_MS, FOLDERS, NOW, UNIT_COUNT } from './amounts';
import { Chance } from './chance';
import { Connection, type Table } from './connection';
import { cardsHeld, ENTRY_CODES, handOutCards, visitTables } from './visit-rows';

/** A user with all privileges and a public key. */
export const benchUser = { login: 'bench', key: 'YmVuY2htYXJrLWtleS0xNg==' };

const CHUNK = 10_000;

/**
 * Generates the database of a site: three years of visits up to `NOW`, with one history step each. The same seed gives the
 * same data.
 */
export async function generate(
  file: string,
  amounts: Amounts,
  seed: number,
  progress: (done: number, total: number) => void,
): Promise<void> {
  if ((amounts.open ?? 0) > ENTRY_CODES)
    throw new Error(`there are entry codes for ${ENTRY_CODES} open visits only`);
  const config = { database: { kind: 'file', file }, migrateOnStart: true } as const;
  await (await openDatabase(config, rows)).close();
  const connection = new Connection(file);
  try {
    const tables = tablesOf(amounts, new Chance(seed));
    const total = tables.reduce((sum, { count }) => sum + count, 0);
    let done = 0;
    for (const table of tables) {
      for (let first = 1; first <= table.count; first += CHUNK) {
        const size = Math.min(CHUNK, table.count - first + 1);
        await connection.insert(
          table,
          Array.from({ length: size }, (_, index) => table.row(first + index)),
        );
        done += size;
        progress(done, total);
      }
    }
    await connection.run(handOutCards);
  } finally {
    await connection.close();
  }
}

function tablesOf(amounts: Amounts, chance: Chance): Table[] {
  const { persons, visitors, open = 0 } = amounts;
  return [
    { name: 'user', columns: userColumns, count: 1, row: () => user() },
    {
      name: 'org_unit',
      columns: 'structure, title, description, parent_unit, type, shortcut, changed_at, search_text',
      count: UNIT_COUNT,
      row: seq => unit(seq),
    },
    {
      name: 'person',
      columns: 'person_id, name, surname, email, org_unit_seq, search_name, search_surname',
      count: persons,
      row: seq => person(seq, chance),
    },
    {
      name: 'visit_type',
      columns: 'title, shortcut, escort_required',
      count: 8,
      row: seq => [`Type ${seq}`, `T${seq}`, 0],
    },
    {
      name: 'visitor',
      columns:
        'id, name, surname, date_of_birth, company, email, phone_number, language, doc_number, doc_state, doc_type, created_at, created_by, folded_surname, folded_name, folded_email, search_text',
      count: visitors,
      row: seq => visitor(seq, chance),
    },
    {
      name: 'identifier',
      columns: 'internal_nr, registration_nr, technology, type, lost',
      count: Math.max(2000, cardsHeld(open)),
      row: seq => [seq.toString(16).toUpperCase(), `V-${String(seq).padStart(4, '0')}`, 2, 3, 0],
    },
    ...visitTables(amounts, chance),
  ];
}

const userColumns =
  'id, login, key_digest, blocked, ip_filter, privileges, record_permissions, created_at, updated_at';

function user() {
  const digest = createHash('sha256').update(benchUser.key).digest('hex');
  const rights = JSON.stringify(everyPrivilege);
  return [
    'user-1',
    benchUser.login,
    digest,
    0,
    '127.0.0.0/8',
    rights,
    '{}',
    NOW.toISOString(),
    NOW.toISOString(),
  ];
}

function unit(seq: number) {
  const path = ['Organization structure'];
  let rest = seq - 1;
  for (let level = 1, width = FOLDERS; level <= 3; level += 1, width *= FOLDERS) {
    if (rest < width) {
      for (let digit = level - 1; digit >= 0; digit -= 1)
        path.push(`Unit ${(Math.floor(rest / FOLDERS ** digit) % FOLDERS) + 1}`);
      break;
    }
    rest -= width;
  }
  const parent = path.slice(0, -1).join(' - ');
  const structure = path.join(' - ');
  return [structure, path.at(-1) ?? '', '', parent, 'Department', '', NOW.toISOString(), foldText(structure)];
}

function person(seq: number, chance: Chance) {
  const [name, surname] = [chance.name(), chance.surname()];
  const folded = [foldText(`${name} ${surname}`), foldText(`${surname} ${name}`)];
  return [`P${seq}`, name, surname, `p${seq}@example.com`, chance.upTo(UNIT_COUNT), ...folded];
}

function visitor(seq: number, chance: Chance) {
  const [name, surname] = [chance.name(), chance.surname()];
  const [company, email, phone] = [
    `Company ${chance.upTo(5000)}`,
    `v${seq}@example.com`,
    `+420 ${chance.digits(9)}`,
  ];
  const document = seq % 2 === 0 ? `D${String(seq).padStart(9, '0')}` : null;
  const day = new Date(NOW.getTime() - chance.upTo(20_000) * DAY_MS).toISOString();
  const known = document === null ? [null, null, null] : [document, 'CZ', 1];
  return [
    chance.guid(),
    name,
    surname,
    day.slice(0, 10),
    company,
    email,
    phone,
    null,
    ...known,
    day,
    null,
    foldText(surname),
    foldText(name),
    foldText(email),
    foldText([name, surname, company, email, phone, document ?? ''].join(' ')),
  ];
}
