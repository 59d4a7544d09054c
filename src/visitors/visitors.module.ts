import { Module } from '@nestjs/common';
import { ActivityTypes, VisitorRepository } from './application/ports';
import { ActivityTypesController } from './http/activity-types.controller';
import { VisitorsController } from './http/visitors.controller';
import { TypeOrmActivityTypes } from './infrastructure/type-orm-activity-types';
import { TypeOrmVisitorRepository } from './infrastructure/type-orm-visitor.repository';
import { VisitorStore } from './infrastructure/visitor-store';

@Module({
  controllers: [VisitorsController, ActivityTypesController],
  providers: [
    VisitorStore,
    { provide: VisitorRepository, useClass: TypeOrmVisitorRepository },
    { provide: ActivityTypes, useClass: TypeOrmActivityTypes },
  ],
  exports: [VisitorStore],
})
export class VisitorsModule {}
