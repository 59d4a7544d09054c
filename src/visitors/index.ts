/**
 * Visitors with their documents and activities (trainings, briefings). A document belongs to one visitor. A returning
 * visitor is recognised, and visitors are never merged silently.
 */
export { activityOf, documentOf, visitorOf } from './http/visitor-details';
export { presentActivity, presentVisitor } from './http/visitor-presenter';
export { IdentityDocument, Visitor, VisitorActivity } from './http/visitor.dto';
export { VisitorsModule } from './visitors.module';
export {
  isPermitted,
  mayTouchVisitor,
  OpensFile,
  openTo,
  permittedVisitors,
} from './infrastructure/permitted-visitors';
export { visitorText } from './infrastructure/folded-visitor';
export { VisitorStore } from './infrastructure/visitor-store';
export { findByDocument } from './infrastructure/visitor-matching';
export { VisitorActivityRow } from './infrastructure/visitor-activity.row';
export { visitorData, VisitorRow } from './infrastructure/visitor.row';
