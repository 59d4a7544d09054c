import type { Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { LoginRateGuard, PrivilegeGuard, TokenGuard, UserAddressGuard } from './auth';
import { BodyGuard } from './http/wire/body.guard';
import { MethodAvailabilityGuard } from './http/action';
import { RepeatGuard } from './idempotency';
import { LicenceGuard } from './licensing';

/**
 * The order of refusals of contract 2, in one list. Steps 1 to 3 (address filter, rate, no such route) also apply to
 * requests for other routes, and therefore run before the router, in `configureApp`.
 */
export const guards: Provider[] = [
  LoginRateGuard, //           2  1008, for `login`
  MethodAvailabilityGuard, //  4  9001
  BodyGuard, //                5  415, 413, 1002
  TokenGuard, //               6  1002, 1000, 1001
  UserAddressGuard, //         7  1006, 1007
  LicenceGuard, //             9  8
  PrivilegeGuard, //          10  1516, 9103 …
  RepeatGuard, //             11  1002 of the `Idempotency-Key`; 9002 to 9004 once the body is read
].map(guard => ({ provide: APP_GUARD, useClass: guard }));
