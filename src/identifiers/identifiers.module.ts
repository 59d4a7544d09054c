import { Module } from '@nestjs/common';
import { IdentifierStore } from './infrastructure/identifier-store';

@Module({ providers: [IdentifierStore], exports: [IdentifierStore] })
export class IdentifiersModule {}
