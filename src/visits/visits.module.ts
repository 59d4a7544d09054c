import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory';
import { ShownRecords } from '../idempotency';
import { IdentifiersModule } from '../identifiers';
import { AppConfig } from '../config/app-config';
import { Passes, PassesModule } from '../passes';
import { CheckPhotos, PicturesModule } from '../pictures';
import { RedisConnection } from '../redis';
import { Clock } from '../shared/clock';
import { VisitorsModule } from '../visitors';
import { AddPhoto } from './application/add-photo';
import { BeginVisit } from './application/begin-visit';
import { CreateVisit } from './application/create-visit';
import { ExpireVisits } from './application/expire-visits';
import { GetPhoto } from './application/get-photo';
import { ForeseeVisit } from './application/foresee-visit';
import { GetVisit } from './application/get-visit';
import { GetVisitorByDocument } from './application/get-visitor-by-document';
import { MoveVisit } from './application/move-visit';
import { PhotoChecks, VisitPhotos } from './application/photos';
import {
  EntryCodeTries,
  PassSigner,
  VisitFacts,
  VisitorActivities,
  VisitorLookup,
  VisitRepository,
} from './application/ports';
import { RecordActivity } from './application/record-activity';
import { ScheduleVisit } from './application/schedule-visit';
import { UpdateVisit } from './application/update-visit';
import { VerifyVisit } from './application/verify-visit';
import { VisitAnswers } from './application/visit-answer';
import { AdmissionWindow } from './domain/admission-window';
// Imported in the order in which the document lists the actions.
import { VisitsController } from './http/visits.controller';
import { TransitionsController } from './http/transitions.controller';
import { VisitCommandsController } from './http/visit-commands.controller';
import { PhotosController } from './http/photos.controller';
import { ActivitiesController } from './http/activities.controller';
import { VisitorByDocumentController } from './http/visitor-by-document.controller';
import { MemoryEntryCodeTries } from './infrastructure/memory-entry-code-tries';
import { RedisEntryCodeTries } from './infrastructure/redis-entry-code-tries';
import { ShownVisitRecords } from './infrastructure/shown-visit-records';
import { TypeOrmVisitFacts } from './infrastructure/type-orm-visit-facts';
import { TypeOrmVisitPhotos } from './infrastructure/type-orm-visit-photos';
import { TypeOrmVisitRepository } from './infrastructure/type-orm-visit.repository';
import { TypeOrmVisitorLookup } from './infrastructure/type-orm-visitor-lookup';
import { TypeOrmVisitorActivities } from './infrastructure/type-orm-visitor-activities';
import { VisitExpiry } from './infrastructure/visit-expiry';

@Module({
  imports: [DirectoryModule, IdentifiersModule, PassesModule, PicturesModule, VisitorsModule],
  // The most used come first, because Express tries the routes one after the other.
  controllers: [
    VisitCommandsController,
    VisitsController,
    TransitionsController,
    PhotosController,
    ActivitiesController,
    VisitorByDocumentController,
  ],
  providers: [
    AddPhoto,
    BeginVisit,
    CreateVisit,
    ExpireVisits,
    GetPhoto,
    ForeseeVisit,
    GetVisit,
    GetVisitorByDocument,
    MoveVisit,
    RecordActivity,
    ScheduleVisit,
    UpdateVisit,
    VerifyVisit,
    VisitAnswers,
    TypeOrmVisitRepository,
    { provide: VisitRepository, useExisting: TypeOrmVisitRepository },
    VisitExpiry,
    { provide: ShownRecords, useClass: ShownVisitRecords },
    {
      provide: PhotoChecks,
      inject: [CheckPhotos],
      useFactory: (pictures: CheckPhotos): PhotoChecks => pictures,
    },
    { provide: VisitPhotos, useClass: TypeOrmVisitPhotos },
    { provide: VisitFacts, useClass: TypeOrmVisitFacts },
    { provide: VisitorLookup, useClass: TypeOrmVisitorLookup },
    { provide: VisitorActivities, useClass: TypeOrmVisitorActivities },
    {
      provide: EntryCodeTries,
      inject: [Clock, AppConfig, RedisConnection],
      useFactory: (clock: Clock, { rateIpv6Prefix }: AppConfig, redis?: RedisConnection) =>
        redis
          ? new RedisEntryCodeTries(redis, rateIpv6Prefix)
          : new MemoryEntryCodeTries(clock, rateIpv6Prefix),
    },
    {
      provide: AdmissionWindow,
      inject: [AppConfig],
      useFactory: ({ visitEarlyMs }: AppConfig) => new AdmissionWindow(visitEarlyMs),
    },
    {
      provide: PassSigner,
      inject: [Passes, AdmissionWindow],
      useFactory: (passes: Passes, window: AdmissionWindow): PassSigner => ({
        read: text => passes.read(text),
        sign: visit => {
          const { from, to } = window.of(visit);
          return passes.sign({ id: visit.id, validFrom: from, validTo: to });
        },
      }),
    },
  ],
  exports: [PassSigner, ShownRecords, VisitExpiry],
})
export class VisitsModule {}
