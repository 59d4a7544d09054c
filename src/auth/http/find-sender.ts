import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AppError } from '../../shared/errors/app-error';
import { Identify } from '../application/identify';
import type { User } from '../domain/user';
import type { Sender } from './sender';
import { tokenOf } from './token-of';

/** Finds out whose request it is, which takes one look-up of its token. */
@Injectable()
export class FindSender {
  constructor(private readonly identify: Identify) {}

  async execute(request: Request): Promise<Sender> {
    const { token, problem } = tokenOf(request);
    if (token === undefined) return { refusal: () => AppError.badParameters([{ field: 'Token', problem }]) };
    return senderAs(await this.identify.execute(token), token);
  }

  /** The user of a request that took its time, as the user is by now: the token may have expired since it came. */
  async again(request: Request, user: User): Promise<Sender> {
    return senderAs(await this.identify.again(user), tokenOf(request).token ?? '');
  }
}

function senderAs(found: Awaited<ReturnType<Identify['execute']>>, token: string): Sender {
  return typeof found === 'string' ? { refusal: () => new AppError(found, token) } : { user: found };
}
