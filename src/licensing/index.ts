/**
 * What is licensed. Promises that an action passes its guard only while every agenda it needs is licensed: by the
 * built-in community licence, or, where a licence file is configured, by what that file says now, signed by the holder
 * of the configured key and within its dates. A file that is missing, bad or forged licenses nothing, and stops nothing.
 */
export { LicenceCheck } from './application/licence-check';
export { type Licence, type LicenceReading, licenceStatus, type LicenceStatus } from './domain/licence';
export { LicenceGuard } from './http/licence.guard';
export { type LicenceFiles, readLicenceFiles } from './infrastructure/licence-files';
export {
  issueLicence,
  LicenceFault,
  type LicenceKeys,
  makeLicenceKeys,
  readLicence,
} from './infrastructure/signed-licence';
export { LicensingModule } from './licensing.module';
