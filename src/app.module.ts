import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { CoreModule } from './app.core';
import { guards } from './app.guards';
import { AuthModule } from './auth';
import type { AppConfig } from './config/app-config';
import { HealthModule } from './health';
import { DocumentsModule } from './http/documents/documents.module';
import { AppErrorFilter } from './http/wire/app-error.filter';
import { logSettings } from './http/server/log-settings';
import { IdempotencyModule } from './idempotency';
import { LicensingModule } from './licensing';
import { LogOutput } from './runtime/log-output';
import type { Clock } from './shared/clock';
import { VisitListsModule } from './visit-lists';
import { VisitTypesModule } from './visit-types';
import { VisitsModule } from './visits';

/** The service. `clock` is the system's but in tests. */
@Module({})
export class AppModule {
  static with(config: AppConfig, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.with(config, true, clock),
        LoggerModule.forRootAsync({
          imports: [],
          providers: [],
          inject: [LogOutput],
          useFactory: (output: LogOutput) => ({
            pinoHttp: logSettings(config, output),
            forRoutes: [],
          }),
        }),
        AuthModule,
        LicensingModule,
        VisitsModule,
        VisitListsModule,
        VisitTypesModule,
        IdempotencyModule,
        HealthModule,
        DocumentsModule,
      ],
      providers: [...guards, { provide: APP_FILTER, useClass: AppErrorFilter }],
    };
  }
}
