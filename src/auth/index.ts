/**
 * Users, tokens, rates and privileges. Its guards let a request pass only with a live token of an unblocked user, from
 * an address allowed by the user's filter, within the user's rate, and with the privileges declared by the action.
 * Depends on no other feature.
 */
export { AuthModule } from './auth.module';
export { AdministerUsers, type DescribedUser, type NewUser } from './application/administer-users';
export type { User } from './domain/user';
export { LoginRateGuard } from './http/login-rate.guard';
export { lackingPrivilege, PrivilegeGuard, refusalOf } from './http/privilege.guard';
export { SenderRateMiddleware } from './http/sender-rate.middleware';
export { TokenGuard } from './http/token.guard';
export { UserAddressGuard } from './http/user-address.guard';
export { describedUser } from './infrastructure/described-user';
export { MemoryTokenStore } from './infrastructure/memory-token-store';
export { UserRow } from './infrastructure/user.row';
