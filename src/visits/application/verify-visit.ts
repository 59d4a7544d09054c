import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import type { DocumentData } from '../../shared/visitor';
import { AdmissionWindow } from '../domain/admission-window';
import type { Occasion } from '../domain/move';
import { MoveVisit, type VisitFor } from './move-visit';
import { EntryCodeTries, PassSigner, VisitFacts } from './ports';
import type { VisitAnswer } from './visit-answer';

/** How the identity was checked. */
export type Proof =
  | { by: 'document'; document: DocumentData }
  | { by: 'entry code'; code: string }
  | { by: 'pass'; text: string }
  | { by: 'fingerprint' };

@Injectable()
export class VerifyVisit {
  constructor(
    private readonly moveVisit: MoveVisit,
    private readonly facts: VisitFacts,
    private readonly tries: EntryCodeTries,
    private readonly window: AdmissionWindow,
    private readonly passes: PassSigner,
  ) {}

  /** @throws AppError RateExceeded, VisitCannotMove, IdentityNotVerified, DocumentOfAnother, and as `MoveVisit` */
  execute(
    caller: Caller,
    { visitId, reason, proof }: { visitId: string; reason: string | null; proof: Proof },
  ): Promise<VisitAnswer> {
    const verify = () =>
      this.moveVisit.execute(caller, visitId, 'verify', (visit, at) =>
        this.verify(caller, visit, proof, { at, reason }),
      );
    return proof.by === 'entry code' || proof.by === 'pass' ? this.guess(caller, visitId, verify) : verify();
  }

  /**
   * Takes a try before anything is looked at. So many requests at once cannot exceed the limit, and a caller without
   * tries learns nothing about the code or the visit. Only a wrong code costs a try. After too many wrong codes for one
   * visit, from any caller, the right code is refused too: then the desk verifies by document, or waits.
   */
  private async guess(
    caller: Caller,
    visitId: string,
    verify: () => Promise<VisitAnswer>,
  ): Promise<VisitAnswer> {
    const { userId, address } = caller;
    const taken = await this.tries.take({ userId, address, visitId });
    if ('retryAfterSeconds' in taken) {
      const error = new AppError('RateExceeded', caller.login);
      error.retryAfterSeconds = taken.retryAfterSeconds;
      throw error;
    }
    const answer = await verify().catch(async (error: unknown) => {
      if (!isWrongCode(error)) await taken.giveBack();
      throw error;
    });
    await taken.giveBack();
    return answer;
  }

  private async verify(
    caller: Caller,
    visit: VisitFor<'verify'>,
    proof: Proof,
    occasion: Occasion,
  ): Promise<void> {
    if (proof.by === 'entry code') visit.verifyByEntryCode(proof.code, occasion, this.window);
    else if (proof.by === 'pass')
      visit.verifyByEntryCode(await this.passes.read(proof.text), occasion, this.window);
    else if (proof.by === 'fingerprint') visit.verifyByFingerprint(occasion);
    else {
      const { document } = proof;
      const onFile = await this.facts.documentOf(visit.id);
      const keeping = onFile ? 'not kept' : await this.facts.keepingOf(visit.id, document, caller);
      visit.verifyByDocument(document, onFile, occasion, keeping);
    }
  }
}

function isWrongCode(error: unknown): boolean {
  return error instanceof AppError && error.code === 'IdentityNotVerified';
}
