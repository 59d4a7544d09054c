import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { AppConfig } from '../config/app-config';
import { RedisConnection } from '../redis';
import { Clock } from '../shared/clock';
import { Random } from '../shared/random';
import { AdministerUsers } from './application/administer-users';
import { Identify } from './application/identify';
import { LogIn } from './application/log-in';
import { ApiKeys, RefusedLogins, TokenStore, UserRepository } from './application/ports';
import { FindSender } from './http/find-sender';
import { LoginController } from './http/login.controller';
import { SenderRateMiddleware } from './http/sender-rate.middleware';
import { CryptoApiKeys } from './infrastructure/crypto-api-keys';
import { MemoryTokenStore } from './infrastructure/memory-token-store';
import { RedisThrottlerStorage } from './infrastructure/redis-throttler-storage';
import { RedisTokenStore } from './infrastructure/redis-token-store';
import { ThrottledRefusals } from './infrastructure/throttled-refusals';
import { TypeOrmUserRepository } from './infrastructure/type-orm-user.repository';
import { WindowThrottlerStorage } from './infrastructure/window-throttler-storage';

@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      inject: [Clock, RedisConnection],
      useFactory: (clock: Clock, redis?: RedisConnection) => ({
        // The storage alone is used: the limits come from users and settings at each request.
        throttlers: [],
        storage: redis ? new RedisThrottlerStorage(redis) : new WindowThrottlerStorage(clock),
      }),
    }),
  ],
  controllers: [LoginController],
  providers: [
    AdministerUsers,
    FindSender,
    Identify,
    LogIn,
    MemoryTokenStore,
    SenderRateMiddleware,
    {
      provide: TokenStore,
      inject: [MemoryTokenStore, AppConfig, Random, RedisConnection],
      useFactory: (memory: MemoryTokenStore, config: AppConfig, random: Random, redis?: RedisConnection) =>
        redis ? new RedisTokenStore(redis, config, random) : memory,
    },
    { provide: ApiKeys, useClass: CryptoApiKeys },
    { provide: RefusedLogins, useClass: ThrottledRefusals },
    { provide: UserRepository, useClass: TypeOrmUserRepository },
  ],
  exports: [AdministerUsers, FindSender, MemoryTokenStore, SenderRateMiddleware],
})
export class AuthModule {}
