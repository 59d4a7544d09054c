import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { appOptions, configureApp } from './app.setup';
import { AdministerUsers } from './auth';
import type { AppConfig } from './config/app-config';
import { Drain } from './health';
import { ServerAdapter } from './http/server-adapter';
import { VisitExpiry } from './visits';

/**
 * Runs the service until SIGTERM or SIGINT, then drains it and returns. Says on standard output where it listens and,
 * on the first run, the key of the first administrator.
 * @throws DatabaseRefused when the data cannot be used; the error of the system when the port is taken
 */
export async function serve(config: AppConfig, say: (line: string) => void): Promise<void> {
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with(config),
    new ServerAdapter(config.jsonDates),
    {
      ...appOptions,
      abortOnError: false,
      // A start that fails is told once, by whoever called us, and not by Nest in its own words as well.
      autoFlushLogs: false,
    },
  );
  try {
    app.useLogger(app.get(Logger));
    app.flushLogs();
    configureApp(app);
    const stopped = stopSignal();
    const key = await app.get(AdministerUsers).createFirstAdministrator();
    if (key !== undefined) {
      say('first administrator: admin');
      say(`its API key, shown this once: ${key}`);
    }
    await app.listen(config.port, config.host);
    const server: Server = app.getHttpServer();
    announce(server, config, say);
    app.get(VisitExpiry).start();
    await stopped;
    await app.get(Drain).begin(server);
  } finally {
    await app.close();
  }
}

/** The first SIGTERM or SIGINT; further ones change nothing. */
function stopSignal(): Promise<void> {
  return new Promise(resolve => {
    process.on('SIGTERM', () => resolve());
    process.on('SIGINT', () => resolve());
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
      `warning: ${host} is reached from other machines over plain HTTP; put a proxy with TLS in front of it`,
    );
  }
  say(`listening on ${origin}${basePath}`);
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
