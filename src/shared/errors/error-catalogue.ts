const VISIT = '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11';
const VISITOR = '7c1e1b0a-5d7e-4f0e-9b1a-2f6f7e0c4d11';
const TOKEN = '3f0c9d5e-8a53-4c3e-9a43-1f5b6f1e7a10';
const REQUEST_ID = '9b2f6c1e-0c5d-4f6a-8e21-6f0d2c7b9a44';

/**
 * Every error of the API. Numbers, statuses and messages appear nowhere else in the program.
 *
 * `number` is the error number, or null if the contract gives none. `{0}`, `{1}` … are filled from the
 * parameters of the `AppError`; their count is part of the type. `sample` fills them in the
 * documents. `when` is documentation.
 * Documented numbers never change their meaning; numbers of Gatehouse start at 9000.
 */
export const errorCatalogue = {
  NotLicensed: {
    number: 8,
    status: 403,
    message: 'Not licensed',
    when: 'the agenda is not in the licence, or the licence is out of its dates, forged or unreadable',
  },
  TokenNotFound: {
    number: 1000,
    status: 401,
    message: 'Token {0} not found',
    sample: [TOKEN],
    when: 'no login issued this token, it expired long ago, or its user was blocked or got a new key since',
  },
  TokenExpired: {
    number: 1001,
    status: 401,
    message: 'Token {0} already expired',
    sample: [TOKEN],
    when: 'the token is older than its life; log in again',
  },
  BadParameters: {
    number: 1002,
    status: 400,
    message: 'Entry parameter missing or parameter bindigs failed',
    when: 'the body, a query parameter or the token is missing or malformed; Details names every bad field',
  },
  LoginUnknown: {
    number: 1003,
    status: 401,
    message: 'UserLogin or ApiKey are unknown',
    when: 'no such login, or the user is blocked',
  },
  KeyInvalid: {
    number: 1004,
    status: 401,
    message: 'ApiKey is invalid',
    when: 'the login is known and the key is not its key',
  },
  AddressRefused: {
    number: 1006,
    status: 401,
    message: 'Ip filter violated for ip client address [{0}]',
    sample: ['192.0.2.7'],
    when: 'the client address is outside the service-wide filter or outside the filter of the user',
  },
  FilterUnreadable: {
    number: 1007,
    status: 401,
    message: 'Ip filter [{0}] parsing failed',
    sample: ['10.0.0.0/99'],
    when: 'the filter of the user cannot be read; every request of the user is refused until it is corrected',
  },
  RateExceeded: {
    number: 1008,
    status: 401,
    message: 'Request rate policy violated for [{0}]',
    sample: ['reception'],
    when: 'too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After',
  },
  PersonNotFound: {
    number: 1100,
    status: 404,
    message: 'PersonId [{0}] not found',
    sample: ['100'],
    when: 'no person has this PersonId',
  },
  IdentifierNotFound: {
    number: 1140,
    status: 404,
    message: 'Identifier [{0}] not found',
    sample: ['4A1B2C3'],
    when: 'no card has this internal number',
  },
  IdentifiersViewPrivilege: {
    number: 1141,
    status: 403,
    message: 'Privilege View of agenda Identifiers violated for [{0}]',
    sample: ['reception'],
    when: 'the user lacks the privilege',
  },
  StructureNotFound: {
    number: 1160,
    status: 404,
    message: 'Organization structure [{0}] not found',
    sample: ['Organization structure - Company ABC - Production'],
    when: 'no org unit has this path',
  },
  StructureViewPrivilege: {
    number: 1161,
    status: 403,
    message: 'Privilege View of agenda Organizational structure violated for [{0}]',
    sample: ['reception'],
    when: 'the user lacks the privilege',
  },
  VisitsViewPrivilege: {
    number: 1516,
    status: 403,
    message: 'Privilege View of agenda Visits violated',
    when: 'the user lacks the privilege; visit/end asks for it too',
  },
  VisitGone: {
    number: 1517,
    status: 404,
    message: 'Visit not found',
    when: 'the visit was there when the action began and was erased before the action could finish',
  },
  VisitorsViewPrivilege: {
    number: 1526,
    status: 403,
    message: 'Privilege View of agenda Visitors violated for [Visitor {0}]',
    sample: ['reception'],
    when: 'the user lacks the privilege; {0} is the login',
  },
  VisitsViewPermission: {
    number: 1537,
    status: 403,
    message: 'Record permission View of agenda Visits violated',
    when: 'the user may view visits, but not this one',
  },
  VisitorsViewPermission: {
    number: 1538,
    status: 403,
    message: 'Record permission View of agenda Visitors violated for [Visitor {0}]',
    sample: [VISITOR],
    when: 'the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file',
  },
  VisitNotExists: {
    number: 1540,
    status: 404,
    message: 'Visit not exists',
    when: 'no visit has this VisitId',
  },
  VisitUpdateFailed: {
    number: 1544,
    status: 404,
    message: 'Updating visit ended with exception {0}.',
    sample: ['storage busy'],
    when: 'saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again',
  },
  VisitCannotBeEnded: {
    number: 1545,
    status: 403,
    message: 'VisitId [{0}] cannot be ended',
    sample: [VISIT],
    when: 'the state of the visit is neither 5 nor 6',
  },
  MethodDisabled: {
    number: 9001,
    status: 403,
    message: 'Method disabled by configuration',
    when: 'the action is named in DISABLED_METHODS',
  },
  IdempotencyKeyReused: {
    number: 9002,
    status: 422,
    message: 'Idempotency-Key was used for another request',
    when: 'the user has sent another action, format or body under this key within 24 hours',
  },
  IdempotencyKeyBusy: {
    number: 9003,
    status: 409,
    message: 'A request with this Idempotency-Key is under way',
    when: 'the first request under this key has not been answered yet; try again after Retry-After',
  },
  IdempotencyAnswerLost: {
    number: 9004,
    status: 409,
    message:
      'The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed',
    when: 'the service was stopped between the change and its answer, or the answer has more than 2 MB',
  },
  VisitExists: {
    number: 9101,
    status: 403,
    message: 'VisitId [{0}] already exists',
    sample: [VISIT],
    when: 'create or schedule with an id that is in use',
  },
  VisitCannotMove: {
    number: 9102,
    status: 403,
    message: 'VisitId [{0}] in state {1} cannot be {2}',
    sample: [VISIT, 0, 'entered'],
    when: 'a command other than end is not allowed in the state of the visit',
  },
  VisitsNewPrivilege: lacking(9103, 'Privilege New of agenda Visits violated'),
  VisitsEditPrivilege: lacking(9104, 'Privilege Edit of agenda Visits violated'),
  VisitsEditPermission: {
    number: 9105,
    status: 403,
    message: 'Record permission Edit of agenda Visits violated',
    when: 'the user may edit visits, but not this one',
  },
  IdentityNotVerified: {
    number: 9106,
    status: 403,
    message: 'Identity of the visitor of VisitId [{0}] not verified',
    sample: [VISIT],
    when: 'the document shown is not the one on file or is that of another visitor, or the entry code is wrong or not valid now',
  },
  VisitTypesPrivilege: {
    number: 9110,
    status: 403,
    message: 'Privilege Types of agenda Visits violated',
    when: 'the user lacks the privilege Types on agenda Visits',
  },
  VisitTypeExists: {
    number: 9111,
    status: 403,
    message: 'VisitType [{0}] already exists',
    sample: ['Delivery'],
    when: 'a visit type has this title',
  },
  PhotoNotFound: {
    number: 9112,
    status: 404,
    message: 'Photo {0} of VisitId [{1}] not found',
    sample: [1, VISIT],
    when: 'the visit has no photo of this number',
  },
  NoEntryCode: {
    number: 9113,
    status: 404,
    message: 'VisitId [{0}] has no entry code any more',
    sample: [VISIT],
    when: 'the visit is over',
  },
  VisitOutsideWindow: {
    number: 9114,
    status: 403,
    message: 'VisitId [{0}] can be checked and entered only from {1} to {2}',
    sample: [VISIT, '2026-11-23T07:00:00.000Z', '2026-11-23T22:59:59.999Z'],
    when: 'check or enter comes earlier than VISIT_EARLY_MINUTES before the visit is valid, or after its end; the times are UTC',
  },
  VisitTypeNotFound: {
    number: 9201,
    status: 404,
    message: 'VisitType [{0}] not found',
    sample: ['Delivery'],
    when: 'no visit type has this title',
  },
  VisitorNotFound: {
    number: 9202,
    status: 404,
    message: 'Visitor [{0}] not found',
    sample: [VISITOR],
    when: 'no visitor has this VisitorId',
  },
  IdentifierAssigned: {
    number: 9203,
    status: 403,
    message: 'Identifier [{0}] is assigned to another visit',
    sample: ['4A1B2C3'],
    when: 'another open visit holds the card',
  },
  ActivityTypeNotFound: {
    number: 9204,
    status: 404,
    message: 'ActivityType [{0}] not found',
    sample: ['Safety training'],
    when: 'no activity type has this title',
  },
  IdentifierUnusable: {
    number: 9210,
    status: 403,
    message: 'Identifier [{0}] is lost or not valid now',
    sample: ['4A1B2C3'],
    when: 'the card is marked lost, or today is outside its ValidFrom and ValidTo',
  },
  DocumentOfAnother: {
    number: 9211,
    status: 403,
    message: 'Document belongs to another visitor than [{0}]',
    sample: [VISITOR],
    when: 'the given document is on file for another visitor',
  },
  VisitorsEditPrivilege: lacking(9212, 'Privilege Edit of agenda Visitors violated'),
  ActivitiesEditPrivilege: {
    number: 9213,
    status: 403,
    message: 'Privilege Edit of item Activities of agenda Visitors violated',
    when: 'the user lacks the privilege Activities on agenda Visitors',
  },
  VisitorsNewPrivilege: lacking(9214, 'Privilege New of agenda Visitors violated'),
  VisitorExists: {
    number: 9215,
    status: 403,
    message: 'Visitor [{0}] already exists',
    sample: [VISITOR],
    when: 'visitor/create with an id that is in use',
  },
  VisitorsEditPermission: {
    number: 9216,
    status: 403,
    message: 'Record permission Edit of agenda Visitors violated for [Visitor {0}]',
    sample: [VISITOR],
    when: 'the user may edit visitors, but not this one',
  },
  ActivityTypeExists: {
    number: 9217,
    status: 403,
    message: 'ActivityType [{0}] already exists',
    sample: ['Safety training'],
    when: 'an activity type has this title',
  },
  ActivityTypesPrivilege: lacking(9218, 'Privilege Types of agenda Visitors violated'),
  AttachmentNotFound: {
    number: 9219,
    status: 404,
    message: 'Attachment of activity {0} of visitor [{1}] not found',
    sample: [1, VISITOR],
    when: 'the visitor has no activity of this number, or it has no attachment',
  },
  IdentifiersNewPrivilege: lacking(9220, 'Privilege New of agenda Identifiers violated'),
  IdentifierExists: {
    number: 9221,
    status: 403,
    message: 'Identifier [{0}] already exists',
    sample: ['4A1B2C3'],
    when: 'a card has this internal number',
  },
  IdentifiersEditPrivilege: lacking(9222, 'Privilege Edit of agenda Identifiers violated'),
  IdentifiersEditPermission: {
    number: 9223,
    status: 403,
    message: 'Record permission Edit of agenda Identifiers violated for [{0}]',
    sample: ['4A1B2C3'],
    when: 'the user may edit cards, but not this one',
  },
  PersonsViewPrivilege: lacking(9230, 'Privilege View of agenda Persons violated'),
  PersonsNewPrivilege: lacking(9231, 'Privilege New of agenda Persons violated'),
  PersonsEditPrivilege: lacking(9232, 'Privilege Edit of agenda Persons violated'),
  StructureNewPrivilege: lacking(9233, 'Privilege New of agenda Organizational structure violated'),
  StructureEditPrivilege: lacking(9234, 'Privilege Edit of agenda Organizational structure violated'),
  PersonsViewPermission: {
    number: 9235,
    status: 403,
    message: 'Record permission View of agenda Persons violated for [{0}]',
    sample: ['reception'],
    when: 'the user may view persons, but not this one',
  },
  StructureViewPermission: {
    number: 9236,
    status: 403,
    message: 'Record permission View of agenda Organizational structure violated for [{0}]',
    sample: ['reception'],
    when: 'the user may view org units, but not this one',
  },
  RouteNotFound: {
    number: null,
    status: 404,
    message: 'No such route. The actions are listed in the OpenAPI document',
    when: 'no action has this path',
  },
  MethodNotAllowed: {
    number: null,
    status: 405,
    message: 'The action does not answer to this verb. Use {0}',
    sample: ['POST'],
    when: 'the path is right and the verb is wrong; see Allow',
  },
  BodyTooLarge: {
    number: null,
    status: 413,
    message: 'The body is larger than the {0} bytes that this action reads',
    sample: [1_048_576],
    when: 'see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB',
  },
  UnsupportedMediaType: {
    number: null,
    status: 415,
    message:
      'The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported',
    when: 'the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header',
  },
  HostUnclear: {
    number: null,
    status: 400,
    message: 'The request has no Host header, or several',
    when: 'HTTP/1.1 asks for exactly one, even if it is empty',
  },
  ExpectationUnmet: {
    number: null,
    status: 417,
    message: 'The header Expect may say 100-continue and nothing else',
    when: 'the request expects something that the service does not support',
  },
  ServerFault: {
    number: null,
    status: 500,
    message:
      'The request failed in the server. Nothing more is told here; the log has it under RequestId {0}',
    sample: [REQUEST_ID],
    when: 'a fault of the service',
  },
} as const satisfies Record<string, ErrorRow>;

