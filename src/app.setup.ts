import type { NestExpressApplication } from '@nestjs/platform-express';
import { AddressRate, Identify, tokenIfAny } from './auth';
import { AppConfig } from './config/app-config';
import { Drain, Metrics } from './health';
import { serveDocuments } from './http/document';
import { logRequests } from './http/log-requests';
import { filterAddresses, limitAddresses, openRequest } from './http/request-pipeline';
import type { ServerAdapter } from './http/server-adapter';
import { Clock } from './shared/clock';
import { Random } from './shared/random';

/** How the application is created: no body parser, because bodies are read by a guard in the order of contract 2. */
export const appOptions = { bodyParser: false, bufferLogs: true } as const;

/** What stands around the router. Used by `main.ts` and by the tests alike. */
export function configureApp(app: NestExpressApplication): void {
  const config = app.get(AppConfig);
  const clock = app.get(Clock);
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trustedProxies.length > 0 ? [...config.trustedProxies] : false);

  const metrics = app.get(Metrics);
  const identify = app.get(Identify);
  const rate = app.get(AddressRate);
  (app.getHttpAdapter() as ServerAdapter).passFirst(
    openRequest(clock, app.get(Random)),
    app.get(Drain).turnAway,
    logRequests(clock, outcome => metrics.observe(outcome)),
    filterAddresses(config.ipFilter),
    limitAddresses(
      async request => {
        const token = tokenIfAny(request);
        return token !== undefined && (await identify.isLive(token));
      },
      address => rate.spend(address),
    ),
  );
  app.setGlobalPrefix(config.basePath, { exclude: ['health/live', 'health/ready', 'metrics'] });
  if (config.swagger) serveDocuments(app, config);
}
