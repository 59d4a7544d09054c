import type { ActivityData, ActivityTypeView, VisitorData } from '../../shared/visitor';
import type { ActivityType, Visitor, VisitorActivity } from './visitor.dto';

/** What leaves: member by member, nothing by spreading. */
export function presentVisitor(visitor: VisitorData): Visitor {
  const { document } = visitor;
  return {
    VisitorId: visitor.id,
    Name: visitor.name,
    Surname: visitor.surname,
    DateOfBirth: visitor.dateOfBirth,
    Company: visitor.company,
    Email: visitor.email,
    PhoneNumber: visitor.phoneNumber,
    Language: visitor.language,
    Document: document && { DocNumber: document.number, State: document.state, DocType: document.type },
  };
}

export function presentActivity(type: ActivityTypeView, activity: ActivityData): VisitorActivity {
  return {
    ActivityType: presentActivityType(type),
    ValidTo: activity.validTo,
    Description: activity.description,
    Attachment: activity.attachment,
  };
}

export function presentActivityType(type: ActivityTypeView): ActivityType {
  return {
    Title: type.title,
    Shortcut: type.shortcut,
    Frequency: type.frequency,
    Signed: type.signed ? 1 : 0,
  };
}
