/**
 * Signed passes. A text is read as a pass only if it was signed as a pass with the private key of the site. All nodes on
 * one database sign with the same key. The text of the private key leaves this folder only to be stored in the database.
 */
export { type Pass, passState } from './domain/pass';
export { passKeyOfDatabase, publicPemOf } from './infrastructure/stored-pass-key';
export { PassKeyRow } from './infrastructure/pass-key.row';
export { Passes } from './infrastructure/passes';
export { readPass } from './infrastructure/signed-pass';
export { PassesModule } from './passes.module';
