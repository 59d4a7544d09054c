import { plateKey } from '../src/visits/domain/plate';
import { type Amounts, DAY_MS, NOW, UNIT_COUNT } from './amounts';
import type { Chance } from './chance';
import { Connection, type Table } from './connection';

/** The number of possible entry codes. */
export const ENTRY_CODES = 1_000_000;
/** Coprime to their number, so that every code appears once, in scattered order. */
const CODE_STEP = 618_033;
const VISITS_PER_CARD = 4;

/** The number of cards held by so many open visits. */
export const cardsHeld = (open: number) => Math.floor(open / VISITS_PER_CARD);

export const handOutCards =
  'UPDATE identifier SET held_by = visit.id FROM visit WHERE visit.identifier_seq = identifier.seq AND visit.state = 5';

/**
 * Resets ended visits to state 5, as generated, while the service is idle. For files in which every visit was open.
 */
export async function renewVisits(file: string): Promise<void> {
  const connection = new Connection(file);
  try {
    await connection.run(
      `UPDATE visit SET state = 5, version = version + 1, entry_code = printf('%06d', seq * ${CODE_STEP} % ${ENTRY_CODES})
       WHERE state = 7`,
    );
    await connection.run(`DELETE FROM visit_history WHERE command = 'end'`);
    await connection.run(handOutCards);
  } finally {
    await connection.close();
  }
}

export function visitTables(amounts: Amounts, chance: Chance): Table[] {
  const { visits } = amounts;
  return [
    {
      name: 'visit',
      columns:
        'id, version, state, is_planned, reason, valid_from, valid_to, moved_at, changed_at, change_number, entry_code, created_by, visitor_seq, visit_type_seq, visited_person_seq, visited_unit_seq, identifier_seq, vehicle_plate, vehicle_type, vehicle_model, vehicle_description, vehicle_plate_key',
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

function visit(seq: number, amounts: Amounts, chance: Chance) {
  const { persons, visitors, visits } = amounts;
  const age = visits - seq;
  const from = new Date(NOW.getTime() - (age / visits) * 3 * 365 * DAY_MS - chance.upTo(DAY_MS));
  const { state, code, card } = stateOf(seq, amounts, chance);
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
    to.toISOString(),
    seq,
    code,
    `user-${chance.upTo(30)}`,
    chance.upTo(visitors),
    chance.upTo(8),
    chance.upTo(persons),
    chance.upTo(UNIT_COUNT),
    card,
    plate,
    plate === null ? null : 1,
    plate === null ? null : '',
    plate === null ? null : '',
    plate === null ? null : plateKey(plate),
  ];
}

interface Standing {
  state: number;
  code: string | null;
  card: number | null;
}

/** Without a number of open visits, all but the newest are over; the newest are planned, waiting or in the area. */
function stateOf(seq: number, { visits, open }: Amounts, chance: Chance): Standing {
  const over = () => ({ state: chance.upTo(20) === 1 ? 8 : 7, code: null, card: null });
  if (open === undefined) {
    const age = visits - seq;
    const isNew = age < Math.min(7000, visits / 10);
    return isNew ? { state: chance.upTo(7) - 1, code: entryCode(age), card: null } : over();
  }
  // Its index among the open visits, if it is open.
  const nth = Math.floor((seq * open) / visits);
  if (nth === Math.floor(((seq - 1) * open) / visits)) return over();
  const card = nth % VISITS_PER_CARD === 0 ? nth / VISITS_PER_CARD : null;
  return { state: 5, code: entryCode(nth), card };
}

const entryCode = (nth: number) => String((nth * CODE_STEP) % ENTRY_CODES).padStart(6, '0');
