/** What a pass says: this visit, at this site, in this window. Nothing of a person. */
export interface Pass {
  readonly visitId: string;
  /** Name of the site that signed it. */
  readonly site: string;
  readonly validFrom: Date;
  /** The first instant at which it holds no more. */
  readonly expires: Date;
}

export type PassState = 'not yet valid' | 'valid now' | 'expired';

/** What a pass is made of. */
export interface PassedVisit {
  readonly id: string;
  readonly validFrom: Date;
  /** The last instant. */
  readonly validTo: Date;
}

/** The pass of a visit, to the second: never shorter than the visit, and longer by less than a second at either end. */
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