/** The error of a user without a privilege. */
function lacking<const Message extends string>(number: number, message: Message) {
  return { number, status: 403, message, when: 'the user lacks the privilege' } as const;
}

interface ErrorRow {
  readonly number: number | null;
  readonly status: number;
  readonly message: string;
  readonly sample?: readonly (string | number)[];
  readonly when: string;
}

/** The name of an error. The program and its tests use it instead of the number. */
export type ErrorCode = keyof typeof errorCatalogue;

type Placeholders<Text extends string> = Text extends `${string}{2}${string}`
  ? [string | number, string | number, string | number]
  : Text extends `${string}{1}${string}`
    ? [string | number, string | number]
    : Text extends `${string}{0}${string}`
      ? [string | number]
      : [];

/** The values for the placeholders of an error message, in order. */
export type ErrorParams<Code extends ErrorCode> = Placeholders<(typeof errorCatalogue)[Code]['message']>;

/** Does not compile where a row with placeholders has no sample, or too few values in it. */
const samples: {
  readonly [Code in ErrorCode]: ErrorParams<Code> extends []
    ? object
    : { sample: Readonly<ErrorParams<Code>> };
} = errorCatalogue;

/** The parameters of an error as the documents show it. */
export function sampleOf<Code extends ErrorCode>(code: Code): ErrorParams<Code> {
  const row: { sample?: readonly (string | number)[] } = samples[code];
  return (row.sample ?? []) as ErrorParams<Code>;
}
