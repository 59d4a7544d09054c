import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import type { DocumentData } from '../../shared/visitor';
import type { Occasion, Visit } from '../domain/visit';
import { MoveVisit } from './move-visit';
import { VisitFacts } from './ports';
import type { VisitAnswer } from './visit-answer';

/** How the identity was checked. */
export type Proof =
  { by: 'document'; document: DocumentData } | { by: 'entry code'; code: string } | { by: 'fingerprint' };

@Injectable()
export class VerifyVisit {
  constructor(
    private readonly moveVisit: MoveVisit,
    private readonly facts: VisitFacts,
  ) {}

  /** @throws AppError VisitCannotMove, IdentityNotVerified, DocumentOfAnother, and as `MoveVisit` */
  execute(
    caller: Caller,
    { visitId, reason, proof }: { visitId: string; reason: string | null; proof: Proof },
  ): Promise<VisitAnswer> {
    return this.moveVisit.execute(caller, visitId, 'Edit', (visit, at) =>
      this.verify(visit, proof, { at, reason }),
    );
  }

  private async verify(visit: Visit, proof: Proof, occasion: Occasion): Promise<void> {
    if (proof.by === 'entry code') visit.verifyByEntryCode(proof.code, occasion);
    else if (proof.by === 'fingerprint') visit.verifyByFingerprint(occasion);
    else visit.verifyByDocument(proof.document, await this.facts.documentOf(visit.id), occasion);
  }
}
