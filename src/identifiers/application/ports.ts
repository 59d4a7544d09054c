import type { IdentifierStatus, IdentifierView } from '../../shared/identifier';
import type { Listed, Page } from '../../shared/page';
import type { IdentifierData } from '../domain/identifier-data';

/** Filter of a list of cards. Null: no condition. */
export interface IdentifierFilter {
  readonly status: IdentifierStatus | null;
  readonly technology: number | null;
  readonly type: number | null;
  /** Prefix of the normalised internal number, or of the registration number (case-sensitive). */
  readonly text: string | null;
  /** Id of the user who entered the cards. */
  readonly createdBy: string | null;
}

/** Stored cards. Every change is one transaction. */
export abstract class IdentifierRepository {
  /** By registration number, then internal number. */
  abstract list(filter: IdentifierFilter, page: Page): Promise<Listed<IdentifierView>>;
  abstract find(internalNr: string): Promise<IdentifierData | undefined>;
  /** `createdBy` is null for a card that no user has entered. @throws AppError IdentifierExists */
  abstract add(identifier: IdentifierData, createdBy: string | null): Promise<IdentifierView>;
  /**
   * @param decide returns the new state for the stored one; if it throws, nothing is changed
   * @throws AppError IdentifierNotFound
   */
  abstract change(
    internalNr: string,
    decide: (stored: IdentifierData & { readonly createdBy: string | null }) => IdentifierData,
  ): Promise<IdentifierView>;
}
