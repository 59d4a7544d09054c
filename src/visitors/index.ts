/**
 * Who comes: visitors with their documents, and the activities (trainings, briefings) that they have done. Promises
 * that one document names one visitor, and that who comes again is the same visitor and is never merged silently.
 */
export { activityOf, documentOf, visitorOf } from './http/visitor-details';
export { presentActivity, presentVisitor } from './http/visitor-presenter';
export { IdentityDocument, Visitor, VisitorActivity } from './http/visitor.dto';
export { VisitorsModule } from './visitors.module';
export { OpensFile, permittedVisitors } from './infrastructure/permitted-visitors';
export { visitorText } from './infrastructure/folded-visitor';
export { VisitorStore } from './infrastructure/visitor-store';
export { VisitorActivityRow } from './infrastructure/visitor-activity.row';
export { visitorData, VisitorRow } from './infrastructure/visitor.row';
