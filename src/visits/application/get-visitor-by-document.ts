import { Injectable } from '@nestjs/common';
import { type Caller, holds, mayViewVisit } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import { foldText } from '../../shared/fold-text';
import type { DocumentData, VisitorData } from '../../shared/visitor';
import { VisitorLookup, VisitRepository, type VisitView } from './ports';

/** What is read from a document that is shown. */
export interface ShownDocument {
  readonly document: DocumentData;
  readonly name: string;
  readonly surname: string;
  readonly dateOfBirth: string | null;
}

export interface KnownVisitor {
  readonly visitor: VisitorData | null;
  readonly lastVisit: VisitView | null;
}

@Injectable()
export class GetVisitorByDocument {
  constructor(
    private readonly visitors: VisitorLookup,
    private readonly visits: VisitRepository,
  ) {}

  /**
   * The visitor of a document, and the newest of the visits that the caller may view. Both are null when the name or the
   * date of birth differs: a document number alone does not identify its owner.
   * @throws AppError VisitorsViewPermission
   */
  async execute(caller: Caller, shown: ShownDocument): Promise<KnownVisitor> {
    const found = await this.visitors.findByDocument(shown.document, caller);
    if (!found || !agree(found.visitor, shown)) return { visitor: null, lastVisit: null };
    const { visitor, mayView } = found;
    if (!mayView) throw new AppError('VisitorsViewPermission', visitor.id);
    const lastVisit = holds(caller, 'Visits', 'View')
      ? await this.visits.findNewest(visitor.id, visit => mayViewVisit(caller, visit))
      : undefined;
    return { visitor, lastVisit: lastVisit ?? null };
  }
}

/** A date of birth that is missing on either side is no contradiction. */
function agree(visitor: VisitorData, { name, surname, dateOfBirth }: ShownDocument): boolean {
  if (dateOfBirth !== null && visitor.dateOfBirth !== null && dateOfBirth !== visitor.dateOfBirth)
    return false;
  return isSameName(visitor.name, name) && isSameName(visitor.surname, surname);
}

function isSameName(one: string, other: string): boolean {
  return foldText(one).trim() === foldText(other).trim();
}
