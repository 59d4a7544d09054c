import { Module } from '@nestjs/common';
import { GetPersons } from './application/get-persons';
import { GetUnits } from './application/get-units';
import { ImportDirectory } from './application/import-directory';
import { DirectoryStorage, DirectoryViews } from './application/ports';
import { UpsertDirectory } from './application/upsert-directory';
// The document lists the actions in this order.
import { PersonsController } from './http/persons.controller';
import { UnitsController } from './http/units.controller';
import { UpsertController } from './http/upsert.controller';
import { DirectoryStore } from './infrastructure/directory-store';
import { TypeOrmDirectoryStorage } from './infrastructure/type-orm-directory-storage';
import { TypeOrmDirectoryViews } from './infrastructure/type-orm-directory-views';

@Module({
  controllers: [PersonsController, UnitsController, UpsertController],
  providers: [
    DirectoryStore,
    GetPersons,
    GetUnits,
    ImportDirectory,
    UpsertDirectory,
    { provide: DirectoryStorage, useClass: TypeOrmDirectoryStorage },
    { provide: DirectoryViews, useClass: TypeOrmDirectoryViews },
  ],
  exports: [DirectoryStore],
})
export class DirectoryModule {}
