import type { ActivityData, ActivityTypeView, ShownVisitor } from '../../shared/visitor';
import { presentActivityType } from '../../visit-types';
import type { ChangedVisitor, RecordedActivity } from '../application/ports';
import type { ListedActivity, Visitor, VisitorActivity, VisitorChange } from './visitor.dto';

/** Presenters name every member, so that a new one is never exposed by accident. */
export function presentVisitor(visitor: ShownVisitor): Visitor {
  const { id, name, surname } = visitor;
  return { VisitorId: id, Name: name, Surname: surname, ...presentDetails(visitor) };
}

export function presentChanged(visitor: ChangedVisitor): VisitorChange {
  const { id, name, surname } = visitor;
  return { VisitorId: id, Name: name, Surname: surname, ...presentDetails(visitor) };
}

type Details = Omit<ShownVisitor, 'id' | 'name' | 'surname'>;

function presentDetails(visitor: Details): Omit<Visitor, 'VisitorId' | 'Name' | 'Surname'> {
  const { document } = visitor;
  return {
    DateOfBirth: visitor.dateOfBirth,
    Company: visitor.company,
    Email: visitor.email,
    PhoneNumber: visitor.phoneNumber,
    Language: visitor.language,
    Document: document && { DocNumber: document.number, State: document.state, DocType: document.type },
  };
}

export function presentActivity(
  type: ActivityTypeView,
  activity: Omit<ActivityData, 'activityType'>,
): VisitorActivity {
  return {
    ActivityType: presentActivityType(type),
    ValidTo: activity.validTo,
    Description: activity.description,
    Attachment: activity.attachment,
  };
}

/** An activity in a list: with the size of the attachment, which is read separately. */
export function presentListed({ type, activity, number, attachmentBytes }: RecordedActivity): ListedActivity {
  return {
    ...presentActivity(type, { ...activity, attachment: null }),
    ActivityNumber: number,
    AttachmentBytes: attachmentBytes,
  };
}
