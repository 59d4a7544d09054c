import { Module } from '@nestjs/common';
import { VisitorRepository } from './application/ports';
import { VisitorsController } from './http/visitors.controller';
import { TypeOrmVisitorRepository } from './infrastructure/type-orm-visitor.repository';
import { VisitorStore } from './infrastructure/visitor-store';

@Module({
  controllers: [VisitorsController],
  providers: [VisitorStore, { provide: VisitorRepository, useClass: TypeOrmVisitorRepository }],
  exports: [VisitorStore],
})
export class VisitorsModule {}
