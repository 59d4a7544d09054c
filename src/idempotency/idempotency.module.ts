import { Module } from '@nestjs/common';
import { AnswerOnce } from './application/answer-once';
import { RepeatKeys } from './application/ports';
import { TypeOrmRepeatKeys } from './infrastructure/type-orm-repeat-keys';

@Module({
  providers: [AnswerOnce, { provide: RepeatKeys, useClass: TypeOrmRepeatKeys }],
  exports: [AnswerOnce],
})
export class IdempotencyModule {}
