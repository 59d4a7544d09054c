import { Module } from '@nestjs/common';
import { ActivityTypes } from './application/activity-types';
import { AdministerActivityTypes } from './application/administer-activity-types';
import { AdministerVisitTypes } from './application/administer-visit-types';
import { VisitTypes } from './application/visit-types';
// The document lists the actions in this order.
import { ActivityTypesController } from './http/activity-types.controller';
import { VisitTypesController } from './http/visit-types.controller';
import { TypeOrmActivityTypes } from './infrastructure/type-orm-activity-types';
import { TypeOrmVisitTypes } from './infrastructure/type-orm-visit-types';

@Module({
  controllers: [ActivityTypesController, VisitTypesController],
  providers: [
    AdministerActivityTypes,
    AdministerVisitTypes,
    { provide: ActivityTypes, useClass: TypeOrmActivityTypes },
    { provide: VisitTypes, useClass: TypeOrmVisitTypes },
  ],
})
export class VisitTypesModule {}
