import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory';
import { ShownRecords } from '../idempotency';
import { IdentifiersModule } from '../identifiers';
import { AppConfig } from '../config/app-config';
import { Passes, PassesModule } from '../passes';
import { RedisConnection } from '../redis';
import { Clock } from '../shared/clock';
import { VisitorsModule } from '../visitors';
import { AddPhoto } from './application/add-photo';
import { AdministerVisitTypes } from './application/administer-visit-types';
import { AdmitVisit } from './application/admit-visit';
import { BeginVisit } from './application/begin-visit';
import { CheckPhotos } from './application/check-photos';
import { CreateVisit } from './application/create-visit';
import { EndVisit } from './application/end-visit';
import { ExpireVisits } from './application/expire-visits';
import { GetPhoto } from './application/get-photo';
import { ForeseeVisit } from './application/foresee-visit';
import { GetVisit } from './application/get-visit';
import { GetVisitorByDocument } from './application/get-visitor-by-document';
import { ListVisits } from './application/list-visits';
import { MoveVisit } from './application/move-visit';
import { PassVisit } from './application/pass-visit';
import { PhotoQueue } from './application/photo-queue';
import { PhotoCleaner, VisitPhotos } from './application/photos';
import {
  EntryCodeTries,
  OverdueVisits,
  PassSigner,
  VisitFacts,
  VisitorActivities,
  VisitorLookup,
  VisitRepository,
  VisitViews,
} from './application/ports';
import { RecordActivity } from './application/record-activity';
import { RejectVisit } from './application/reject-visit';
import { ScheduleVisit } from './application/schedule-visit';
import { UpdateVisit } from './application/update-visit';
import { VerifyVisit } from './application/verify-visit';
import { VisitAnswers } from './application/visit-answer';
import { VisitLists } from './application/visit-lists';
import { VisitTypes } from './application/visit-types';
import { AdmissionWindow } from './domain/admission-window';
// The document lists the actions in this order.
import { VisitsController } from './http/visits.controller';
import { TransitionsController } from './http/transitions.controller';
import { VisitListsController } from './http/visit-lists.controller';
import { VisitCommandsController } from './http/visit-commands.controller';
import { PhotosController } from './http/photos.controller';
import { ActivitiesController } from './http/activities.controller';
import { VisitorByDocumentController } from './http/visitor-by-document.controller';
import { VisitTypesController } from './http/visit-types.controller';
import { MemoryEntryCodeTries } from './infrastructure/memory-entry-code-tries';
import { RedisEntryCodeTries } from './infrastructure/redis-entry-code-tries';
import { ShownVisitRecords } from './infrastructure/shown-visit-records';
import { SharpPhotoCleaner } from './infrastructure/sharp-photo-cleaner';
import { TypeOrmOverdueVisits } from './infrastructure/type-orm-overdue-visits';
import { TypeOrmVisitFacts } from './infrastructure/type-orm-visit-facts';
import { TypeOrmVisitLists } from './infrastructure/type-orm-visit-lists';
import { VisitListClauses } from './infrastructure/visit-list-clauses';
import { TypeOrmVisitPhotos } from './infrastructure/type-orm-visit-photos';
import { TypeOrmVisitTypes } from './infrastructure/type-orm-visit-types';
import { TypeOrmVisitViews } from './infrastructure/type-orm-visit-views';
import { TypeOrmVisitRepository } from './infrastructure/type-orm-visit.repository';
import { TypeOrmVisitorLookup } from './infrastructure/type-orm-visitor-lookup';
import { TypeOrmVisitorActivities } from './infrastructure/type-orm-visitor-activities';
import { VisitExpiry } from './infrastructure/visit-expiry';

@Module({
  imports: [DirectoryModule, IdentifiersModule, PassesModule, VisitorsModule],
  controllers: [
    VisitsController,
    VisitListsController,
    TransitionsController,
    VisitCommandsController,
    PhotosController,
    ActivitiesController,
    VisitorByDocumentController,
    VisitTypesController,
  ],
  providers: [
    AddPhoto,
    AdministerVisitTypes,
    AdmitVisit,
    BeginVisit,
    CheckPhotos,
    CreateVisit,
    EndVisit,
    ExpireVisits,
    GetPhoto,
    ForeseeVisit,
    GetVisit,
    GetVisitorByDocument,
    ListVisits,
    MoveVisit,
    PassVisit,
    PhotoQueue,
    RecordActivity,
    RejectVisit,
    ScheduleVisit,
    UpdateVisit,
    VerifyVisit,
    VisitAnswers,
    TypeOrmVisitRepository,
    { provide: VisitRepository, useExisting: TypeOrmVisitRepository },
    { provide: OverdueVisits, useClass: TypeOrmOverdueVisits },
    VisitExpiry,
    { provide: VisitTypes, useClass: TypeOrmVisitTypes },
    { provide: ShownRecords, useClass: ShownVisitRecords },
    { provide: VisitPhotos, useClass: TypeOrmVisitPhotos },
    { provide: PhotoCleaner, useClass: SharpPhotoCleaner },
    { provide: VisitFacts, useClass: TypeOrmVisitFacts },
    { provide: VisitViews, useClass: TypeOrmVisitViews },
    { provide: VisitorLookup, useClass: TypeOrmVisitorLookup },
    VisitListClauses,
    { provide: VisitLists, useClass: TypeOrmVisitLists },
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
  exports: [VisitExpiry, ShownRecords],
})
export class VisitsModule {}
