import { generateKeyPairSync } from 'node:crypto';
import { Passes } from '../../src/passes';
import { TimeZone } from '../../src/shared/time-zone';
import { AddPhoto } from '../../src/visits/application/add-photo';
import { BeginVisit } from '../../src/visits/application/begin-visit';
import { CheckPhotos } from '../../src/pictures/application/check-photos';
import { CreateVisit } from '../../src/visits/application/create-visit';
import { ExpireVisits } from '../../src/visits/application/expire-visits';
import { GetPhoto } from '../../src/visits/application/get-photo';
import { ForeseeVisit } from '../../src/visits/application/foresee-visit';
import { GetVisit } from '../../src/visits/application/get-visit';
import { MoveVisit } from '../../src/visits/application/move-visit';
import { PhotoQueue } from '../../src/pictures/application/photo-queue';
import { RecordActivity } from '../../src/visits/application/record-activity';
import { ScheduleVisit } from '../../src/visits/application/schedule-visit';
import { UpdateVisit } from '../../src/visits/application/update-visit';
import { VerifyVisit } from '../../src/visits/application/verify-visit';
import { VisitAnswers } from '../../src/visits/application/visit-answer';
import { MemoryEntryCodeTries } from '../../src/visits/infrastructure/memory-entry-code-tries';
import { SharpPhotoCleaner } from '../../src/pictures/infrastructure/sharp-photo-cleaner';
import { AdmissionWindow } from '../../src/visits/domain/admission-window';
import { TestClock } from '../support/test-clock';
import { FakeRandom } from './fake-random';
import { FakeStorage } from './fake-storage';
import { FakeVisitFacts } from './fake-visit-facts';
import { FakeVisitPhotos } from './fake-visit-photos';
import { FakeVisitRepository } from './fake-visit.repository';
import { FakeVisitorLookup } from './fake-visitor-lookup';
import { FakeVisitorActivities } from './fake-visitor-activities';

/** Two hours before a visit is valid its visitor may come. */
const window = new AdmissionWindow(2 * 3_600_000);

/** Every use case of the visits upon fakes that share one storage, put together by hand. It is 09:00 in UTC. */
export class FakeReception {
  readonly clock = new TestClock('2026-11-23T09:00:00.000Z');
  readonly random = new FakeRandom();
  private readonly storage = new FakeStorage();
  readonly visits = new FakeVisitRepository(this.storage, this.clock, this.random);
  /** The same visits, as another node changes them. */
  readonly elsewhere = new FakeVisitRepository(this.storage, this.clock, this.random);
  readonly visitors = new FakeVisitorLookup(this.storage);
  readonly facts = new FakeVisitFacts(this.storage);
  readonly activities = new FakeVisitorActivities(this.storage);
  readonly photos = new FakeVisitPhotos(this.storage);

  private readonly keys = generateKeyPairSync('ed25519');
  /** For reading its passes. */
  readonly publicKeyPem = this.keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();

  private readonly passes = new Passes(this.keys.privateKey, 'Plant 1');
  private readonly answers = new VisitAnswers(this.visits, this.visitors);
  readonly move = new MoveVisit(this.visits, this.facts, this.answers, this.clock, window);
  private readonly beginVisit = new BeginVisit(this.visits, this.answers, this.clock, this.random);
  private readonly checkPhotos = new CheckPhotos(new SharpPhotoCleaner(), new PhotoQueue());
  readonly create: CreateVisit;
  readonly schedule: ScheduleVisit;
  readonly get = new GetVisit(this.answers, this.visits, this.passes);
  readonly getPhoto = new GetPhoto(this.answers, this.photos, this.checkPhotos);
  readonly addPhoto = new AddPhoto(this.visits, this.photos, this.checkPhotos);
  readonly update = new UpdateVisit(this.move, this.facts);
  readonly foresee = new ForeseeVisit(this.answers, this.facts, this.clock, window);
  readonly verify = new VerifyVisit(
    this.move,
    this.facts,
    new MemoryEntryCodeTries(this.clock, 64),
    window,
    this.passes,
  );
  readonly expire = new ExpireVisits(this.visits, this.clock, this.random);
  readonly recordActivity = new RecordActivity(this.activities, this.clock);

  constructor(zone = new TimeZone('UTC')) {
    this.create = new CreateVisit(this.beginVisit, zone, this.checkPhotos);
    this.schedule = new ScheduleVisit(this.beginVisit, zone);
  }
}
