/** The content of a pass: visit, site and window. It has no personal data. */
export interface Pass {
  readonly visitId: string;
  /** The name of the signing site. */
  readonly site: string;
  readonly validFrom: Date;
  /** Valid until this instant, exclusive. */
  readonly expires: Date;
}

export type PassState = 'not yet valid' | 'valid now' | 'expired';

/** The members of a visit that a pass needs. */
export interface PassedVisit {
  readonly id: string;
  readonly validFrom: Date;
  /** The last valid instant. */
  readonly validTo: Date;
}

/** The pass of a visit, in whole seconds: it covers the visit, and less than a second more at either end. */
export function passOf({ id, validFrom, validTo }: PassedVisit, site: string): Pass {
  const second = (instant: Date) => Math.floor(instant.getTime() / 1000);
  return {
    visitId: id,
    site,
    validFrom: new Date(second(validFrom) * 1000),
    expires: new Date((second(validTo) + 1) * 1000),
  };
}

export function passState({ validFrom, expires }: Pass, at: Date): PassState {
  if (at < validFrom) return 'not yet valid';
  return at < expires ? 'valid now' : 'expired';
}
