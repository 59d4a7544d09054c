import { createHash } from 'node:crypto';
import { rows } from '../src/app.rows';
import { openDatabase } from '../src/database';
import { foldText } from '../src/shared/fold-text';
import { plateKey } from '../src/visits/domain/plate';
import { everyPrivilege } from '../src/auth/domain/user';
import { Chance } from './chance';
import { Connection } from './connection';

/** How much there is. */
export interface Amounts {
  persons: number;
  visitors: number;
  visits: number;
}

/** Told now and then how many of how many rows are written. */
export type Progress = (done: number, total: number) => void;

/** Who may do everything there, with a key of no secret. */
export const benchUser = { login: 'bench', key: 'YmVuY2htYXJrLWtleS0xNg==' };

/** The end of the time that the data is about. */
export const NOW = new Date('2026-11-23T12:00:00.000Z');
const DAY_MS = 86_400_000;
const CHUNK = 10_000;

/** Rows as arrays of column values, written in chunks. */
interface Table {
  name: string;
  columns: string;
  count: number;
  row: (seq: number) => (string | number | null)[];
}

/**
 * Makes a database of a large site: three years of visits up to `NOW`, nearly all of them over. The same seed makes the
 * same data.
 */
export async function generate(
  file: string,
  amounts: Amounts,
  seed: number,
  progress: Progress,
): Promise<void> {
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
  } finally {
    await connection.close();
  }
}

const FOLDERS = 9;
const unitCount = FOLDERS + FOLDERS ** 2 + FOLDERS ** 3;

function tablesOf({ persons, visitors, visits }: Amounts, chance: Chance): Table[] {
  return [
    { name: 'user', columns: userColumns, count: 1, row: () => user() },
    {
      name: 'org_unit',
      columns: 'structure, title, description, parent_unit, type, shortcut, changed_at, search_text',
      count: unitCount,
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
      count: 2000,
      row: seq => [seq.toString(16).toUpperCase(), `V-${String(seq).padStart(4, '0')}`, 2, 3, 0],
    },
    ...visitTables({ persons, visitors, visits }, chance),
  ];
}

function visitTables(amounts: Amounts, chance: Chance): Table[] {
  const { visits } = amounts;
  return [
    {
      name: 'visit',
      columns:
        'id, version, state, is_planned, reason, valid_from, valid_to, changed_at, entry_code, created_by, visitor_seq, visit_type_seq, visited_person_seq, visited_unit_seq, vehicle_plate, vehicle_type, vehicle_model, vehicle_description, vehicle_plate_key',
      count: visits,
      row: seq => visit(seq, amounts, chance),
    },
    {
      name: 'visit_history',
      columns:
        'visit_seq, at, command, from_state, to_state, reason, reason_code, login, address, request_id',
      count: visits,
      row: seq => [seq, NOW.toISOString(), 'create', null, 0, '', null, 'reception', '10.0.0.5', `r-${seq}`],
    },
  ];
}

const userColumns =
  'id, login, key_digest, blocked, ip_filter, privileges, record_permissions, created_at, updated_at';

function user() {
  const digest = createHash('sha256').update(benchUser.key).digest('hex');
  const rights = JSON.stringify(everyPrivilege);
  return ['user-1', benchUser.login, digest, 0, '', rights, '{}', NOW.toISOString(), NOW.toISOString()];
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
  return [`P${seq}`, name, surname, `p${seq}@example.com`, chance.upTo(unitCount), ...folded];
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

/** Every visit but the newest is over; those are planned, waiting or in the area. */
function visit(seq: number, { persons, visitors, visits }: Amounts, chance: Chance) {
  const age = visits - seq;
  const from = new Date(NOW.getTime() - (age / visits) * 3 * 365 * DAY_MS - chance.upTo(DAY_MS));
  const state = age < Math.min(7000, visits / 10) ? chance.upTo(7) - 1 : chance.upTo(20) === 1 ? 8 : 7;
  const plate = chance.upTo(3) === 1 ? `${chance.upTo(9)}A${chance.letter()} ${chance.digits(4)}` : null;
  const to = new Date(from.getTime() + chance.upTo(DAY_MS));
  return [
    chance.guid(),
    1,
    state,
    chance.upTo(2) - 1,
    'spare parts',
    from.toISOString(),
    to.toISOString(),
    to.toISOString(),
    state < 7 ? String(age).padStart(6, '0') : null,
    `user-${chance.upTo(30)}`,
    chance.upTo(visitors),
    chance.upTo(8),
    chance.upTo(persons),
    chance.upTo(unitCount),
    plate,
    plate === null ? null : 1,
    plate === null ? null : '',
    plate === null ? null : '',
    plate === null ? null : plateKey(plate),
  ];
}
