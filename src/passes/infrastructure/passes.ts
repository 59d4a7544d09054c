import type { KeyObject } from 'node:crypto';
import { type Pass, type PassedVisit, passOf } from '../domain/pass';
import { readPass, signPass } from './signed-pass';
import { publicPemOf } from './stored-pass-key';

/** Signs the passes of one site. */
export class Passes {
  constructor(
    private readonly key: KeyObject,
    private readonly site: string,
  ) {}

  /** Reads a pass; undefined if this site did not sign it. */
  async read(text: string): Promise<Pass | undefined> {
    const reading = await readPass(text, publicPemOf(this.key));
    return reading.kind === 'signed' ? reading.pass : undefined;
  }

  /** The text of a pass. Deterministic for a visit and its window. */
  sign(visit: PassedVisit): Promise<string> {
    return signPass(passOf(visit, this.site), this.key);
  }
}
