import type { NestExpressApplication } from '@nestjs/platform-express';
import { SenderRateMiddleware } from './auth';
import { AppConfig } from './config/app-config';
import { Drain, Metrics } from './health';
import { allowOrigins, answerPreflight } from './http/server/cors';
import { trustIn } from './http/server/client-address';
import { parseQuery } from './http/server/query';
import { inOrder } from './http/server/in-order';
import { logRequests, type RequestOutcome } from './http/server/log-requests';
import { judgeClients } from './http/server/refuse-client';
import { filterAddresses, openRequest, refuseUnclearHeads } from './http/server/request-pipeline';
import type { ServerAdapter } from './http/server/server-adapter';
import { Clock } from './shared/clock';
import { Random } from './shared/random';

/** Options for `NestFactory.create`. No body parser: a guard reads bodies, in the order of refusals. */
export const appOptions = { bodyParser: false, bufferLogs: true } as const;

/** Settings of Express and the steps before the router. Used by `main.ts` and by the tests alike. */
export function configureApp(app: NestExpressApplication): void {
  const config = app.get(AppConfig);
  const clock = app.get(Clock);
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', parseQuery);
  const trust = trustIn(config.trustedProxies);
  app.set('trust proxy', trust);

  const metrics = app.get(Metrics);
  const senderRate = app.get(SenderRateMiddleware);
  const observe = (outcome: RequestOutcome) => metrics.observe(outcome);
  const adapter = app.getHttpAdapter() as ServerAdapter;
  adapter.judgeClients(judgeClients(config.ipFilter, trust, observe));
  app.use(
    inOrder(
      openRequest(clock, app.get(Random), trust),
      app.get(Drain).track,
      logRequests(clock, observe),
      filterAddresses(config.ipFilter),
      ...(config.corsOrigins.length > 0 ? [allowOrigins(config.corsOrigins)] : []),
      (request, response, next) => senderRate.use(request, response, next),
      ...(config.corsOrigins.length > 0 ? [answerPreflight] : []),
      refuseUnclearHeads,
    ),
  );
  app.setGlobalPrefix(config.basePath, { exclude: ['health/live', 'health/ready', 'metrics'] });
}
