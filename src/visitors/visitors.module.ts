import { Module } from '@nestjs/common';
import { VisitorStore } from './infrastructure/visitor-store';

@Module({ providers: [VisitorStore], exports: [VisitorStore] })
export class VisitorsModule {}
