import type { IdentifierStatus, IdentifierView } from '../../shared/identifier';
import type { Listed, Page } from '../../shared/page';
import type { IdentifierData } from '../domain/identifier-data';

/** Which cards a list holds. Null: whichever. */
export interface IdentifierFilter {
  readonly status: IdentifierStatus | null;
  readonly technology: number | null;
  readonly type: number | null;
  /** What the internal number begins with, as a card carries it, or the registration number, letter by letter. */
  readonly text: string | null;
  /** User id of who entered them. */
  readonly createdBy: string | null;
}

/** Cards as they are kept. Every change is one transaction. */
export abstract class IdentifierRepository {
  /** In the order of their registration numbers, then of their internal numbers. */
  abstract list(filter: IdentifierFilter, page: Page): Promise<Listed<IdentifierView>>;
  /** @throws AppError IdentifierExists */
  abstract add(identifier: IdentifierData, createdBy: string): Promise<IdentifierView>;
  /**
   * @param decide is shown the card as it is, and says what it becomes; whatever it throws, nothing is changed
   * @throws AppError IdentifierNotFound
   */
  abstract change(
    internalNr: string,
    decide: (stored: IdentifierData & { readonly createdBy: string | null }) => IdentifierData,
  ): Promise<IdentifierView>;
}
