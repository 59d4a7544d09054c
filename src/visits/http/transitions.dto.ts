import { errorCatalogue } from '../../shared/errors/error-catalogue';
import { Choice, Flag, Guid, Integer, List, Text } from '../../http/fields';
import { type ClearanceKind, clearanceKinds } from '../application/foresee-visit';
import { type VisitState, visitStates } from '../../shared/visit';
import { type VisitCommand, visitCommands } from '../domain/visit-state';

export class TransitionClearance {
  @Choice(clearanceKinds, { description: 'What it is', example: 'activity' }) Kind: ClearanceKind;
  @Text({
    description:
      'Name of the command, title of the activity, PersonId of who is to confirm (empty: anybody), instant in UTC, or which right',
    max: 200,
    example: 'Safety training',
  })
  Name: string;
}

export class Transition {
  @Choice(visitCommands, { description: 'The command, as in visit/{Command}', example: 'enter' })
  Command: VisitCommand;
  @Flag({ description: 'Whether it would be carried out now', example: false }) Allowed: boolean;
  @Choice(visitStates, { description: 'State that it would lead to', required: false, example: null })
  ToState: VisitState | null;
  @Integer({
    description: 'Error number that it would get',
    required: false,
    min: 0,
    max: 9999,
    example: errorCatalogue.VisitCannotMove.number,
  })
  Code: number | null;
  @Text({ description: 'Text of that error', required: false, max: 4000, example: null }) Message:
    string | null;
  @List(() => TransitionClearance, {
    description: 'What would clear the way: into the command, or past the check; empty where nothing would',
    item: 'Clearance',
  })
  ClearedBy: TransitionClearance[];
}

export class TransitionsResp {
  @Guid({ description: 'The visit', example: '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11' }) VisitId: string;
  @Choice(visitStates, { description: 'State of the visit', example: 3 }) State: VisitState;
  @List(() => Transition, { description: 'Every command on a visit', item: 'Transition' })
  Transitions: Transition[];
}
