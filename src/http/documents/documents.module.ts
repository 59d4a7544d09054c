import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import { AppConfig } from '../../config/app-config';
import { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import { preferredType } from '../wire/accept';
import { type ActionInfo, declaredActions } from '../action';
import { buildDocument } from './document';
import { movedTo } from './examples';
import { offered } from '../wire/render';
import { swaggerPage } from './swagger-page';
import { buildSchema } from './xsd';

const CSS_TYPE = 'text/css; charset=utf-8';
const SCRIPT_TYPE = 'text/javascript; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const XML_TYPE = 'application/xml; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';

/** The files that the page loads: ours, and two of the package of Swagger UI. */
const pageFiles = [
  { type: CSS_TYPE, file: require.resolve('swagger-ui-dist/swagger-ui.css') },
  { type: SCRIPT_TYPE, file: require.resolve('swagger-ui-dist/swagger-ui-bundle.js') },
  { type: CSS_TYPE, file: join(__dirname, 'swagger', 'gatehouse.css') },
  { type: SCRIPT_TYPE, file: join(__dirname, 'swagger', 'start.js') },
  { type: 'image/svg+xml', file: join(__dirname, 'swagger', 'icon.svg') },
];

/**
 * For the page and its files: nothing from another origin, no inline script, no frame around it. Swagger UI shows pictures
 * in answers as blobs. `upgrade-insecure-requests` would leave the page blank on a network without TLS.
 */
const securityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The documents, with routes after those of the actions, which are called more often. */
@Module({})
export class DocumentsModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    if (this.config.swagger) serveDocuments(this.host.httpAdapter.getInstance(), this.config, this.clock);
  }
}

/** Swagger UI at `/swagger`, the documents at `/openapi.json` and `/schema.xsd`, all below the base path. */
function serveDocuments({ router }: Express, config: AppConfig, clock: Clock): void {
  const { basePath } = config;
  router.get(
    `${basePath}/openapi.json`,
    sendDaily(clock, JSON_TYPE, today => movedTo(today, JSON.stringify(buildDocument(config)))),
  );
  router.get(`${basePath}/schema.xsd`, schemas());
  router.get(
    `${basePath}/swagger`,
    sendKept(HTML_TYPE, () => swaggerPage(basePath)),
  );
  for (const { type, file } of pageFiles) {
    router.get(
      `${basePath}/swagger/${basename(file)}`,
      sendKept(type, () => readFileSync(file)),
    );
  }
  router.use(redirectBrowsers(basePath));
}

/** Created at the first request, and answered with an ETag. Shared caches must not keep it, because they do not apply the address filter. */
function sendKept(type: string, make: () => string | Buffer): RequestHandler {
  let kept: { bytes: Buffer; tag: string } | undefined;
  return (_, response) => {
    kept ??= tagged(Buffer.from(make()));
    response.set({
      'Content-Type': type,
      'Cache-Control': 'private, no-cache',
      'Content-Security-Policy': securityPolicy,
      ETag: kept.tag,
    });
    response.send(kept.bytes);
  };
}

/** The same, created again every day. */
function sendDaily(clock: Clock, type: string, make: (today: Date) => string): RequestHandler {
  let day: string | undefined;
  let send: RequestHandler = sendKept(type, () => '');
  return (request, response, next) => {
    const now = clock.now();
    const today = now.toISOString().slice(0, 10);
    if (day !== today) send = sendKept(type, () => make(now));
    day = today;
    return send(request, response, next);
  };
}

function tagged(bytes: Buffer): { bytes: Buffer; tag: string } {
  return { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url')}"` };
}

/** The schema of the action named in the query, or of all. Names match in any case. */
function schemas(): RequestHandler {
  const actions = declaredActions();
  const schemaOf = (only?: ActionInfo) => sendKept(XML_TYPE, () => buildSchema(actions, only));
  const ofAll = schemaOf();
  const ofOne = new Map(actions.map(action => [action.path.toLowerCase(), schemaOf(action)]));
  return (request: Request, response: Response, next: NextFunction) => {
    const named = Object.entries(request.query).filter(([name]) => name.toLowerCase() === 'action');
    const [[, path] = []] = named;
    const send = named.length === 0 ? ofAll : typeof path === 'string' && ofOne.get(path.toLowerCase());
    if (named.length > 1 || !send) next(new AppError('RouteNotFound'));
    else void send(request, response, next);
  };
}

/** Redirects browsers from the root to Swagger UI. It is no route, so that other clients still get 404 there. */
function redirectBrowsers(basePath: string): RequestHandler {
  return (request, response, next) => {
    const isRoot = request.path === '/' || request.path.replace(/\/$/, '') === basePath;
    const wantsPage = () => preferredType(request, [...offered, 'text/html']) === 'text/html';
    if (!isRoot || !['GET', 'HEAD'].includes(request.method) || !wantsPage()) next();
    else response.redirect(`${basePath}/swagger`);
  };
}
