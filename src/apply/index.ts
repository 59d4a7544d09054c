/**
 * Makes the database say what a file says. Promises that a file is taken whole or not at all, that every fault of it is
 * told at once by line and member, that nothing is deleted, and that applying a file twice changes nothing more.
 */
export { ApplyFault, type FileFault } from './infrastructure/apply-fault';
export { ApplyFile } from './infrastructure/apply-file';
export type { ApplyReport, Thing } from './infrastructure/report';
export { user as userMembers } from './infrastructure/sections';
