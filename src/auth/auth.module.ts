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
import { RequestRate } from './http/request-rate';
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
      inject: [Clock, AppConfig, RedisConnection],
      // Placeholders: the actual limits come from users and settings at each request.
      useFactory: (clock: Clock, config: AppConfig, redis?: RedisConnection) => ({
        setHeaders: false,
        ipv6SubnetPrefix: config.rateIpv6Prefix,
        throttlers: [{ limit: 1, ttl: 1000 }],
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
    RequestRate,
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
  exports: [AdministerUsers, ApiKeys, FindSender, MemoryTokenStore, RequestRate, ThrottlerModule],
})
export class AuthModule {}
