import { randomBytes, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Call } from '../../test/hostile/site';

/** Rows of every list, enough for a page of maximum size. */
const ROWS = 1000;
const SLICE = 250;
const AT_ONCE = 20;
/** The most that fits into a body of 1 MB. */
const ATTACHMENT_BYTES = 700_000;
/** Number of history steps of the first visit. */
const STEPS = 200;

export type Given = Record<string, unknown>;

export interface Site {
  /** A visit with a long history, whose visitor has many activities. */
  readonly visit: string;
  readonly visitor: string;
  /** For the other clients. */
  readonly read: string;
  readonly changed: string;
  /** The photos that are the most expensive to check, in base64. */
  readonly photos: Readonly<Record<string, string>>;
}

/** The widest members that an action accepts. */
type Wide = (action: string, given?: Given) => Given;

/** A thousand rows of each kind, each of maximum width. */
export async function makeHuntSite(call: Call, wide: Wide): Promise<Site> {
  await makeDirectory(call, wide);
  await makeTypesAndCards(call, wide);
  return makeVisits(call, wide);
}

/** The key of a row: a path, an id or a title. */
export const key = (index: number) => `${'ß'.repeat(90)}${index}`;

async function makeDirectory(call: Call, wide: Wide): Promise<void> {
  const [person] = wide('person/upsert').Persons as Given[];
  const [unit] = wide('orgStructure/upsert').OrgStructures as Given[];
  const upsert = async (action: string, list: string, row: (index: number) => Given) => {
    for (let from = 0; from < ROWS; from += SLICE)
      await call(action, { [list]: Array.from({ length: SLICE }, (_, index) => row(from + index)) });
  };
  await upsert('orgStructure/upsert', 'OrgStructures', index => ({
    ...unit,
    ParentUnit: null,
    Structure: key(index),
  }));
  await upsert('person/upsert', 'Persons', index => ({ ...person, Structure: '', PersonId: key(index) }));
}

async function makeTypesAndCards(call: Call, wide: Wide): Promise<void> {
  const activityType = wide('activityType/create').ActivityType as Given;
  await each(index => call('activityType/create', { ActivityType: { ...activityType, Title: key(index) } }));
  const visitType = wide('visitType/create').VisitType as Given;
  const free = { EscortRequired: 0, RequiredActivities: [] };
  await each(index => call('visitType/create', { VisitType: { ...visitType, ...free, Title: key(index) } }));
  const card = wide('identifier/create').Identifier as Given;
  await each(index =>
    call('identifier/create', { Identifier: { ...card, InternalNrLong: (index + 1).toString(16) } }),
  );
}

async function makeVisits(call: Call, wide: Wide): Promise<Site> {
  const made: { VisitId: string; VisitorId: string }[] = [];
  const VisitType = { Title: key(0) };
  await each(async () => {
    const ids = { VisitId: randomUUID(), VisitorId: randomUUID() };
    await call('visit/create', wide('visit/create', { ...ids, VisitType, ...loose }));
    made.push(ids);
  });
  const [first, second, third] = made;
  if (!first || !second || !third) throw new Error('no visits');
  const { VisitId, VisitorId } = first;
  const activity = wide('visitor/createActivity', { VisitorId, ActivityType: { Title: key(0) } });
  const Attachment = randomBytes(ATTACHMENT_BYTES).toString('base64');
  const { Activity } = activity as { Activity: Given };
  await call('visitor/createActivity', { VisitorId, Activity: { ...Activity, Attachment } });
  await each(() => call('visitor/createActivity', activity));
  await call('visit/addPhoto', { VisitId, Photo: (await noise()).toString('base64') });
  for (let step = 0; step < STEPS; step += 1)
    await call('visit/update', { VisitId, Reason: `${step} ${'ß'.repeat(3000)}` });
  const photos = await hardPhotos();
  return { visit: VisitId, visitor: VisitorId, read: second.VisitId, changed: third.VisitId, photos };
}

async function each(make: (index: number) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < ROWS; index += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, (_, offset) => make(index + offset)));
}

/** Leaves out the members that refer to other records. */
export const loose = {
  VisitedPerson: undefined,
  VisitedOrgStructure: undefined,
  EscortedByPerson: undefined,
  Identifier: undefined,
  Photos: undefined,
  Document: undefined,
};

/** A photo of several megabytes. */
function noise(): Promise<Buffer> {
  const raw = { width: 1600, height: 1200, channels: 3 } as const;
  return sharp(randomBytes(raw.width * raw.height * raw.channels), { raw })
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** Photos of maximum size, one for each decoder path. */
async function hardPhotos(): Promise<Record<string, string>> {
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 4, background: 'green' } });
  const photos = {
    'a turned photo': picture(8000, 5000)
      .withMetadata({ orientation: 6 })
      .jpeg({ chromaSubsampling: '4:4:4' }),
    'a progressive photo': picture(3000, 2000)
      .withMetadata({ orientation: 6 })
      .jpeg({ progressive: true, chromaSubsampling: '4:4:4' }),
    'an interlaced PNG': picture(3000, 2000).withMetadata({ orientation: 6 }).png({ progressive: true }),
  };
  const made: Record<string, string> = {};
  for (const [name, photo] of Object.entries(photos))
    made[name] = (await photo.toBuffer()).toString('base64');
  return made;
}
