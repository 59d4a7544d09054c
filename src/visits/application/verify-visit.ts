import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import type { DocumentData } from '../../shared/visitor';
import type { Occasion, Visit } from '../domain/visit';
import { MoveVisit } from './move-visit';
import { EntryCodeTries, VisitFacts } from './ports';
import type { VisitAnswer } from './visit-answer';

/** How the identity was checked. */
export type Proof =
  { by: 'document'; document: DocumentData } | { by: 'entry code'; code: string } | { by: 'fingerprint' };

@Injectable()
export class VerifyVisit {
  constructor(
    private readonly moveVisit: MoveVisit,
    private readonly facts: VisitFacts,
    private readonly tries: EntryCodeTries,
  ) {}

  /** @throws AppError RateExceeded, VisitCannotMove, IdentityNotVerified, DocumentOfAnother, and as `MoveVisit` */
  execute(
    caller: Caller,
    { visitId, reason, proof }: { visitId: string; reason: string | null; proof: Proof },
  ): Promise<VisitAnswer> {
    const verify = () =>
      this.moveVisit.execute(caller, visitId, 'verify', (visit, at) =>
        this.verify(visit, proof, { at, reason }),
      );
    return proof.by === 'entry code' ? this.guess(caller, verify) : verify();
  }

  /**
   * A try is taken before anything is looked at, so that many at once are no way round, and who has none left learns
   * nothing, of the code nor of the visit. Only a wrong code costs it.
   */
  private async guess(caller: Caller, verify: () => Promise<VisitAnswer>): Promise<VisitAnswer> {
    const taken = await this.tries.take(`${caller.userId} ${caller.address}`);
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

  private async verify(visit: Visit, proof: Proof, occasion: Occasion): Promise<void> {
    if (proof.by === 'entry code') visit.verifyByEntryCode(proof.code, occasion);
    else if (proof.by === 'fingerprint') visit.verifyByFingerprint(occasion);
    else visit.verifyByDocument(proof.document, await this.facts.documentOf(visit.id), occasion);
  }
}

function isWrongCode(error: unknown): boolean {
  return error instanceof AppError && error.code === 'IdentityNotVerified';
}
