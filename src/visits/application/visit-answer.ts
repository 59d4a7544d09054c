import { Injectable } from '@nestjs/common';
import { type Caller, mayTouch } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import type { VisitorMatch } from '../../shared/visitor';
import { Visit } from '../domain/visit';
import { finalStates } from '../domain/visit-state';
import { type VisitView, VisitViews, type VisitWithPrevious } from './ports';

/** What every action on a visit answers: the visit as it is now, and the visitor's one before. */
export interface VisitAnswer {
  readonly visit: VisitView;
  /** Null also where the caller may not see it. */
  readonly lastVisit: VisitView | null;
}

/** What beginning a visit answers: also why it is for this visitor. */
export interface BegunVisit extends VisitAnswer {
  readonly visitorMatch: VisitorMatch;
}

/** Status of a card (`IdentifierView`). */
const FREE = 0;
const ASSIGNED = 1;

/** Reads back what a caller gets to see. */
@Injectable()
export class VisitAnswers {
  constructor(private readonly views: VisitViews) {}

  /** After a change that the caller was allowed to make. @throws AppError VisitGone when it was erased meanwhile */
  async afterChange(caller: Caller, visitId: string): Promise<VisitAnswer> {
    const found = await this.views.find(visitId);
    if (!found) throw new AppError('VisitGone');
    return answer(caller, found);
  }

  /**
   * After moves that were stored, and that change nothing of what the visit is about: what was found before them, with
   * what they have changed.
   */
  afterMoves(caller: Caller, { visit: view, previous }: VisitWithPrevious, visit: Visit): VisitAnswer {
    const moved = visit.snapshot();
    const shown = visit.moves.find(({ document }) => document)?.document;
    const { visitor, identifier } = view;
    const isBack = finalStates.includes(moved.state) && identifier?.isHeld;
    return answer(caller, {
      visit: {
        ...view,
        ...moved,
        // A save counts one on.
        version: moved.version + Math.sign(visit.moves.length),
        visitor: shown ? { ...visitor, document: shown } : visitor,
        identifier: isBack ? givenBack(identifier) : identifier,
      },
      previous,
    });
  }

  /** @throws AppError VisitNotExists, VisitsViewPermission */
  async view(caller: Caller, visitId: string): Promise<VisitAnswer> {
    const found = await this.views.find(visitId);
    if (!found) throw new AppError('VisitNotExists');
    if (!mayTouch(caller, 'View', found.visit)) throw new AppError('VisitsViewPermission');
    return answer(caller, found);
  }

  /** @throws AppError VisitNotExists, VisitsViewPermission */
  async viewable(caller: Caller, visitId: string): Promise<VisitView> {
    return (await this.view(caller, visitId)).visit;
  }
}

function answer(caller: Caller, { visit, previous }: VisitWithPrevious): VisitAnswer {
  return { visit, lastVisit: previous && mayTouch(caller, 'View', previous) ? previous : null };
}

/** A lost card stays lost, whoever had it. */
function givenBack(card: NonNullable<VisitView['identifier']>): VisitView['identifier'] {
  return { ...card, isHeld: false, status: card.status === ASSIGNED ? FREE : card.status };
}

/** The visit that is shown, to be moved. */
export function visitOf(view: VisitView): Visit {
  const { id, version, state, createdBy, structure, approvedBy, entryCode, validFrom, validTo } = view;
  return Visit.restore({
    id,
    version,
    state,
    createdBy,
    structure,
    approvedBy,
    entryCode,
    validFrom,
    validTo,
  });
}
