import { Module } from '@nestjs/common';
import { AppConfig } from '../config/app-config';
import { Database } from '../database';
import { Clock } from '../shared/clock';
import { passKeyOfDatabase, passKeyOfFile } from './infrastructure/pass-key';
import { Passes } from './infrastructure/passes';

@Module({
  providers: [
    {
      provide: Passes,
      inject: [AppConfig, Database, Clock],
      useFactory: async ({ passKeyFile, siteName }: AppConfig, database: Database, clock: Clock) =>
        new Passes(
          passKeyFile === undefined ? await passKeyOfDatabase(database, clock) : passKeyOfFile(passKeyFile),
          siteName,
        ),
    },
  ],
  exports: [Passes],
})
export class PassesModule {}
