import type { User } from '../../src/auth/domain/user';
import type { Caller } from '../../src/shared/caller';
import type { DocumentData, VisitorData } from '../../src/shared/visitor';
import type { Photo } from '../../src/shared/photo';
import type { VisitDetails, VisitRepository } from '../../src/visits/application/ports';
import type { VisitBeginning } from '../../src/visits/domain/move';
import { Visit } from '../../src/visits/domain/visit';

/** A GUID that one can tell from others. */
export const guid = (n: number): string => `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const passport: DocumentData = { number: 'P1234567', state: 'CZ', type: 0 };

/** Somebody who may touch every visit and visitor, unless told otherwise. */
export function someCaller(changes: Partial<Caller> = {}): Caller {
  return {
    userId: guid(900),
    login: 'reception',
    address: '10.0.0.7',
    requestId: 'request-1',
    privileges: { Visits: ['View', 'New', 'Edit'], Visitors: ['View', 'New', 'Edit', 'Activities'] },
    recordPermissions: {},
    ...changes,
  };
}

/** Somebody new of whom nothing is told that could be on file, unless told otherwise. */
export function someVisitor(changes: Partial<VisitorData> = {}): VisitorData {
  return {
    id: null,
    name: 'Petr',
    surname: 'Svoboda',
    dateOfBirth: null,
    company: 'Svoboda s.r.o.',
    email: '',
    phoneNumber: '+420 123',
    language: 'cs-CZ',
    document: null,
    ...changes,
  };
}

export function somePhoto(changes: Partial<Photo> = {}): Photo {
  return { content: Buffer.from([0, 255, 10]), type: 'image/png', width: 3, height: 2, ...changes };
}

/** A delivery by somebody new, to nobody, without a card. */
export function someDetails(changes: Partial<VisitDetails> = {}): VisitDetails {
  return {
    visitor: someVisitor(),
    vehicle: null,
    trailer: null,
    visitType: 'Delivery',
    visitedPerson: null,
    visitedStructure: null,
    escort: null,
    identifier: null,
    reason: 'spare parts',
    photos: [],
    ...changes,
  };
}

/** Recorded activities that are to move no visit. */
export const leaveAlone = (): void => undefined;

export function someBeginning(n: number, changes: Partial<VisitBeginning> = {}): VisitBeginning {
  return {
    id: guid(n),
    createdBy: guid(900),
    structure: null,
    entryCode: String(n).padStart(6, '0'),
    validFrom: new Date('2026-11-23T09:00:00.000Z'),
    validTo: new Date('2026-11-23T23:59:59.999Z'),
    at: new Date('2026-11-23T09:00:00.000Z'),
    ...changes,
  };
}

export function someUser(changes: Partial<User> = {}): User {
  return {
    id: guid(900),
    login: 'reception',
    keyDigest: 'd'.repeat(64),
    blocked: false,
    ipFilter: '',
    ratePolicy: null,
    privileges: { Visits: ['View', 'New', 'Edit'] },
    recordPermissions: {},
    ...changes,
  };
}

/** A stored visit, to be moved. */
export async function storedVisit(visits: VisitRepository, id: string): Promise<Visit | undefined> {
  const found = await visits.find(id);
  return found && Visit.restore(found.visit);
}
