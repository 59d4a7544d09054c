import { Choice, Instant, List, Nested, Paging, Text } from '../../http/fields';
import { Visitor } from '../../visitors';
import { type RejectReason, rejectReasons } from '../domain/move';
import { type VisitState, visitStates } from '../../shared/visit';
import { type StepCommand, stepCommands } from '../domain/visit-state';
import { VisitDto } from './visit.dto';

export class VisitorGetByDocResp {
  @Nested(() => Visitor, { description: 'Null: nobody on file', required: false }) Visitor: Visitor | null;
  @Nested(() => VisitDto, {
    description: 'The newest visit that the caller may view; null when there is none',
    required: false,
  })
  LastVisit: VisitDto | null;
}

export class HistoryStep {
  @Instant({ description: 'When', example: '2026-11-23T15:46:00.000Z' }) Time: Date;
  @Choice(stepCommands, { description: 'The command', example: 'create' }) Command: StepCommand;
  @Choice(visitStates, { description: 'State before; null for the first step', required: false })
  FromState: VisitState | null;
  @Choice(visitStates, { description: 'State after', example: 0 }) ToState: VisitState;
  @Text({ description: 'Reason given', required: false, max: 4000, example: 'Delivery of spare parts' })
  Reason: string | null;
  @Choice(rejectReasons, { description: 'Of reject: why', required: false })
  ReasonCode: RejectReason | null;
  @Text({ description: 'Login of who did it', max: 100, example: 'reception' }) UserLogin: string;
  @Text({ description: 'Client address it came from', max: 45, example: '10.0.0.5' }) Address: string;
  @Text({ description: 'RequestId of the call', max: 128, example: '0d6a3f6e' }) RequestId: string;
}

export class HistoryResp {
  @List(() => HistoryStep, { description: 'Steps of the visit, first one first', item: 'Step' })
  History: HistoryStep[];
  @Nested(() => Paging, { description: 'Where in the list this is' }) Paging: Paging;
}

/** Signed with a key that signs nothing else. */
const PASS =
  'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJnYXRlaG91c2UiLCJhdWQiOiJnYXRlaG91c2UtcGFzcyIsInN1YiI6IjVkMGFkOWE2LTU5ZjUtNGY2Zi' +
  '04ZjBhLTBhNmQ2YjJmNGIxMSIsIm5iZiI6MTc5NTQyNDQwMCwiZXhwIjoxNzk1NDc4NDAwfQ' +
  '.SuYTErWWyuY5fUyZbt_-4q99C2cwN2duKn71EldVHr5zkkU8nKwXGK6HCV1DuTehoUc5tUAJ_FcdJ39-zQRbCQ';

export class EntryCodeResp {
  @Text({
    description: 'Six digits; null once the visit is over',
    required: false,
    max: 6,
    example: '042317',
  })
  IdentifierEntryCode: string | null;
  @Text({
    description: 'Text to put in a QR picture: a signed pass, a compact JWS; null once the visit is over',
    required: false,
    max: 400,
    example: PASS,
  })
  IdentifierEntryCodeQR: string | null;
}
