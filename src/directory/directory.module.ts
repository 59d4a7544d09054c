import { Module } from '@nestjs/common';
import { GetPersons } from './application/get-persons';
import { GetUnits } from './application/get-units';
import { DirectoryViews } from './application/ports';
// The document lists the actions in this order.
import { PersonsController } from './http/persons.controller';
import { UnitsController } from './http/units.controller';
import { DirectoryStore } from './infrastructure/directory-store';
import { TypeOrmDirectoryViews } from './infrastructure/type-orm-directory-views';

@Module({
  controllers: [PersonsController, UnitsController],
  providers: [
    DirectoryStore,
    GetPersons,
    GetUnits,
    { provide: DirectoryViews, useClass: TypeOrmDirectoryViews },
  ],
  exports: [DirectoryStore],
})
export class DirectoryModule {}
