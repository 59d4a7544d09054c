import { errorCatalogue } from '../../shared/errors/error-catalogue';
import { Flag, Guid, Integer, List, Text } from '../../http/fields';

export class TransitionClearance {
  @Text({
    description:
      'command: to be given first; activity: to be recorded for the visitor; confirmation: of the person, by approve; privilege, recordPermission, setting: to be given by an administrator',
    max: 20,
    example: 'activity',
  })
  Kind: string;
  @Text({
    description:
      'Name of the command, title of the activity, PersonId of who is to confirm (empty: anybody), or which right',
    max: 200,
    example: 'Safety training',
  })
  Name: string;
}

export class Transition {
  @Text({ description: 'The command, as in visit/{Command}', max: 20, example: 'enter' }) Command: string;
  @Flag({ description: 'Whether it would be carried out now', example: false }) Allowed: boolean;
  @Integer({ description: 'State that it would lead to', required: false, min: 0, max: 8, example: null })
  ToState: number | null;
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
  @Integer({ description: 'State of the visit', min: 0, max: 8, example: 3 }) State: number;
  @List(() => Transition, { description: 'Every command on a visit', item: 'Transition' })
  Transitions: Transition[];
}
