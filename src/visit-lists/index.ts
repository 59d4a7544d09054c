/**
 * Lists of visits: looking for them, and synchronising with them. Promises that a caller is shown those that they may
 * view, and that who goes on from the answer before misses no change.
 */
export { VisitListsModule } from './visit-lists.module';
