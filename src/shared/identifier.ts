import { enumeration } from './enumeration';

/** Status of a card, with the values of the contract. */
export const IdentifierStatus = { Free: 0, Assigned: 1, Lost: 2 } as const;

export type IdentifierStatus = (typeof IdentifierStatus)[keyof typeof IdentifierStatus];

export const identifierStatuses = enumeration('IdentifierStatus', 'Status of a card', IdentifierStatus, {
  Free: 'can be given to a visit',
  Assigned: 'a visit has it',
  Lost: 'was lost, and cannot be given to a visit',
});

/** A card as every feature shows it. */
export interface IdentifierView {
  readonly internalNr: string;
  readonly registrationNr: string;
  /** 0 to 5, as in the contract. */
  readonly technology: number;
  /** 3: visiting card. */
  readonly type: number;
  readonly status: IdentifierStatus;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
}
