import { IdentifierStore } from '../../src/identifiers';
import type { IdentifierFilter, IdentifierRepository } from '../../src/identifiers/application/ports';
import { newIdentifier } from '../../src/identifiers/domain/identifier-data';
import { TypeOrmIdentifierRepository } from '../../src/identifiers/infrastructure/type-orm-identifier.repository';
import { guid } from '../fakes/examples';
import { FakeIdentifierRepository } from '../fakes/fake-identifier.repository';
import { openOwn } from './visit-storage';
import { engineName } from '../support/engine';

interface Cards {
  readonly identifiers: IdentifierRepository;
  readonly close: () => Promise<void>;
}

const opened: readonly [string, () => Promise<Cards>][] = [
  [
    'fake',
    () => Promise.resolve({ identifiers: new FakeIdentifierRepository(), close: () => Promise.resolve() }),
  ],
  [
    engineName,
    async () => {
      const { database, close } = await openOwn();
      return { identifiers: new TypeOrmIdentifierRepository(database, new IdentifierStore()), close };
    },
  ],
];

const all: IdentifierFilter = { status: null, technology: null, type: null, text: null, createdBy: null };
const validFrom = new Date('2026-01-01T00:00:00.000Z');
const validTo = new Date('2027-01-01T00:00:00.000Z');

describe.each(opened)('IdentifierRepository (%s)', (_, open) => {
  let identifiers: IdentifierRepository;
  let close: () => Promise<void>;
  const numbers = async (filter: Partial<IdentifierFilter> = {}, page = { number: 1, size: 10 }) => {
    const { rows, total } = await identifiers.list({ ...all, ...filter }, page);
    return [total, ...rows.map(({ internalNr }) => internalNr)];
  };

  beforeEach(async () => {
    ({ identifiers, close } = await open());
    await identifiers.add(newIdentifier('B1', { registrationNr: 'V-2', technology: 1 }), guid(1));
    await identifiers.add(newIdentifier('A2', { registrationNr: 'V-2', type: 4 }), guid(2));
    await identifiers.add(newIdentifier('A1', { registrationNr: 'V-1', status: 2 }), guid(2));
    await identifiers.add(newIdentifier('C%', { registrationNr: 'v_1' }), guid(1));
  });
  afterEach(() => close());

  it('shows a card as it was added', async () => {
    const shown = await identifiers.add(newIdentifier('D', { validFrom, validTo, technology: 5 }), guid(1));
    const expected = { internalNr: 'D', registrationNr: '', technology: 5, type: 3, status: 0 };
    expect(shown).toMatchObject({ ...expected, validFrom, validTo });
  });

  it('finds a card by its number, also one that no user has entered', async () => {
    expect(await identifiers.find('A1')).toMatchObject({ internalNr: 'A1', lost: true, createdBy: guid(2) });
    expect(await identifiers.find('D')).toBeUndefined();
    await identifiers.add(newIdentifier('D', { validTo }), null);
    expect(await identifiers.find('D')).toMatchObject({ validFrom: null, validTo, createdBy: null });
  });

  it('adds no number twice', async () => {
    await expect(identifiers.add(newIdentifier('A1', {}), guid(1))).rejects.toMatchObject({
      code: 'IdentifierExists',
      message: 'Identifier [A1] already exists',
    });
    expect(await numbers()).toEqual([4, 'A1', 'A2', 'B1', 'C%']);
  });

  it('lists by registration number, then by internal number, page by page', async () => {
    expect(await numbers({}, { number: 1, size: 3 })).toEqual([4, 'A1', 'A2', 'B1']);
    expect(await numbers({}, { number: 2, size: 3 })).toEqual([4, 'C%']);
    expect(await numbers({}, { number: 3, size: 3 })).toEqual([4]);
  });

  it.each<[Partial<IdentifierFilter>, string[]]>([
    [{ status: 0 }, ['A2', 'B1', 'C%']],
    [{ status: 1 }, []],
    [{ status: 2 }, ['A1']],
    [{ technology: 1 }, ['B1']],
    [{ type: 4 }, ['A2']],
    [{ createdBy: guid(2) }, ['A1', 'A2']],
    [{ createdBy: guid(2), status: 0, text: 'V' }, ['A2']],
    [{ text: 'V-2' }, ['A2', 'B1']],
    [{ text: 'V' }, ['A1', 'A2', 'B1']],
    [{ text: '00a' }, ['A1', 'A2']],
    [{ text: 'V_' }, []],
    [{ text: '%' }, []],
    [{ text: 'c%' }, ['C%']],
    [{ text: '-2' }, []],
  ])('lists %j', async (filter, expected) => {
    expect(await numbers(filter)).toEqual([expected.length, ...expected]);
  });

  it('changes a card as is decided on what it is, and no other', async () => {
    const changed = await identifiers.change('A2', stored => {
      expect(stored).toMatchObject({ internalNr: 'A2', registrationNr: 'V-2', type: 4, createdBy: guid(2) });
      return { ...stored, registrationNr: 'V-9', lost: true, validTo };
    });
    expect(changed).toMatchObject({
      internalNr: 'A2',
      registrationNr: 'V-9',
      type: 4,
      status: 2,
      validFrom: null,
      validTo,
    });
    expect(await numbers({ status: 2 })).toEqual([2, 'A1', 'A2']);
    expect(await numbers({ createdBy: guid(2) })).toEqual([2, 'A1', 'A2']);
  });

  it('changes nothing when the decision is a refusal', async () => {
    const before = await identifiers.list(all, { number: 1, size: 10 });
    const refuse = () => {
      throw new Error('no');
    };
    await expect(identifiers.change('A2', refuse)).rejects.toThrow('no');
    expect(await identifiers.list(all, { number: 1, size: 10 })).toEqual(before);
  });

  it('finds no card that is not there', async () => {
    await expect(identifiers.change('F', stored => stored)).rejects.toMatchObject({
      code: 'IdentifierNotFound',
      message: 'Identifier [F] not found',
    });
  });
});
