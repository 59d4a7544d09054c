import type { KeyObject } from 'node:crypto';
import { type PassedVisit, passOf } from '../domain/pass';
import { signPass } from './signed-pass';

/** Signs the passes of one site. */
export class Passes {
  constructor(
    private readonly key: KeyObject,
    private readonly site: string,
  ) {}

  /** The text of a pass: always the same for the same visit and window. */
  sign(visit: PassedVisit): Promise<string> {
    return signPass(passOf(visit, this.site), this.key);
  }
}
