/**
 * The licence. An action passes the guard only while every agenda it needs is licensed: by the built-in community
 * licence, or, if a licence file is configured, by the current content of that file, with a valid signature and within
 * its dates. A missing, malformed or forged file licenses nothing; the service keeps running.
 */
export { LicenceCheck } from './application/licence-check';
export { type Licence, type LicenceReading, licenceStatus } from './domain/licence';
export { LicenceGuard } from './http/licence.guard';
export { readLicenceFiles } from './infrastructure/licence-files';
export { issueLicence, LicenceFault, makeLicenceKeys, readLicence } from './infrastructure/signed-licence';
export { LicensingModule } from './licensing.module';
