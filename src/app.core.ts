import { type DynamicModule, Module } from '@nestjs/common';
import { AppConfig } from './config/app-config';
import { Database, openDatabase } from './database';
import { rows } from './app.rows';
import { RedisConnection } from './redis';
import { LogOutput } from './runtime/log-output';
import { SystemClock } from './runtime/system-clock';
import { SystemRandom } from './runtime/system-random';
import { Clock } from './shared/clock';
import { Random } from './shared/random';
import { TimeZone } from './shared/time-zone';

const STANDARD_ERROR = 2;

/** What every feature may ask for: the settings, the time, chance, the data, and what nodes share. */
@Module({})
export class CoreModule {
  /** @param asService for the service itself, and not for a command beside it */
  static with(config: AppConfig, asService: boolean, clock: Clock = new SystemClock()): DynamicModule {
    const providers = [
      { provide: AppConfig, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Random, useClass: SystemRandom },
      { provide: LogOutput, useFactory: () => new LogOutput(STANDARD_ERROR) },
      { provide: TimeZone, useValue: config.timeZone },
      { provide: Database, useFactory: () => openDatabase(config, rows, { asService }) },
      // Undefined where one node keeps everything itself.
      { provide: RedisConnection, useFactory: () => config.redis && RedisConnection.open(config.redis) },
    ];
    return { module: CoreModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}
