import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import {
  Body,
  type CanActivate,
  Controller,
  type ExecutionContext,
  HttpCode,
  Injectable,
  Post,
  type Type,
  UnauthorizedException,
  ValidationPipe,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { IsString, IsUUID, Length, MaxLength } from 'class-validator';
import type { Request } from 'express';

/** The common part of the Nest peers: a token and validated bodies. */

export class LoginBody {
  @IsString() @Length(1, 4000) UserLogin: string;
  @IsString() @Length(1, 4000) ApiKey: string;
}

export class EndBody {
  @IsUUID() VisitId: string;
  @IsString() @MaxLength(4000) Reason: string;
}

const TOKEN_MS = 3_600_000;

@Injectable()
export class Tokens {
  private readonly ends = new Map<string, number>();

  give(): string {
    const token = randomUUID();
    this.ends.set(token, Date.now() + TOKEN_MS);
    return token;
  }

  isValid(token: unknown): boolean {
    return typeof token === 'string' && (this.ends.get(token) ?? 0) > Date.now();
  }
}

@Injectable()
export class TokenGuard implements CanActivate {
  constructor(private readonly tokens: Tokens) {}

  canActivate(context: ExecutionContext): boolean {
    const { query } = context.switchToHttp().getRequest<Request>();
    if (!this.tokens.isValid(query.Token)) throw new UnauthorizedException();
    return true;
  }
}

/** There are no users: any login gets a token. */
@Controller()
export class LoginController {
  constructor(private readonly tokens: Tokens) {}

  @Post('login')
  @HttpCode(200)
  logIn(@Body() _body: LoginBody) {
    const ExpireDate = new Date(Date.now() + TOKEN_MS);
    return { Token: this.tokens.give(), ExpireInSec: TOKEN_MS / 1000, ExpireDate };
  }
}

/** Starts on a free port and prints it as Gatehouse does. */
export async function listen(module: Type): Promise<void> {
  const app = await NestFactory.create<NestExpressApplication>(module, { logger: ['error', 'warn'] });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }));
  await app.listen(0, '127.0.0.1');
  console.log(`listening on ${await app.getUrl()}`);
}
