/** A card as every feature shows it. */
export interface IdentifierView {
  readonly internalNr: string;
  readonly registrationNr: string;
  /** 0 to 5, the origin's values. */
  readonly technology: number;
  /** 3: visiting card. */
  readonly type: number;
  /** 0 free, 1 assigned, 2 lost. */
  readonly status: number;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
}
