import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Response } from 'express';
import { AppConfig } from '../../config/app-config';
import { StorageFault } from '../../database';
import { RedisFault } from '../../redis';
import { AppError } from '../../shared/errors/app-error';
import { ClientGone, stateOf } from '../action';
import { sendError, WrittenRefusal } from './envelope';

/** Answers every error, wherever it was thrown, with the envelope. */
@Catch()
export class AppErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('Faults');

  constructor(
    private readonly config: AppConfig,
    private readonly host: HttpAdapterHost,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent || thrown instanceof ClientGone) {
      response.destroy();
      return;
    }
    if (thrown instanceof WrittenRefusal) {
      response.status(thrown.status).type(thrown.type).send(thrown.body);
      return;
    }
    sendError(response, this.toAppError(thrown, response), this.config.jsonDates);
  }

  private toAppError(thrown: unknown, response: Response): AppError {
    if (thrown instanceof AppError) return thrown as AppError;
    if (isUnmatched(thrown)) return this.unmatched(response);
    const { requestId, action } = stateOf(response.req);
    if (thrown instanceof StorageFault && action?.verb === 'POST' && action.requires !== 'open') {
      this.log.warn({ msg: 'storage failed', reason: thrown.reason, requestId, err: thrown });
      return new AppError('VisitUpdateFailed', thrown.reason);
    }
    // The outage itself is logged once, not for every request.
    if (thrown instanceof RedisFault) return new AppError('ServerFault', requestId);
    this.log.error({ msg: 'request failed', requestId, err: thrown });
    return new AppError('ServerFault', requestId);
  }

  /** No route matches path and verb. When another verb would match, the answer names it. */
  private unmatched(response: Response): AppError {
    const { baseUrl, path } = response.req;
    // With a base path, Nest mounts its last handler there, and Express removes the base path from `path`.
    const verbs = this.verbsOf(baseUrl + path);
    if (verbs.length === 0) return new AppError('RouteNotFound');
    response.set('Allow', verbs.join(', '));
    return new AppError('MethodNotAllowed', verbs.join(', '));
  }

  private verbsOf(path: string): string[] {
    const { router } = this.host.httpAdapter.getInstance<{ router: { stack: RouterLayer[] } }>();
    const routes = router.stack.filter(layer => layer.route && matches(layer, path));
    const verbs = routes.flatMap(layer => Object.keys(layer.route?.methods ?? {}));
    return ['GET', 'POST'].filter(verb => verbs.includes(verb.toLowerCase()));
  }
}

interface RouterLayer {
  route?: { methods: Record<string, boolean> };
  match(path: string): boolean;
}

function matches(layer: RouterLayer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false;
  }
}

/** Nest's own "Cannot GET /x", and Express's refusal of a path with a broken percent sign. */
function isUnmatched(thrown: unknown): boolean {
  if (thrown instanceof HttpException) return thrown.getStatus() === 404 || thrown.getStatus() === 400;
  return thrown instanceof URIError;
}
