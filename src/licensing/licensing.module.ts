import { Module } from '@nestjs/common';
import { AppConfig } from '../config/app-config';
import { Clock } from '../shared/clock';
import { LicenceCheck } from './application/licence-check';
import { LicenceSource } from './application/ports';
import { FileLicenceSource } from './infrastructure/file-licence-source';

/** Used if no licence is configured. */
const community: LicenceSource = { current: () => ({ kind: 'community' }) };

@Module({
  providers: [
    LicenceCheck,
    {
      provide: LicenceSource,
      inject: [AppConfig, Clock],
      useFactory: ({ licence }: AppConfig, clock: Clock): LicenceSource =>
        licence ? new FileLicenceSource(licence, clock) : community,
    },
  ],
  exports: [LicenceCheck],
})
export class LicensingModule {}
