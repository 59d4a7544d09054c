import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { AuthModule } from '../auth';
import { VisitsModule } from '../visits';
import { Drain } from './drain';
import { HealthController } from './health.controller';
import { Metrics } from './metrics';
import { Readiness } from './readiness';

@Module({
  imports: [AuthModule, VisitsModule, TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController],
  providers: [Drain, Metrics, Readiness],
  exports: [Drain, Metrics],
})
export class HealthModule {}
