import type { ActivityData, DocumentData, VisitorData } from '../../shared/visitor';
import type { IdentityDocument, Visitor, VisitorActivity } from './visitor.dto';

/** What a use case is told of a visitor. */
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
