import { type DynamicModule, Module } from '@nestjs/common';
import { AppConfig } from './config/app-config';
import { Database, openDatabase } from './database';
import { rows } from './app.rows';
import { SystemClock } from './runtime/system-clock';
import { SystemRandom } from './runtime/system-random';
import { Clock } from './shared/clock';
import { Random } from './shared/random';
import { TimeZone } from './shared/time-zone';

/** What every feature may ask for: the settings, the time, chance, and the data. */
@Module({})
export class CoreModule {
  static with(config: AppConfig, clock: Clock = new SystemClock()): DynamicModule {
    const providers = [
      { provide: AppConfig, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Random, useClass: SystemRandom },
      { provide: TimeZone, useValue: config.timeZone },
      { provide: Database, useFactory: () => openDatabase(config, rows) },
    ];
    return { module: CoreModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}
