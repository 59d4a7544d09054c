import { Module } from '@nestjs/common';
import { AppConfig } from '../config/app-config';
import { Database } from '../database';
import { Clock } from '../shared/clock';
import { passKeyOfDatabase } from './infrastructure/stored-pass-key';
import { Passes } from './infrastructure/passes';

@Module({
  providers: [
    {
      provide: Passes,
      inject: [AppConfig, Database, Clock],
      useFactory: async ({ passKey, siteName }: AppConfig, database: Database, clock: Clock) =>
        new Passes(passKey ?? (await passKeyOfDatabase(database, clock)), siteName),
    },
  ],
  exports: [Passes],
})
export class PassesModule {}
