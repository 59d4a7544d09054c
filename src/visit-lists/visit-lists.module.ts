import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory';
import { VisitorsModule } from '../visitors';
import { PassSigner, VisitsModule } from '../visits';
import { ListVisits } from './application/list-visits';
import { VisitLists, VisitPasses } from './application/visit-lists';
import { VisitListsController } from './http/visit-lists.controller';
import { TypeOrmVisitLists } from './infrastructure/type-orm-visit-lists';
import { VisitListClauses } from './infrastructure/visit-list-clauses';

@Module({
  imports: [DirectoryModule, VisitorsModule, VisitsModule],
  controllers: [VisitListsController],
  providers: [
    ListVisits,
    VisitListClauses,
    { provide: VisitLists, useClass: TypeOrmVisitLists },
    { provide: VisitPasses, inject: [PassSigner], useFactory: (passes: PassSigner): VisitPasses => passes },
  ],
})
export class VisitListsModule {}
