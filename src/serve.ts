import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger as PinoLogger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { appOptions, configureApp } from './app.setup';
import { AdministerUsers } from './auth';
import { type Output, say } from './cli/io';
import type { AppConfig } from './config/app-config';
import { Drain } from './health';
import { ServerAdapter } from './http/server/server-adapter';
import { LogOutput } from './runtime/log-output';
import { StopSignal } from './stop-signal';
import { VisitExpiry } from './visits';

/** How long the start waits for a reader of standard output, and the end for the last lines of the log. */
const PATIENCE_MS = 500;

/**
 * Runs the service until a stop signal, then drains it and returns. Prints its address to standard output and, on the
 * first run, the key of the first administrator. `warnings` about the settings go into the log.
 * @throws DatabaseRefused if the database cannot be used; the system error if the port is in use
 */
export async function serve(
  config: AppConfig,
  output: Output,
  warnings: readonly string[] = [],
): Promise<void> {
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with(config),
    new ServerAdapter(config.jsonDates),
    {
      ...appOptions,
      abortOnError: false,
      // The caller reports a failed start. Without this, Nest would report it too.
      autoFlushLogs: false,
    },
  );
  const log = app.get(LogOutput);
  const writeRest = () => log.writeRest();
  process.once('exit', writeRest);
  const stop = new StopSignal();
  try {
    app.useLogger(app.get(PinoLogger));
    log.onResumed = lost => new Logger('Log').error(`${lost} lines before this one could not be written`);
    app.flushLogs();
    for (const warning of warnings) new Logger('Settings').warn(warning);
    configureApp(app);
    await app.init();
    const server: Server = app.getHttpServer();
    // `app.listen` of Nest would also log a port in use. If it is, no administrator has been created yet.
    await once(server.listen(config.port, config.host), 'listening');
    await showFirstAdministrator(app.get(AdministerUsers), output);
    announce(server, config, line => say(output, line));
    app.get(VisitExpiry).start();
    await stop.received;
    await app.get(Drain).begin(server);
  } finally {
    await app.close();
    await log.end(PATIENCE_MS);
    process.off('exit', writeRest);
    stop.release();
  }
}

/** If the key cannot be shown, no administrator is created: the next start creates one. */
async function showFirstAdministrator(users: AdministerUsers, output: Output): Promise<void> {
  const logger = new Logger('Users');
  await users.createFirstAdministrator(async key => {
    output.write(`first administrator: admin\nits API key, shown this once: ${key}\n`);
    // A slow reader is not a fault: it reads the key later.
    const fault = await Promise.race([output.written(), wait(PATIENCE_MS, undefined, { ref: false })]);
    if (fault !== undefined) {
      const remedy = 'No administrator was created: start again with a writable standard output';
      logger.error(`the key of the first administrator could not be shown (${fault}). ${remedy}`);
    }
    return fault === undefined;
  });
}

function announce(server: Server, { host, basePath, swagger }: AppConfig, say: (line: string) => void): void {
  const { address, family, port } = server.address() as AddressInfo;
  const shown = family === 'IPv6' ? `[${address}]` : address;
  const origin = `http://${shown}:${port}`;
  if (swagger) {
    say(`Swagger UI: ${origin}${basePath}/swagger`);
    say(`OpenAPI document: ${origin}${basePath}/openapi.json`);
  }
  if (!isLoopback(address)) {
    say(
      `warning: ${host} can be reached from other machines over plain HTTP; put a proxy with TLS in front of it`,
    );
  }
  say(`listening on ${origin}${basePath}`);
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
