import { Injectable } from '@nestjs/common';
import {
  type Caller,
  holds,
  mayTouch,
  mayTouchRecord,
  mayViewVisit,
  permissionOf,
} from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import { IdentifierStatus } from '../../shared/identifier';
import type { ShownVisitor, VisitorData, VisitorMatch } from '../../shared/visitor';
import type { Visit } from '../domain/visit';
import { finalStates } from '../domain/visit-state';
import {
  type AddedVisit,
  VisitorLookup,
  VisitRepository,
  type VisitView,
  type VisitWithPrevious,
} from './ports';

/** A visit as a caller is shown it. */
export type ShownVisit = Omit<VisitView, 'visitor'> & { readonly visitor: ShownVisitor };

/** What every action on a visit answers: the visit as it is now, and the visitor's one before. */
export interface VisitAnswer {
  readonly visit: ShownVisit;
  /** Null also where the caller may not see it. */
  readonly lastVisit: ShownVisit | null;
}

/** The answer to a new visit: also why it is for this visitor. */
export interface BegunVisit extends VisitAnswer {
  /** Null where the caller may not view the visitor: the answer must not reveal whether the visitor was on file. */
  readonly visitorMatch: VisitorMatch | null;
}

/** Builds the answers that a caller may see. */
@Injectable()
export class VisitAnswers {
  constructor(
    private readonly visits: VisitRepository,
    private readonly visitors: VisitorLookup,
  ) {}

  /** After a change that the caller was allowed to make. */
  async afterChange(caller: Caller, stored: VisitWithPrevious): Promise<VisitAnswer> {
    const mayView = await this.mayViewStored(caller, stored);
    return answer(caller, stored, mayView ? onFile : nameOf);
  }

  /** After a new visit. A caller who may not view the visitor gets back the visitor that was sent. */
  async afterBeginning(
    caller: Caller,
    { stored, match }: AddedVisit,
    sent: VisitorData,
  ): Promise<BegunVisit> {
    if (await this.mayViewStored(caller, stored))
      return { ...answer(caller, stored, onFile), visitorMatch: match };
    return { ...answer(caller, stored, () => sent), visitorMatch: null };
  }

  /**
   * Builds the answer from the view loaded before the command and what the moves changed, so that the visit is not read
   * again.
   */
  afterMoves(
    caller: Caller,
    { visit: view, previous }: VisitWithPrevious,
    visit: Visit,
  ): Promise<VisitAnswer> {
    const moved = visit.snapshot();
    const shown = visit.moves.find(({ document }) => document)?.document;
    const { visitor, identifier } = view;
    const isBack = finalStates.includes(moved.state) && identifier?.isHeld;
    return this.afterChange(caller, {
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
    const found = await this.found(caller, visitId);
    const mayView = await this.mayViewVisitor(caller, found.visit);
    return answer(caller, found, mayView ? onFile : nameOf);
  }

  /** @throws AppError VisitNotExists, VisitsViewPermission */
  async viewable(caller: Caller, visitId: string): Promise<VisitView> {
    return (await this.found(caller, visitId)).visit;
  }

  private async found(caller: Caller, visitId: string): Promise<VisitWithPrevious> {
    const found = await this.visits.find(visitId);
    if (!found) throw new AppError('VisitNotExists');
    if (!mayTouch(caller, 'View', found.visit)) throw new AppError('VisitsViewPermission');
    return found;
  }

  /** A stored change is never answered by an error: when the permission cannot be read, less is shown. */
  private mayViewStored(caller: Caller, { visit }: VisitWithPrevious): Promise<boolean> {
    return this.mayViewVisitor(caller, visit).catch(() => false);
  }

  /** Reads only when the caller may view the visitors of some units; everything else was read with the visit. */
  private async mayViewVisitor(caller: Caller, { visitor }: VisitView): Promise<boolean> {
    if (!holds(caller, 'Visitors', 'View')) return false;
    const { id, createdBy } = visitor;
    if (typeof permissionOf(caller, 'Visitors', 'View') !== 'string')
      return this.visitors.isPermitted(id, caller);
    return mayTouchRecord(caller, 'Visitors', 'View', { createdBy, structures: [] });
  }
}

/** How a visitor is shown. */
type Showing = (visitor: VisitView['visitor']) => ShownVisitor;

const onFile: Showing = visitor => visitor;

/** As a list of visits shows it. */
const nameOf: Showing = ({ id, name, surname }) => ({
  ...{ id, name, surname, dateOfBirth: null, company: null, email: null },
  ...{ phoneNumber: null, language: null, document: null },
});

function answer(caller: Caller, { visit, previous }: VisitWithPrevious, showing: Showing): VisitAnswer {
  return {
    visit: { ...visit, visitor: showing(visit.visitor) },
    lastVisit:
      previous && mayViewVisit(caller, previous) ? { ...previous, visitor: showing(previous.visitor) } : null,
  };
}

/** A lost card stays lost. */
function givenBack(card: NonNullable<VisitView['identifier']>): VisitView['identifier'] {
  const { Free, Assigned } = IdentifierStatus;
  return { ...card, isHeld: false, status: card.status === Assigned ? Free : card.status };
}
