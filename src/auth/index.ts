/**
 * Who calls. Promises that nobody gets past its guards without a live token of a user that is not blocked, from an
 * address that the user's filter allows, within the user's rate, and with the privileges that the action declares.
 * Knows no other feature.
 */
export { AuthModule } from './auth.module';
export { AdministerUsers, type NewUser } from './application/administer-users';
export { ApiKeys } from './application/ports';
export { isApiKey } from './domain/api-key';
export type { User } from './domain/user';
export { LoginRateGuard } from './http/login-rate.guard';
export { lackingPrivilege, PrivilegeGuard, refusalOf } from './http/privilege.guard';
export { RequestRate } from './http/request-rate';
export { TokenGuard } from './http/token.guard';
export { UserAddressGuard } from './http/user-address.guard';
export { MemoryTokenStore } from './infrastructure/memory-token-store';
export { UserRow } from './infrastructure/user.row';
