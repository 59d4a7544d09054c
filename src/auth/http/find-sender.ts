import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AppError } from '../../shared/errors/app-error';
import { Identify } from '../application/identify';
import type { KnownSender, Sender } from './sender';
import { tokenOf } from './token-of';

/** Finds the user of a request by its token. */
@Injectable()
export class FindSender {
  constructor(private readonly identify: Identify) {}

  async execute(request: Request): Promise<Sender> {
    const { token, problem } = tokenOf(request);
    if (token === undefined) return { refusal: () => AppError.badParameters([{ field: 'Token', problem }]) };
    return senderAs(await this.identify.execute(token), token);
  }

  /** Reads the user again when the request took long. The token is not looked up again: it may have expired since. */
  async again({ user, token }: KnownSender): Promise<Sender> {
    return senderAs(await this.identify.again(user), token);
  }
}

function senderAs(found: Awaited<ReturnType<Identify['execute']>>, token: string): Sender {
  return typeof found === 'string' ? { refusal: () => new AppError(found, token) } : { user: found, token };
}
