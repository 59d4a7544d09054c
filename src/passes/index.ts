/**
 * Signed passes. Promises that a text is read as a pass only when the holder of the site's private key signed it as
 * one, that every node on one database signs with the same key, and that the private key leaves this folder as a text
 * only to be kept in the database.
 */
export { type Pass, type PassedVisit, type PassState, passState } from './domain/pass';
export { passKeyOfDatabase, publicPemOf } from './infrastructure/stored-pass-key';
export { PassKeyRow } from './infrastructure/pass-key.row';
export { Passes } from './infrastructure/passes';
export { type PassReading, readPass } from './infrastructure/signed-pass';
export { PassesModule } from './passes.module';
