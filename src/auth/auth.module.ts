import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { Clock } from '../shared/clock';
import { AdministerUsers } from './application/administer-users';
import { Identify } from './application/identify';
import { LogIn } from './application/log-in';
import { ApiKeys, TokenStore, UserRepository } from './application/ports';
import { AddressRate } from './http/address-rate';
import { LoginController } from './http/login.controller';
import { CryptoApiKeys } from './infrastructure/crypto-api-keys';
import { MemoryTokenStore } from './infrastructure/memory-token-store';
import { TypeOrmUserRepository } from './infrastructure/type-orm-user.repository';
import { WindowThrottlerStorage } from './infrastructure/window-throttler-storage';

@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      inject: [Clock],
      // The limits are each user's: the guard puts them in the place of these.
      useFactory: (clock: Clock) => ({
        setHeaders: false,
        throttlers: [{ limit: 1, ttl: 1000 }],
        storage: new WindowThrottlerStorage(clock),
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
    { provide: TokenStore, useExisting: MemoryTokenStore },
    { provide: ApiKeys, useClass: CryptoApiKeys },
    { provide: UserRepository, useClass: TypeOrmUserRepository },
  ],
  exports: [AdministerUsers, AddressRate, ApiKeys, Identify, MemoryTokenStore, ThrottlerModule],
})
export class AuthModule {}
