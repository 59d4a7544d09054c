import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { AppConfig } from '../config/app-config';
import { RedisConnection } from '../redis';
import { Clock } from '../shared/clock';
import { Random } from '../shared/random';
import { AdministerUsers } from './application/administer-users';
import { Identify } from './application/identify';
import { LogIn } from './application/log-in';
import { ApiKeys, TokenStore, UserRepository } from './application/ports';
import { AddressRate } from './http/address-rate';
import { LoginController } from './http/login.controller';
import { CryptoApiKeys } from './infrastructure/crypto-api-keys';
import { MemoryTokenStore } from './infrastructure/memory-token-store';
import { RedisThrottlerStorage } from './infrastructure/redis-throttler-storage';
import { RedisTokenStore } from './infrastructure/redis-token-store';
import { TypeOrmUserRepository } from './infrastructure/type-orm-user.repository';
import { WindowThrottlerStorage } from './infrastructure/window-throttler-storage';

@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      inject: [Clock, RedisConnection],
      // The limits are each user's: the guard puts them in the place of these.
      useFactory: (clock: Clock, redis?: RedisConnection) => ({
        setHeaders: false,
        throttlers: [{ limit: 1, ttl: 1000 }],
        storage: redis ? new RedisThrottlerStorage(redis) : new WindowThrottlerStorage(clock),
      }),
    }),
  ],
  controllers: [LoginController],
  providers: [
    AdministerUsers,
    AddressRate,
    Identify,
    LogIn,
    MemoryTokenStore,
    {
      provide: TokenStore,
      inject: [MemoryTokenStore, AppConfig, Random, RedisConnection],
      useFactory: (memory: MemoryTokenStore, config: AppConfig, random: Random, redis?: RedisConnection) =>
        redis ? new RedisTokenStore(redis, config, random) : memory,
    },
    { provide: ApiKeys, useClass: CryptoApiKeys },
    { provide: UserRepository, useClass: TypeOrmUserRepository },
  ],
  exports: [AdministerUsers, AddressRate, ApiKeys, Identify, MemoryTokenStore, ThrottlerModule],
})
export class AuthModule {}
