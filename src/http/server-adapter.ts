import { createServer, type Server } from 'node:http';
import type { NestApplicationOptions } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';

/**
 * Express on a server with time-outs. Nest makes its server without options, and Node looks for slow clients only
 * every 30 s unless told otherwise when the server is made: a dripping client would stay for a minute and a half.
 */
export class ServerAdapter extends ExpressAdapter {
  override initHttpServer(options: NestApplicationOptions): void {
    const handler = this.getInstance<Parameters<typeof createServer>[1]>();
    const server: Server = createServer(
      {
        connectionsCheckingInterval: 1000,
        headersTimeout: 5000,
        requestTimeout: 10_000,
        keepAliveTimeout: 10_000,
      },
      handler,
    );
    server.maxConnections = 10_000;
    this.setHttpServer(server);
    void options;
  }

  /** Below a base path, Nest would leave unknown routes beside it to express, which answers HTML. */
  override setNotFoundHandler(...args: Parameters<ExpressAdapter['setNotFoundHandler']>): void {
    super.setNotFoundHandler(...args);
    const [handler, prefix] = args;
    if (prefix) this.use(handler);
  }
}
