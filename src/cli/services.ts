import { existsSync } from 'node:fs';
import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CoreModule } from '../app.core';
import { AuthModule } from '../auth';
import type { AppConfig } from '../config/app-config';

/** What a command needs: core, users and the features that it asks for, without the HTTP server. */
@Module({})
class CommandModule {}

/** Opens the data for a command, and closes it afterwards; no command asks for a token. @throws DatabaseRefused */
export async function withServices<T>(
  config: AppConfig,
  work: (services: INestApplicationContext) => Promise<T>,
  features: readonly Type[] = [],
): Promise<T> {
  const services = await NestFactory.createApplicationContext(
    {
      module: CommandModule,
      imports: [CoreModule.with({ ...config, redis: undefined }, false), AuthModule, ...features],
    },
    { logger: false, abortOnError: false },
  );
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}

/** With the database made and migrated first. */
export function migrated(config: AppConfig): AppConfig {
  return { ...config, migrateOnStart: true };
}

/** A dry run makes and migrates no file: one that is missing is played through in memory, an older one is refused. */
export function untouched(config: AppConfig): AppConfig {
  const { database } = config;
  const isMissing = database.kind === 'file' && !existsSync(database.file);
  return { ...config, migrateOnStart: false, ...(isMissing && { database: { kind: 'memory' } }) };
}
