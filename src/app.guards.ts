import type { Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { LoginRateGuard, PrivilegeGuard, TokenGuard, UserAddressGuard } from './auth';
import { BodyGuard } from './http/wire/body.guard';
import { MethodAvailabilityGuard } from './http/action';
import { RepeatGuard } from './idempotency';
import { LicenceGuard } from './licensing';

/**
 * The guards in the order of refusals, with the steps of docs/api-guide.md. Steps 1 and 2 (address filter, rate) apply
 * to every request, and therefore run before the router, in `configureApp`. `AppErrorFilter` answers unknown routes (step 3).
 */
export const guards: Provider[] = [
  LoginRateGuard, //           3  1008, for `login`
  MethodAvailabilityGuard, //  4  9001
  BodyGuard, //                5  415, 413, 1002
  TokenGuard, //               6  1002, 1000, 1001
  UserAddressGuard, //         7  1006, 1007
  LicenceGuard, //             8  8
  PrivilegeGuard, //           9  1516, 9103 …
  RepeatGuard, //             10  1002 of the `Idempotency-Key`; 9002 to 9004 (step 11) once the members are bound
].map(guard => ({ provide: APP_GUARD, useClass: guard }));
