import { Module } from '@nestjs/common';
import { AdministerIdentifiers } from './application/administer-identifiers';
import { IdentifierRepository } from './application/ports';
import { IdentifiersController } from './http/identifiers.controller';
import { IdentifierStore } from './infrastructure/identifier-store';
import { TypeOrmIdentifierRepository } from './infrastructure/type-orm-identifier.repository';

@Module({
  controllers: [IdentifiersController],
  providers: [
    AdministerIdentifiers,
    IdentifierStore,
    { provide: IdentifierRepository, useClass: TypeOrmIdentifierRepository },
  ],
  exports: [IdentifierStore],
})
export class IdentifiersModule {}
