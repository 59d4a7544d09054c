/** What a pass says that a visitor shows. */
export interface ShownPass {
  readonly visitId: string;
  readonly validFrom: Date;
  /** The first instant at which it holds no more. */
  readonly expires: Date;
}

/** Whether it is a pass of this visit, and within its own time; the window of the visit may have changed since it was signed. */
export function passHolds(pass: ShownPass | undefined, visitId: string, at: Date): boolean {
  return pass?.visitId === visitId && pass.validFrom <= at && at < pass.expires;
}
