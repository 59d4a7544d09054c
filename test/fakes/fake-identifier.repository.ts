import { type IdentifierFilter, IdentifierRepository } from '../../src/identifiers/application/ports';
import type { IdentifierData } from '../../src/identifiers/domain/identifier-data';
import { AppError } from '../../src/shared/errors/app-error';
import type { IdentifierView } from '../../src/shared/identifier';
import { type Listed, offsetOf, type Page } from '../../src/shared/page';

type Stored = IdentifierData & { readonly createdBy: string | null };

/** Cards that no visit has. */
export class FakeIdentifierRepository extends IdentifierRepository {
  private stored: readonly Stored[] = [];

  list(filter: IdentifierFilter, page: Page): Promise<Listed<IdentifierView>> {
    const rows = this.stored
      .filter(card => isMeant(card, filter))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .map(show);
    const first = offsetOf(page);
    return Promise.resolve({ rows: rows.slice(first, first + page.size), total: rows.length });
  }

  find(internalNr: string): Promise<IdentifierData | undefined> {
    return Promise.resolve(this.stored.find(card => card.internalNr === internalNr));
  }

  add(identifier: IdentifierData, createdBy: string | null): Promise<IdentifierView> {
    const { internalNr } = identifier;
    if (this.stored.some(card => card.internalNr === internalNr))
      return Promise.reject(new AppError('IdentifierExists', internalNr));
    this.stored = [...this.stored, { ...identifier, createdBy }];
    return Promise.resolve(show({ ...identifier, createdBy }));
  }

  change(internalNr: string, decide: (stored: Stored) => IdentifierData): Promise<IdentifierView> {
    return Promise.resolve().then(() => {
      const found = this.stored.find(card => card.internalNr === internalNr);
      if (!found) throw new AppError('IdentifierNotFound', internalNr);
      const changed = { ...decide(found), internalNr, createdBy: found.createdBy };
      this.stored = this.stored.map(card => (card === found ? changed : card));
      return show(changed);
    });
  }
}

function isMeant(card: Stored, { status, technology, type, text, createdBy }: IdentifierFilter): boolean {
  const number = text?.toUpperCase().replace(/^0+(?=.)/, '');
  return (
    (status === null || status === show(card).status) &&
    (technology === null || technology === card.technology) &&
    (type === null || type === card.type) &&
    (createdBy === null || createdBy === card.createdBy) &&
    (text === null || card.internalNr.startsWith(number ?? '') || card.registrationNr.startsWith(text))
  );
}

function show({ createdBy: _, lost, ...card }: Stored): IdentifierView {
  return { ...card, status: lost ? 2 : 0 };
}

function keyOf({ registrationNr, internalNr }: Stored): string {
  return `${registrationNr}\n${internalNr}`;
}
