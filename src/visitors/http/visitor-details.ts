import type { ActivityData, DocumentData, VisitorData } from '../../shared/visitor';
import type { ClearableMember, VisitorChanges, VisitorFilter } from '../application/ports';
import { refuseBoth } from '../../http/fields';
import { clearable, type VisitorsQuery } from './visitor-requests.dto';
import type { IdentityDocument, Visitor, VisitorActivity, VisitorChange } from './visitor.dto';

/** The visitor of a request, for use cases. */
export function visitorOf(visitor: Visitor): VisitorData {
  return {
    id: visitor.VisitorId ?? null,
    name: visitor.Name,
    surname: visitor.Surname,
    dateOfBirth: visitor.DateOfBirth ?? null,
    company: visitor.Company ?? '',
    email: visitor.Email ?? '',
    phoneNumber: visitor.PhoneNumber ?? '',
    language: visitor.Language ?? null,
    document: visitor.Document ? documentOf(visitor.Document) : null,
  };
}

/** The changes of a request. */
export function changesOf(visitor: VisitorChange): VisitorChanges {
  return {
    name: visitor.Name ?? null,
    surname: visitor.Surname ?? null,
    dateOfBirth: visitor.DateOfBirth ?? null,
    company: visitor.Company ?? null,
    email: visitor.Email ?? null,
    phoneNumber: visitor.PhoneNumber ?? null,
    language: visitor.Language ?? null,
    document: visitor.Document ? documentOf(visitor.Document) : null,
  };
}

/** The members to clear. @throws AppError BadParameters for a member that is also given */
export function clearedOf(
  visitor: VisitorChange,
  cleared: readonly (keyof typeof clearable)[],
): ClearableMember[] {
  refuseBoth(visitor, cleared, 'Visitor.');
  return cleared.map(name => clearable[name]);
}

export function filterOf({ Text, DocNumber, Email }: VisitorsQuery): VisitorFilter {
  return { text: orNull(Text), docNumber: orNull(DocNumber), email: orNull(Email) };
}

/** An empty text is no condition. */
function orNull(text: string | null | undefined): string | null {
  return text === '' ? null : (text ?? null);
}

export function documentOf({ DocNumber, State, DocType }: IdentityDocument): DocumentData {
  return { number: DocNumber, state: State, type: DocType };
}

export function activityOf(activity: VisitorActivity): ActivityData {
  return {
    activityType: activity.ActivityType.Title,
    validTo: activity.ValidTo,
    description: activity.Description ?? '',
    attachment: activity.Attachment ?? null,
  };
}
