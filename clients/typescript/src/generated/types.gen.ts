// Generated from docs/openapi.json by `npm run docs`; do not edit.

export type ClientOptions = {
    baseUrl: `${string}://${string}` | (string & {});
};

export type LoginReq = {
    /**
     * The login of the calling system or user
     */
    UserLogin: string;
    /**
     * Its API key: base64 of at least 16 random bytes
     */
    ApiKey: string;
};

export type LoginResp = {
    /**
     * To be sent with every action
     */
    Token: string;
    /**
     * Life of the token in seconds, from now
     */
    ExpireInSec: number;
    /**
     * End of its life, UTC
     */
    ExpireDate: string;
};

export type SimplePersonsResp = {
    /**
     * The persons of this page
     */
    Persons: Array<SimplePerson>;
    /**
     * Which page this is
     */
    Paging: Paging;
};

export type SimplePerson = {
    /**
     * Unique id of the person
     */
    PersonId: string;
    /**
     * Given name
     */
    Name?: string | null;
    /**
     * Family name
     */
    Surname?: string | null;
};

export type Paging = {
    /**
     * This page, from 1
     */
    PageNumber: number;
    /**
     * Rows a page
     */
    PageSize: number;
    /**
     * Rows on all pages
     */
    TotalCount: number;
};

export type Person = {
    /**
     * Unique id of the person
     */
    PersonId: string;
    /**
     * Given name
     */
    Name?: string | null;
    /**
     * Family name
     */
    Surname?: string | null;
    /**
     * E-mail address
     */
    Email?: string | null;
    /**
     * Path of the unit
     */
    Structure?: string | null;
};

export type PersonsResp = {
    /**
     * The persons of this page
     */
    Persons: Array<Person>;
    /**
     * Which page this is
     */
    Paging: Paging;
};

export type OrgStructuresResp = {
    /**
     * The units of this page
     */
    OrgStructures: Array<OrgStructure>;
    /**
     * Which page this is
     */
    Paging: Paging;
};

export type OrgStructure = {
    /**
     * Unique path of the unit
     */
    Structure: string;
    /**
     * Title
     */
    Title?: string | null;
    /**
     * Description
     */
    Desc?: string | null;
    /**
     * Path of the unit above
     */
    ParentUnit?: string | null;
    /**
     * Kind of unit
     */
    Type?: string | null;
    /**
     * Short form
     */
    Shortcut?: string | null;
    /**
     * When it was last changed
     */
    TimeLastChange?: string | null;
};

export type PersonUpsertReq = {
    /**
     * Persons to make or change
     */
    Persons: Array<Person>;
    /**
     * Does the same and takes it back; false when left out
     */
    DryRun?: boolean | null;
    /**
     * Stores the good rows although others are at fault; false when left out
     */
    Partial?: boolean | null;
};

export type UpsertResp = {
    /**
     * What became of each row, in order
     */
    Results: Array<UpsertResult>;
    /**
     * Rows that were new
     */
    Created: number;
    /**
     * Rows that differed from what was on file
     */
    Changed: number;
    /**
     * Rows that did not
     */
    Left: number;
    /**
     * Rows that were at fault and were not stored
     */
    Refused: number;
    /**
     * Nothing was stored, as the request wished
     */
    DryRun: boolean;
};

export type UpsertResult = {
    /**
     * Which row, from 1
     */
    Row: number;
    /**
     * Its PersonId or Structure; null when that is at fault
     */
    Key?: string | null;
    /**
     * created, changed, left as it was, or refused
     */
    Outcome: string;
    /**
     * What is wrong with a refused row
     */
    Faults: Array<FieldFault>;
};

export type FieldFault = {
    /**
     * Path of the member, as documented
     */
    Field: string;
    /**
     * What is wrong with it; the value is never repeated
     */
    Problem: string;
};

export type OrgStructureUpsertReq = {
    /**
     * Units to make or change; TimeLastChange is ignored
     */
    OrgStructures: Array<OrgStructure>;
    /**
     * Does the same and takes it back; false when left out
     */
    DryRun?: boolean | null;
    /**
     * Stores the good rows although others are at fault; false when left out
     */
    Partial?: boolean | null;
};

export type IdentifiersResp = {
    /**
     * The cards, by RegistrationNr, then by InternalNrLong
     */
    Identifiers: Array<VisitorIdentifier>;
    /**
     * Where in the list this is
     */
    Paging: Paging;
};

export type VisitorIdentifier = {
    /**
     * Number inside the card, hexadecimal; leading zeros do not count
     */
    InternalNrLong: string;
    /**
     * Number printed on the card
     */
    RegistrationNr?: string | null;
    /**
     * Technology of the card
     */
    Technology?: number | null;
    /**
     * 3: visiting card
     */
    Type?: number | null;
    /**
     * 0 free, 1 assigned, 2 lost
     */
    Status?: number | null;
    /**
     * Usable from
     */
    ValidFrom?: string | null;
    /**
     * Usable until
     */
    ValidTo?: string | null;
};

export type IdentifierCreateReq = {
    /**
     * The card
     */
    Identifier: VisitorIdentifier;
};

export type IdentifierUpdateReq = {
    /**
     * Number inside the card, hexadecimal; leading zeros do not count
     */
    InternalNrLong: string;
    /**
     * Number printed on the card
     */
    RegistrationNr?: string | null;
    /**
     * Technology of the card
     */
    Technology?: number | null;
    /**
     * 3: visiting card
     */
    Type?: number | null;
    /**
     * 0 free, 1 assigned, 2 lost
     */
    Status?: number | null;
    /**
     * Usable from
     */
    ValidFrom?: string | null;
    /**
     * Usable until
     */
    ValidTo?: string | null;
};

export type ActivityTypesResp = {
    /**
     * By title
     */
    ActivityTypes: Array<ActivityType>;
    /**
     * Where in the list this is
     */
    Paging: Paging;
};

export type ActivityType = {
    /**
     * Unique title
     */
    Title: string;
    /**
     * Short form
     */
    Shortcut?: string | null;
    /**
     * Days after which it is due again
     */
    Frequency?: number | null;
    /**
     * 1: the visitor signs for it
     */
    Signed?: number | null;
};

export type ActivityTypeCreateReq = {
    /**
     * The kind of activity
     */
    ActivityType: ActivityType;
};

export type VisitorCreateReq = {
    /**
     * The visitor
     */
    Visitor: Visitor;
};

export type Visitor = {
    /**
     * Given in a request, it is that visitor, made with this id when unknown. Absent, it is the visitor on file of the same document, else of the same e-mail address and name, else of the same name and day of birth, else a new one; nothing on file is overwritten, and VisitorMatch tells which it was
     */
    VisitorId?: string | null;
    /**
     * Given name
     */
    Name: string;
    /**
     * Family name
     */
    Surname: string;
    /**
     * Day of birth
     */
    DateOfBirth?: string | null;
    /**
     * Company
     */
    Company?: string | null;
    /**
     * E-mail address
     */
    Email?: string | null;
    /**
     * Phone number
     */
    PhoneNumber?: string | null;
    /**
     * Language to speak to the visitor in, BCP 47
     */
    Language?: string | null;
    /**
     * Identity document on file
     */
    Document?: IdentityDocument | null;
};

export type IdentityDocument = {
    /**
     * Document number
     */
    DocNumber: string;
    /**
     * Issuing country
     */
    State: string;
    /**
     * 0 passport, 1 identity card, 2 other
     */
    DocType: number;
};

export type VisitorCreateResp = {
    /**
     * The visitor as on file now
     */
    Visitor: Visitor;
    /**
     * 0 a new visitor; on file: 1 by VisitorId, 2 by the document, 3 by e-mail address and name, 4 by name and day of birth
     */
    VisitorMatch: number;
};

export type VisitorUpdateReq = {
    /**
     * What changes; what is left out or null stays
     */
    Visitor: VisitorChange;
};

export type VisitorChange = {
    /**
     * The visitor
     */
    VisitorId: string;
    /**
     * Given name
     */
    Name?: string | null;
    /**
     * Family name
     */
    Surname?: string | null;
    /**
     * Day of birth
     */
    DateOfBirth?: string | null;
    /**
     * Company
     */
    Company?: string | null;
    /**
     * E-mail address
     */
    Email?: string | null;
    /**
     * Phone number
     */
    PhoneNumber?: string | null;
    /**
     * Language to speak to the visitor in, BCP 47
     */
    Language?: string | null;
    /**
     * Identity document on file
     */
    Document?: IdentityDocument | null;
};

export type VisitorResp = {
    /**
     * The visitor as on file now
     */
    Visitor: Visitor;
};

export type VisitorsResp = {
    /**
     * By surname and name
     */
    Visitors: Array<Visitor>;
    /**
     * Where in the list this is
     */
    Paging: Paging;
};

export type ActivitiesResp = {
    /**
     * What the visitor has done, newest first
     */
    Activities: Array<VisitorActivity>;
    /**
     * Where in the list this is
     */
    Paging: Paging;
};

export type VisitorActivity = {
    /**
     * What was done; referred to by its title
     */
    ActivityType: ActivityType;
    /**
     * Until when it counts
     */
    ValidTo: string;
    /**
     * Description
     */
    Description?: string | null;
    /**
     * A file, such as the signed form
     */
    Attachment?: string | null;
};

export type VisitCreateReq = {
    /**
     * The visit identifier, the caller's own
     */
    VisitId: string;
    /**
     * The visitor
     */
    Visitor: Visitor;
    /**
     * The visitor's vehicle
     */
    Vehicle?: VisitorVehicle | null;
    /**
     * The visitor's trailer
     */
    Trailer?: VisitorVehicle | null;
    /**
     * The visit type; its title is enough
     */
    VisitType: VisitType;
    /**
     * Whom the visitor visits; the id is enough
     */
    VisitedPerson?: SimplePerson | null;
    /**
     * Which unit; the path is enough
     */
    VisitedOrgStructure?: OrgStructure | null;
    /**
     * Reason of the visit
     */
    Reason: string;
    /**
     * Who escorts the visitor; the id is enough
     */
    EscortedByPerson?: SimplePerson | null;
    /**
     * The card; its internal number is enough
     */
    Identifier?: VisitorIdentifier | null;
    /**
     * Photos of the visitor, base64: as for visit/addPhoto
     */
    Photos?: Array<string> | null;
};

export type VisitorVehicle = {
    /**
     * Licence plate
     */
    VehicleLP?: string | null;
    /**
     * 0 personal, 1 truck, 2 motorcycle, 3 trailer, 4 other
     */
    Type?: number | null;
    /**
     * Model
     */
    Model?: string | null;
    /**
     * Description
     */
    Desc?: string | null;
};

export type VisitType = {
    /**
     * Unique title, by which requests refer to the type
     */
    Title: string;
    /**
     * Short form
     */
    Shortcut?: string | null;
    /**
     * 1: an escort has to confirm
     */
    EscortRequired?: number | null;
    /**
     * Titles of the activities that the visitor must have done
     */
    RequiredActivities?: Array<string> | null;
};

export type VisitBeginResp = {
    /**
     * The same visitor's visit before this one; null when there is none that the caller may see
     */
    LastVisit?: Visit | null;
    /**
     * The visit
     */
    VisitId: string;
    /**
     * The visitor
     */
    Visitor: Visitor;
    /**
     * The visitor's vehicle
     */
    Vehicle?: VisitorVehicle | null;
    /**
     * The visitor's trailer
     */
    Trailer?: VisitorVehicle | null;
    /**
     * The visit type
     */
    VisitType: VisitType;
    /**
     * Whom the visitor visits
     */
    VisitedPerson?: SimplePerson | null;
    /**
     * Which unit the visitor visits
     */
    VisitedOrgStructure?: OrgStructure | null;
    /**
     * Who escorts the visitor
     */
    EscortedByPerson?: SimplePerson | null;
    /**
     * The visitor's card
     */
    Identifier?: VisitorIdentifier | null;
    /**
     * Reason of the visit
     */
    Reason: string;
    /**
     * New visit = 0; planned visit = 1; verified documents, PIN or finger prints = 2; not valid activity = 3; not confirmed by escort = 4; all is valid = 5; visit is in area = 6; visit left = 7; rejected = 8
     */
    State: number;
    /**
     * 0 a new visitor; on file: 1 by VisitorId, 2 by the document, 3 by e-mail address and name, 4 by name and day of birth
     */
    VisitorMatch: number;
};

export type Visit = {
    /**
     * The visit
     */
    VisitId: string;
    /**
     * The visitor
     */
    Visitor: Visitor;
    /**
     * The visitor's vehicle
     */
    Vehicle?: VisitorVehicle | null;
    /**
     * The visitor's trailer
     */
    Trailer?: VisitorVehicle | null;
    /**
     * The visit type
     */
    VisitType: VisitType;
    /**
     * Whom the visitor visits
     */
    VisitedPerson?: SimplePerson | null;
    /**
     * Which unit the visitor visits
     */
    VisitedOrgStructure?: OrgStructure | null;
    /**
     * Who escorts the visitor
     */
    EscortedByPerson?: SimplePerson | null;
    /**
     * The visitor's card
     */
    Identifier?: VisitorIdentifier | null;
    /**
     * Reason of the visit
     */
    Reason: string;
    /**
     * New visit = 0; planned visit = 1; verified documents, PIN or finger prints = 2; not valid activity = 3; not confirmed by escort = 4; all is valid = 5; visit is in area = 6; visit left = 7; rejected = 8
     */
    State: number;
};

export type VisitScheduleReq = {
    /**
     * The visit identifier, the caller's own
     */
    VisitId: string;
    /**
     * Day of the visit, in the site's zone; it is valid throughout
     */
    VisitDate: string;
    /**
     * The visitor
     */
    Visitor: Visitor;
    /**
     * The visitor's vehicle
     */
    Vehicle?: VisitorVehicle | null;
    /**
     * The visitor's trailer
     */
    Trailer?: VisitorVehicle | null;
    /**
     * The visit type; its title is enough
     */
    VisitType: VisitType;
    /**
     * Whom the visitor visits; the id is enough
     */
    VisitedPerson?: SimplePerson | null;
    /**
     * Which unit; the path is enough
     */
    VisitedOrgStructure?: OrgStructure | null;
    /**
     * Reason of the visit
     */
    Reason: string;
    /**
     * Who escorts the visitor; the id is enough
     */
    EscortedByPerson?: SimplePerson | null;
};

export type VisitUpdateReq = {
    /**
     * The visit identifier
     */
    VisitId: string;
    /**
     * The visitor's vehicle
     */
    Vehicle?: VisitorVehicle | null;
    /**
     * The visitor's trailer
     */
    Trailer?: VisitorVehicle | null;
    /**
     * The visit type; its title is enough
     */
    VisitType?: VisitType | null;
    /**
     * Whom the visitor visits; the id is enough
     */
    VisitedPerson?: SimplePerson | null;
    /**
     * Which unit; the path is enough
     */
    VisitedOrgStructure?: OrgStructure | null;
    /**
     * Who escorts the visitor; the id is enough
     */
    EscortedByPerson?: SimplePerson | null;
    /**
     * The card; its internal number is enough. The one that the visit had is free again
     */
    Identifier?: VisitorIdentifier | null;
    /**
     * Reason of the visit
     */
    Reason?: string | null;
    /**
     * Valid from
     */
    ValidFrom?: string | null;
    /**
     * Valid until
     */
    ValidTo?: string | null;
    /**
     * Members that are taken away: Vehicle, Trailer, VisitedPerson, VisitedOrgStructure, EscortedByPerson, Identifier
     */
    Clear?: Array<string> | null;
};

export type VisitGetResp = {
    /**
     * The same visitor's visit before this one; null when there is none that the caller may see
     */
    LastVisit?: Visit | null;
    /**
     * The visit
     */
    VisitId: string;
    /**
     * The visitor
     */
    Visitor: Visitor;
    /**
     * The visitor's vehicle
     */
    Vehicle?: VisitorVehicle | null;
    /**
     * The visitor's trailer
     */
    Trailer?: VisitorVehicle | null;
    /**
     * The visit type
     */
    VisitType: VisitType;
    /**
     * Whom the visitor visits
     */
    VisitedPerson?: SimplePerson | null;
    /**
     * Which unit the visitor visits
     */
    VisitedOrgStructure?: OrgStructure | null;
    /**
     * Who escorts the visitor
     */
    EscortedByPerson?: SimplePerson | null;
    /**
     * The visitor's card
     */
    Identifier?: VisitorIdentifier | null;
    /**
     * Reason of the visit
     */
    Reason: string;
    /**
     * New visit = 0; planned visit = 1; verified documents, PIN or finger prints = 2; not valid activity = 3; not confirmed by escort = 4; all is valid = 5; visit is in area = 6; visit left = 7; rejected = 8
     */
    State: number;
};

export type HistoryResp = {
    /**
     * Steps of the visit, first one first
     */
    History: Array<HistoryStep>;
    /**
     * Where in the list this is
     */
    Paging: Paging;
};

export type HistoryStep = {
    /**
     * When
     */
    Time: string;
    /**
     * The command
     */
    Command: string;
    /**
     * State before; null for the first step
     */
    FromState?: number | null;
    /**
     * State after
     */
    ToState: number;
    /**
     * Reason given
     */
    Reason?: string | null;
    /**
     * For reject: 0 denied, 1 cancelled, 2 no-show, 3 expired
     */
    ReasonCode?: number | null;
    /**
     * Login of who did it
     */
    UserLogin: string;
    /**
     * Client address it came from
     */
    Address: string;
    /**
     * RequestId of the call
     */
    RequestId: string;
};

export type EntryCodeResp = {
    /**
     * Six digits; null once the visit is over
     */
    IdentifierEntryCode?: string | null;
    /**
     * Text to put in a QR picture: a signed pass, a compact JWS; null once the visit is over
     */
    IdentifierEntryCodeQR?: string | null;
};

export type TransitionsResp = {
    /**
     * The visit
     */
    VisitId: string;
    /**
     * State of the visit
     */
    State: number;
    /**
     * Every command on a visit
     */
    Transitions: Array<Transition>;
};

export type Transition = {
    /**
     * The command, as in visit/{Command}
     */
    Command: string;
    /**
     * Whether it would be carried out now
     */
    Allowed: boolean;
    /**
     * State that it would lead to
     */
    ToState?: number | null;
    /**
     * Error number that it would get
     */
    Code?: number | null;
    /**
     * Text of that error
     */
    Message?: string | null;
    /**
     * What would clear the way: into the command, or past the check; empty where nothing would
     */
    ClearedBy: Array<TransitionClearance>;
};

export type TransitionClearance = {
    /**
     * command: to be given first; activity: to be recorded for the visitor; confirmation: of the person, by approve; privilege, recordPermission, setting: to be given by an administrator
     */
    Kind: string;
    /**
     * Name of the command, title of the activity, PersonId of who is to confirm (empty: anybody), or which right
     */
    Name: string;
};

export type VisitGetAllResp = {
    /**
     * The visits that the caller may view
     */
    Visits: Array<VisitGetAll>;
    /**
     * Where in the list this is
     */
    Paging: VisitPaging;
};

export type VisitGetAll = {
    /**
     * The visit
     */
    VisitId?: string | null;
    /**
     * The visitor
     */
    VisitorId?: string | null;
    /**
     * Family and given name
     */
    Visitor?: string | null;
    /**
     * Plate of the vehicle
     */
    VisitorVehicleLP?: string | null;
    /**
     * Plate of the trailer
     */
    VisitorTrailerLP?: string | null;
    /**
     * Title of the visit type
     */
    VisitType?: string | null;
    /**
     * Family and given name of the host
     */
    VisitedPerson?: string | null;
    /**
     * PersonId of the host
     */
    VisitedPersonId?: string | null;
    /**
     * Path of the visited unit
     */
    VisitedOrgStructure?: string | null;
    /**
     * Family and given name of the escort
     */
    EscortedByPerson?: string | null;
    /**
     * PersonId of the escort
     */
    EscortedByPersonId?: string | null;
    /**
     * Six digits; null once the visit is over, and without the privilege View of agenda Identifiers
     */
    IdentifierEntryCode?: string | null;
    /**
     * Text to put in a QR picture; null where the code is
     */
    IdentifierEntryCodeQR?: string | null;
    /**
     * Reason of the visit
     */
    Reason?: string | null;
    /**
     * Whether it was announced
     */
    IsPlanned?: boolean | null;
    /**
     * Valid from
     */
    ValidFrom?: string | null;
    /**
     * Valid until
     */
    ValidTo?: string | null;
    /**
     * State, 0 to 8
     */
    State?: number | null;
};

export type VisitPaging = {
    /**
     * This page, from 1; null with a cursor
     */
    PageNumber?: number | null;
    /**
     * Rows a page
     */
    PageSize: number;
    /**
     * Rows on all pages; null with a cursor
     */
    TotalCount?: number | null;
    /**
     * With a cursor: the next one; null after the last row
     */
    NextCursor?: string | null;
    /**
     * With a cursor: the newest change when the first page was told. The ChangedSince of the next round
     */
    ChangedUntil?: string | null;
};

export type VisitVerifyReq = {
    /**
     * The visit identifier
     */
    VisitId: string;
    /**
     * Kept in the history
     */
    Reason?: string | null;
    /**
     * 0 document, 1 PIN or entry code, 2 fingerprint
     */
    Method: number;
    /**
     * For method 0: must equal the one on file; kept when there is none
     */
    Document?: IdentityDocument | null;
    /**
     * For method 1
     */
    EntryCode?: string | null;
};

export type VisitCommandReq = {
    /**
     * The visit identifier
     */
    VisitId: string;
    /**
     * Kept in the history
     */
    Reason?: string | null;
};

export type VisitApproveReq = {
    /**
     * The visit identifier
     */
    VisitId: string;
    /**
     * Who confirms; the id is enough
     */
    ApprovedByPerson: SimplePerson;
    /**
     * Kept in the history
     */
    Reason: string;
};

export type VisitEndReq = {
    /**
     * The visit identifier
     */
    VisitId: string;
    /**
     * The reason for ending the visit
     */
    Reason: string;
};

export type VisitRejectReq = {
    /**
     * The visit identifier
     */
    VisitId: string;
    /**
     * 0 denied, 1 cancelled, 2 no-show, 3 expired
     */
    ReasonCode: number;
    /**
     * The reason for rejecting the visit
     */
    Reason: string;
};

export type PhotoAddReq = {
    /**
     * The visit identifier
     */
    VisitId: string;
    /**
     * The photo: JPEG or PNG, 5 MB at most
     */
    Photo: string;
};

export type PhotoResp = {
    /**
     * The visit identifier
     */
    VisitId: string;
    /**
     * Its number, by which it is read
     */
    PhotoNumber: number;
    /**
     * In pixels, upright
     */
    Width: number;
    /**
     * In pixels, upright
     */
    Height: number;
    /**
     * image/jpeg or image/png
     */
    Type: string;
    /**
     * In bytes, as it is kept
     */
    Size: number;
};

export type PhotoGetResp = {
    /**
     * The visit identifier
     */
    VisitId: string;
    /**
     * Its number
     */
    PhotoNumber: number;
    /**
     * How many photos the visit has
     */
    PhotoCount: number;
    /**
     * image/jpeg or image/png; null of what was kept before photos were checked and is neither
     */
    Type?: string | null;
    /**
     * In pixels; null where Type is
     */
    Width?: number | null;
    /**
     * In pixels; null where Type is
     */
    Height?: number | null;
    /**
     * The photo
     */
    Photo: string;
};

export type ActivityCreateReq = {
    /**
     * The visitor
     */
    VisitorId: string;
    /**
     * What the visitor has done
     */
    Activity: VisitorActivity;
};

export type VisitorGetByDocReq = {
    /**
     * Document number
     */
    DocNumber: string;
    /**
     * Issuing country
     */
    State: string;
    /**
     * 0 passport, 1 identity card, 2 other
     */
    DocType: number;
    /**
     * Given name; case and accents do not count
     */
    Name: string;
    /**
     * Family name; case and accents do not count
     */
    Surname: string;
    /**
     * Day of birth
     */
    DateOfBirth?: string | null;
};

export type VisitorGetByDocResp = {
    /**
     * Null: nobody on file
     */
    Visitor?: Visitor | null;
    /**
     * The newest visit that the caller may view; null when there is none
     */
    LastVisit?: Visit | null;
};

export type VisitTypesResp = {
    /**
     * The visit types, by title
     */
    VisitTypes: Array<VisitType>;
    /**
     * Where in the list this is
     */
    Paging: Paging;
};

export type VisitTypeCreateReq = {
    /**
     * The visit type
     */
    VisitType: VisitType;
};

export type VisitTypeUpdateReq = {
    /**
     * Unique title, by which requests refer to the type
     */
    Title: string;
    /**
     * Short form
     */
    Shortcut?: string | null;
    /**
     * 1: an escort has to confirm
     */
    EscortRequired?: number | null;
    /**
     * Titles of the activities that the visitor must have done
     */
    RequiredActivities?: Array<string> | null;
};

export type ErrorEnvelope = {
    /**
     * What was refused and why
     */
    Message: string;
    /**
     * Error number of the contract; null for 404 on an unknown route, 405, 413, 415 and 500
     */
    Code?: number | null;
    /**
     * Also in the X-Request-Id header, and in the log
     */
    RequestId: string;
    /**
     * For 1002: every bad member at once
     */
    Details?: Array<FieldFault> | null;
};

/**
 * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
 */
export type IdempotencyKey = string;

export type LoginData = {
    body: LoginReq;
    path?: never;
    query?: never;
    url: '/login';
};

export type LoginErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1003** UserLogin or ApiKey are unknown: no such login, or the user is blocked
     *
     * **1004** ApiKey is invalid: the login is known and the key is not its key
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type LoginError = LoginErrors[keyof LoginErrors];

export type LoginResponses = {
    /**
     * 0: Successfully done
     */
    200: LoginResp;
};

export type LoginResponse = LoginResponses[keyof LoginResponses];

export type VisitGetPersonByNameData = {
    body?: never;
    path?: never;
    query: {
        /**
         * Pattern over `name surname` and over `surname name`. `%` stands for any characters, also none; without one the whole name must equal
         */
        Name: string;
        /**
         * 1: case and accents count; 0 when left out: they do not
         */
        UseDiacritics?: number;
        /**
         * Page, from 1
         */
        PageNumber?: number;
        /**
         * Rows a page; 100 when left out
         */
        PageSize?: number;
    };
    url: '/visit/getPersonByName';
};

export type VisitGetPersonByNameErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9230** Privilege View of agenda Persons violated: the user lacks the privilege
     */
    403: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitGetPersonByNameError = VisitGetPersonByNameErrors[keyof VisitGetPersonByNameErrors];

export type VisitGetPersonByNameResponses = {
    /**
     * 0: Successfully done
     */
    200: SimplePersonsResp;
};

export type VisitGetPersonByNameResponse = VisitGetPersonByNameResponses[keyof VisitGetPersonByNameResponses];

export type PersonGetData = {
    body?: never;
    path?: never;
    query: {
        /**
         * Unique id of the person
         */
        PersonId: string;
    };
    url: '/person/get';
};

export type PersonGetErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9230** Privilege View of agenda Persons violated: the user lacks the privilege
     *
     * **9235** Record permission View of agenda Persons violated for [{0}]: the user may view persons, but not this one
     */
    403: ErrorEnvelope;
    /**
     * **1100** PersonId [{0}] not found: no person has this PersonId
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type PersonGetError = PersonGetErrors[keyof PersonGetErrors];

export type PersonGetResponses = {
    /**
     * 0: Successfully done
     */
    200: Person;
};

export type PersonGetResponse = PersonGetResponses[keyof PersonGetResponses];

export type PersonGetAllData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Stands anywhere in `name surname` or `surname name`; shorter than three characters, at its beginning. Case and accents do not count
         */
        Text?: string;
        /**
         * Path of a unit: its persons, and those of all units below it
         */
        Structure?: string;
        /**
         * Page, from 1
         */
        PageNumber?: number;
        /**
         * Rows a page; 100 when left out
         */
        PageSize?: number;
    };
    url: '/person/getAll';
};

export type PersonGetAllErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9230** Privilege View of agenda Persons violated: the user lacks the privilege
     */
    403: ErrorEnvelope;
    /**
     * **1160** Organization structure [{0}] not found: no org unit has this path
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type PersonGetAllError = PersonGetAllErrors[keyof PersonGetAllErrors];

export type PersonGetAllResponses = {
    /**
     * 0: Successfully done
     */
    200: PersonsResp;
};

export type PersonGetAllResponse = PersonGetAllResponses[keyof PersonGetAllResponses];

export type VisitGetStructureAllData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Path of a unit: itself and all below it
         */
        Structure?: string;
        /**
         * Page, from 1
         */
        PageNumber?: number;
        /**
         * Rows a page; 100 when left out
         */
        PageSize?: number;
    };
    url: '/visit/getStructureAll';
};

export type VisitGetStructureAllErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1161** Privilege View of agenda Organizational structure violated for [{0}]: the user lacks the privilege
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **1160** Organization structure [{0}] not found: no org unit has this path
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitGetStructureAllError = VisitGetStructureAllErrors[keyof VisitGetStructureAllErrors];

export type VisitGetStructureAllResponses = {
    /**
     * 0: Successfully done
     */
    200: OrgStructuresResp;
};

export type VisitGetStructureAllResponse = VisitGetStructureAllResponses[keyof VisitGetStructureAllResponses];

export type OrgStructureGetData = {
    body?: never;
    path?: never;
    query: {
        /**
         * Path of the unit
         */
        Structure: string;
    };
    url: '/orgStructure/get';
};

export type OrgStructureGetErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1161** Privilege View of agenda Organizational structure violated for [{0}]: the user lacks the privilege
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9236** Record permission View of agenda Organizational structure violated for [{0}]: the user may view org units, but not this one
     */
    403: ErrorEnvelope;
    /**
     * **1160** Organization structure [{0}] not found: no org unit has this path
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type OrgStructureGetError = OrgStructureGetErrors[keyof OrgStructureGetErrors];

export type OrgStructureGetResponses = {
    /**
     * 0: Successfully done
     */
    200: OrgStructure;
};

export type OrgStructureGetResponse = OrgStructureGetResponses[keyof OrgStructureGetResponses];

export type OrgStructureGetAllData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Stands anywhere in title, short form and path; shorter than three characters, at the beginning of the title. Case and accents do not count
         */
        Text?: string;
        /**
         * Path of a unit: those directly below it
         */
        ParentUnit?: string;
        /**
         * Page, from 1
         */
        PageNumber?: number;
        /**
         * Rows a page; 100 when left out
         */
        PageSize?: number;
    };
    url: '/orgStructure/getAll';
};

export type OrgStructureGetAllErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1161** Privilege View of agenda Organizational structure violated for [{0}]: the user lacks the privilege
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **1160** Organization structure [{0}] not found: no org unit has this path
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type OrgStructureGetAllError = OrgStructureGetAllErrors[keyof OrgStructureGetAllErrors];

export type OrgStructureGetAllResponses = {
    /**
     * 0: Successfully done
     */
    200: OrgStructuresResp;
};

export type OrgStructureGetAllResponse = OrgStructureGetAllResponses[keyof OrgStructureGetAllResponses];

export type PersonUpsertData = {
    body: PersonUpsertReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/person/upsert';
};

export type PersonUpsertErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9231** Privilege New of agenda Persons violated: the user lacks the privilege
     *
     * **9232** Privilege Edit of agenda Persons violated: the user lacks the privilege
     */
    403: ErrorEnvelope;
    /**
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type PersonUpsertError = PersonUpsertErrors[keyof PersonUpsertErrors];

export type PersonUpsertResponses = {
    /**
     * 0: Successfully done
     */
    200: UpsertResp;
};

export type PersonUpsertResponse = PersonUpsertResponses[keyof PersonUpsertResponses];

export type OrgStructureUpsertData = {
    body: OrgStructureUpsertReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/orgStructure/upsert';
};

export type OrgStructureUpsertErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9233** Privilege New of agenda Organizational structure violated: the user lacks the privilege
     *
     * **9234** Privilege Edit of agenda Organizational structure violated: the user lacks the privilege
     */
    403: ErrorEnvelope;
    /**
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type OrgStructureUpsertError = OrgStructureUpsertErrors[keyof OrgStructureUpsertErrors];

export type OrgStructureUpsertResponses = {
    /**
     * 0: Successfully done
     */
    200: UpsertResp;
};

export type OrgStructureUpsertResponse = OrgStructureUpsertResponses[keyof OrgStructureUpsertResponses];

export type IdentifierGetAllData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Page, from 1
         */
        PageNumber?: number;
        /**
         * Rows a page; 100 when left out
         */
        PageSize?: number;
        /**
         * 0 free, 1 assigned, 2 lost
         */
        Status?: number;
        /**
         * Technology of the card
         */
        Technology?: number;
        /**
         * 3: visiting card
         */
        Type?: number;
        /**
         * What InternalNrLong begins with (case and leading zeros do not count), or RegistrationNr (case counts)
         */
        Text?: string;
    };
    url: '/identifier/getAll';
};

export type IdentifierGetAllErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1141** Privilege View of agenda Identifiers violated for [{0}]: the user lacks the privilege
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type IdentifierGetAllError = IdentifierGetAllErrors[keyof IdentifierGetAllErrors];

export type IdentifierGetAllResponses = {
    /**
     * 0: Successfully done
     */
    200: IdentifiersResp;
};

export type IdentifierGetAllResponse = IdentifierGetAllResponses[keyof IdentifierGetAllResponses];

export type IdentifierCreateData = {
    body: IdentifierCreateReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/identifier/create';
};

export type IdentifierCreateErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9220** Privilege New of agenda Identifiers violated: the user lacks the privilege
     *
     * **9221** Identifier [{0}] already exists: a card with this internal number is there already
     */
    403: ErrorEnvelope;
    /**
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type IdentifierCreateError = IdentifierCreateErrors[keyof IdentifierCreateErrors];

export type IdentifierCreateResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitorIdentifier;
};

export type IdentifierCreateResponse = IdentifierCreateResponses[keyof IdentifierCreateResponses];

export type IdentifierUpdateData = {
    body: IdentifierUpdateReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/identifier/update';
};

export type IdentifierUpdateErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9222** Privilege Edit of agenda Identifiers violated: the user lacks the privilege
     *
     * **9223** Record permission Edit of agenda Identifiers violated for [{0}]: the user may edit cards, but not this one
     */
    403: ErrorEnvelope;
    /**
     * **1140** Identifier [{0}] not found: no card has this internal number
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type IdentifierUpdateError = IdentifierUpdateErrors[keyof IdentifierUpdateErrors];

export type IdentifierUpdateResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitorIdentifier;
};

export type IdentifierUpdateResponse = IdentifierUpdateResponses[keyof IdentifierUpdateResponses];

export type ActivityTypeGetAllData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Page, from 1
         */
        PageNumber?: number;
        /**
         * Rows a page; 100 when left out
         */
        PageSize?: number;
    };
    url: '/activityType/getAll';
};

export type ActivityTypeGetAllErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1526** Privilege View of agenda Visitors violated for [Visitor {0}]: the user lacks the privilege; {0} is the login
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type ActivityTypeGetAllError = ActivityTypeGetAllErrors[keyof ActivityTypeGetAllErrors];

export type ActivityTypeGetAllResponses = {
    /**
     * 0: Successfully done
     */
    200: ActivityTypesResp;
};

export type ActivityTypeGetAllResponse = ActivityTypeGetAllResponses[keyof ActivityTypeGetAllResponses];

export type ActivityTypeCreateData = {
    body: ActivityTypeCreateReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/activityType/create';
};

export type ActivityTypeCreateErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9217** ActivityType [{0}] already exists: an activity type has this title
     *
     * **9218** Privilege Types of agenda Visitors violated: the user lacks the privilege
     */
    403: ErrorEnvelope;
    /**
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type ActivityTypeCreateError = ActivityTypeCreateErrors[keyof ActivityTypeCreateErrors];

export type ActivityTypeCreateResponses = {
    /**
     * 0: Successfully done
     */
    200: ActivityType;
};

export type ActivityTypeCreateResponse = ActivityTypeCreateResponses[keyof ActivityTypeCreateResponses];

export type VisitorCreateData = {
    body: VisitorCreateReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visitor/create';
};

export type VisitorCreateErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the user may view visitors, but not this one
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9211** Document belongs to another visitor than [{0}]: the document given for a visitor is already on file for somebody else
     *
     * **9214** Privilege New of agenda Visitors violated: the user lacks the privilege
     *
     * **9215** Visitor [{0}] already exists: visitor/create with an id that is in use
     */
    403: ErrorEnvelope;
    /**
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitorCreateError = VisitorCreateErrors[keyof VisitorCreateErrors];

export type VisitorCreateResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitorCreateResp;
};

export type VisitorCreateResponse = VisitorCreateResponses[keyof VisitorCreateResponses];

export type VisitorUpdateData = {
    body: VisitorUpdateReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visitor/update';
};

export type VisitorUpdateErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9211** Document belongs to another visitor than [{0}]: the document given for a visitor is already on file for somebody else
     *
     * **9212** Privilege Edit of agenda Visitors violated: the user lacks the privilege
     *
     * **9216** Record permission Edit of agenda Visitors violated for [Visitor {0}]: the user may edit visitors, but not this one
     */
    403: ErrorEnvelope;
    /**
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     *
     * **9202** Visitor [{0}] not found: no visitor has this VisitorId
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitorUpdateError = VisitorUpdateErrors[keyof VisitorUpdateErrors];

export type VisitorUpdateResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitorResp;
};

export type VisitorUpdateResponse = VisitorUpdateResponses[keyof VisitorUpdateResponses];

export type VisitorGetData = {
    body?: never;
    path?: never;
    query: {
        /**
         * The visitor
         */
        VisitorId: string;
    };
    url: '/visitor/get';
};

export type VisitorGetErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1526** Privilege View of agenda Visitors violated for [Visitor {0}]: the user lacks the privilege; {0} is the login
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the user may view visitors, but not this one
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **9202** Visitor [{0}] not found: no visitor has this VisitorId
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitorGetError = VisitorGetErrors[keyof VisitorGetErrors];

export type VisitorGetResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitorResp;
};

export type VisitorGetResponse = VisitorGetResponses[keyof VisitorGetResponses];

export type VisitorGetAllData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Anywhere in name, surname, company, e-mail, phone and document number, in this order; fewer than three characters must be the beginning of the name. Case and accents do not count
         */
        Text?: string;
        /**
         * The whole document number
         */
        DocNumber?: string;
        /**
         * The whole e-mail address; case does not count
         */
        Email?: string;
        /**
         * Page, from 1
         */
        PageNumber?: number;
        /**
         * Rows a page; 100 when left out
         */
        PageSize?: number;
    };
    url: '/visitor/getAll';
};

export type VisitorGetAllErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1526** Privilege View of agenda Visitors violated for [Visitor {0}]: the user lacks the privilege; {0} is the login
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitorGetAllError = VisitorGetAllErrors[keyof VisitorGetAllErrors];

export type VisitorGetAllResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitorsResp;
};

export type VisitorGetAllResponse = VisitorGetAllResponses[keyof VisitorGetAllResponses];

export type VisitorGetActivitiesData = {
    body?: never;
    path?: never;
    query: {
        /**
         * The visitor
         */
        VisitorId: string;
        /**
         * 1: with the attachments, which are null otherwise
         */
        WithAttachments?: number;
        /**
         * Page, from 1
         */
        PageNumber?: number;
        /**
         * Rows a page; 100 when left out
         */
        PageSize?: number;
    };
    url: '/visitor/getActivities';
};

export type VisitorGetActivitiesErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1526** Privilege View of agenda Visitors violated for [Visitor {0}]: the user lacks the privilege; {0} is the login
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the user may view visitors, but not this one
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **9202** Visitor [{0}] not found: no visitor has this VisitorId
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitorGetActivitiesError = VisitorGetActivitiesErrors[keyof VisitorGetActivitiesErrors];

export type VisitorGetActivitiesResponses = {
    /**
     * 0: Successfully done
     */
    200: ActivitiesResp;
};

export type VisitorGetActivitiesResponse = VisitorGetActivitiesResponses[keyof VisitorGetActivitiesResponses];

export type VisitCreateData = {
    body: VisitCreateReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visit/create';
};

export type VisitCreateErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9101** VisitId [{0}] already exists: create or schedule with an id that is in use
     *
     * **9103** Privilege New of agenda Visits violated: the user lacks the privilege
     *
     * **9203** Identifier [{0}] is assigned to another visit: another open visit holds the card
     *
     * **9210** Identifier [{0}] is lost or not valid now: the card is marked lost, or today is outside its ValidFrom and ValidTo
     *
     * **9211** Document belongs to another visitor than [{0}]: the document given for a visitor is already on file for somebody else
     */
    403: ErrorEnvelope;
    /**
     * **1100** PersonId [{0}] not found: no person has this PersonId
     *
     * **1140** Identifier [{0}] not found: no card has this internal number
     *
     * **1160** Organization structure [{0}] not found: no org unit has this path
     *
     * **1517** Visit not found: the visit was there when the action began and was erased before the action could finish
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     *
     * **9201** VisitType [{0}] not found: no visit type has this title
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitCreateError = VisitCreateErrors[keyof VisitCreateErrors];

export type VisitCreateResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitBeginResp;
};

export type VisitCreateResponse = VisitCreateResponses[keyof VisitCreateResponses];

export type VisitScheduleData = {
    body: VisitScheduleReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visit/schedule';
};

export type VisitScheduleErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9101** VisitId [{0}] already exists: create or schedule with an id that is in use
     *
     * **9103** Privilege New of agenda Visits violated: the user lacks the privilege
     *
     * **9211** Document belongs to another visitor than [{0}]: the document given for a visitor is already on file for somebody else
     */
    403: ErrorEnvelope;
    /**
     * **1100** PersonId [{0}] not found: no person has this PersonId
     *
     * **1160** Organization structure [{0}] not found: no org unit has this path
     *
     * **1517** Visit not found: the visit was there when the action began and was erased before the action could finish
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     *
     * **9201** VisitType [{0}] not found: no visit type has this title
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitScheduleError = VisitScheduleErrors[keyof VisitScheduleErrors];

export type VisitScheduleResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitBeginResp;
};

export type VisitScheduleResponse = VisitScheduleResponses[keyof VisitScheduleResponses];

export type VisitUpdateData = {
    body: VisitUpdateReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visit/update';
};

export type VisitUpdateErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9102** VisitId [{0}] in state {1} cannot be {2}: a command other than end is not allowed in the state of the visit
     *
     * **9104** Privilege Edit of agenda Visits violated: the user lacks the privilege
     *
     * **9105** Record permission Edit of agenda Visits violated: the user may edit visits, but not this one
     *
     * **9203** Identifier [{0}] is assigned to another visit: another open visit holds the card
     *
     * **9210** Identifier [{0}] is lost or not valid now: the card is marked lost, or today is outside its ValidFrom and ValidTo
     */
    403: ErrorEnvelope;
    /**
     * **1100** PersonId [{0}] not found: no person has this PersonId
     *
     * **1140** Identifier [{0}] not found: no card has this internal number
     *
     * **1160** Organization structure [{0}] not found: no org unit has this path
     *
     * **1517** Visit not found: the visit was there when the action began and was erased before the action could finish
     *
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     *
     * **9201** VisitType [{0}] not found: no visit type has this title
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitUpdateError = VisitUpdateErrors[keyof VisitUpdateErrors];

export type VisitUpdateResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitGetResp;
};

export type VisitUpdateResponse = VisitUpdateResponses[keyof VisitUpdateResponses];

export type VisitGetData = {
    body?: never;
    path?: never;
    query: {
        /**
         * The visit identifier
         */
        VisitId: string;
    };
    url: '/visit/get';
};

export type VisitGetErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1516** Privilege View of agenda Visits violated: the user lacks the privilege; visit/end asks for it too
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **1540** Visit not exists: no visit has this VisitId
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitGetError = VisitGetErrors[keyof VisitGetErrors];

export type VisitGetResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitGetResp;
};

export type VisitGetResponse = VisitGetResponses[keyof VisitGetResponses];

export type VisitGetHistoryData = {
    body?: never;
    path?: never;
    query: {
        /**
         * The visit identifier
         */
        VisitId: string;
        /**
         * Page, from 1
         */
        PageNumber?: number;
        /**
         * Rows a page; 100 when left out
         */
        PageSize?: number;
    };
    url: '/visit/getHistory';
};

export type VisitGetHistoryErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1516** Privilege View of agenda Visits violated: the user lacks the privilege; visit/end asks for it too
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **1540** Visit not exists: no visit has this VisitId
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitGetHistoryError = VisitGetHistoryErrors[keyof VisitGetHistoryErrors];

export type VisitGetHistoryResponses = {
    /**
     * 0: Successfully done
     */
    200: HistoryResp;
};

export type VisitGetHistoryResponse = VisitGetHistoryResponses[keyof VisitGetHistoryResponses];

export type VisitGetIdentifierEntryCodeData = {
    body?: never;
    path?: never;
    query: {
        /**
         * The visit identifier
         */
        VisitId: string;
    };
    url: '/visit/getIdentifierEntryCode';
};

export type VisitGetIdentifierEntryCodeErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1141** Privilege View of agenda Identifiers violated for [{0}]: the user lacks the privilege
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **1540** Visit not exists: no visit has this VisitId
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitGetIdentifierEntryCodeError = VisitGetIdentifierEntryCodeErrors[keyof VisitGetIdentifierEntryCodeErrors];

export type VisitGetIdentifierEntryCodeResponses = {
    /**
     * 0: Successfully done
     */
    200: EntryCodeResp;
};

export type VisitGetIdentifierEntryCodeResponse = VisitGetIdentifierEntryCodeResponses[keyof VisitGetIdentifierEntryCodeResponses];

export type VisitGetIdentifierEntryCodeImageData = {
    body?: never;
    path?: never;
    query: {
        /**
         * The visit identifier
         */
        VisitId: string;
        /**
         * png or svg; png when left out
         */
        Format?: string;
        /**
         * Width and height in pixels; 300 when left out
         */
        Size?: number;
    };
    url: '/visit/getIdentifierEntryCodeImage';
};

export type VisitGetIdentifierEntryCodeImageErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1141** Privilege View of agenda Identifiers violated for [{0}]: the user lacks the privilege
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **9113** VisitId [{0}] has no entry code any more: the visit is over
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitGetIdentifierEntryCodeImageError = VisitGetIdentifierEntryCodeImageErrors[keyof VisitGetIdentifierEntryCodeImageErrors];

export type VisitGetIdentifierEntryCodeImageResponses = {
    /**
     * 0: Successfully done
     */
    200: Blob | File;
};

export type VisitGetIdentifierEntryCodeImageResponse = VisitGetIdentifierEntryCodeImageResponses[keyof VisitGetIdentifierEntryCodeImageResponses];

export type VisitGetTransitionsData = {
    body?: never;
    path?: never;
    query: {
        /**
         * The visit identifier
         */
        VisitId: string;
    };
    url: '/visit/getTransitions';
};

export type VisitGetTransitionsErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1516** Privilege View of agenda Visits violated: the user lacks the privilege; visit/end asks for it too
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **1540** Visit not exists: no visit has this VisitId
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitGetTransitionsError = VisitGetTransitionsErrors[keyof VisitGetTransitionsErrors];

export type VisitGetTransitionsResponses = {
    /**
     * 0: Successfully done
     */
    200: TransitionsResp;
};

export type VisitGetTransitionsResponse = VisitGetTransitionsResponses[keyof VisitGetTransitionsResponses];

export type VisitGetAllData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Page, from 1
         */
        PageNumber?: number;
        /**
         * Rows a page; 100 when left out
         */
        PageSize?: number;
        /**
         * States, separated by commas
         */
        State?: string;
        /**
         * 1: visitors who are in the area (state 6)
         */
        OnSite?: number;
        /**
         * Visits that begin then or later
         */
        From?: string;
        /**
         * Visits that begin before
         */
        To?: string;
        /**
         * Text within the visitor's name, company, e-mail, phone or document number, case and accents aside; under three characters: at the beginning of the family name
         */
        Visitor?: string;
        /**
         * Visits of this visitor
         */
        VisitorId?: string;
        /**
         * Visits to this person
         */
        VisitedPersonId?: string;
        /**
         * Visits to this unit and to all below it
         */
        VisitedOrgStructure?: string;
        /**
         * Beginning of the plate of the vehicle or trailer, however it is spaced
         */
        Plate?: string;
        /**
         * Title of the visit type
         */
        VisitType?: string;
        /**
         * Visits that were made or changed then or later
         */
        ChangedSince?: string;
        /**
         * Created, ValidFrom or Changed; with - in front, the latest first. Left out: -ValidFrom where From or To is given, else -Changed where ChangedSince is given, else -Created
         */
        Sort?: string;
        /**
         * Members of the rows that are wanted, separated by commas; left out: all
         */
        Fields?: string;
        /**
         * For synchronising: empty at first, then the NextCursor of the answer before, with the same conditions. Rows come in the order in which the visits were made; Sort and PageNumber do not go with it
         */
        Cursor?: string;
    };
    url: '/visit/getAll';
};

export type VisitGetAllErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1516** Privilege View of agenda Visits violated: the user lacks the privilege; visit/end asks for it too
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **1100** PersonId [{0}] not found: no person has this PersonId
     *
     * **1160** Organization structure [{0}] not found: no org unit has this path
     *
     * **9201** VisitType [{0}] not found: no visit type has this title
     *
     * **9202** Visitor [{0}] not found: no visitor has this VisitorId
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitGetAllError = VisitGetAllErrors[keyof VisitGetAllErrors];

export type VisitGetAllResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitGetAllResp;
};

export type VisitGetAllResponse = VisitGetAllResponses[keyof VisitGetAllResponses];

export type VisitVerifyData = {
    body: VisitVerifyReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visit/verify';
};

export type VisitVerifyErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9102** VisitId [{0}] in state {1} cannot be {2}: a command other than end is not allowed in the state of the visit
     *
     * **9104** Privilege Edit of agenda Visits violated: the user lacks the privilege
     *
     * **9105** Record permission Edit of agenda Visits violated: the user may edit visits, but not this one
     *
     * **9106** Identity of the visitor of VisitId [{0}] not verified: the document shown is not the one on file, or the entry code is wrong or not valid now
     *
     * **9211** Document belongs to another visitor than [{0}]: the document given for a visitor is already on file for somebody else
     */
    403: ErrorEnvelope;
    /**
     * **1517** Visit not found: the visit was there when the action began and was erased before the action could finish
     *
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitVerifyError = VisitVerifyErrors[keyof VisitVerifyErrors];

export type VisitVerifyResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitGetResp;
};

export type VisitVerifyResponse = VisitVerifyResponses[keyof VisitVerifyResponses];

export type VisitCheckData = {
    body: VisitCommandReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visit/check';
};

export type VisitCheckErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9102** VisitId [{0}] in state {1} cannot be {2}: a command other than end is not allowed in the state of the visit
     *
     * **9104** Privilege Edit of agenda Visits violated: the user lacks the privilege
     *
     * **9105** Record permission Edit of agenda Visits violated: the user may edit visits, but not this one
     */
    403: ErrorEnvelope;
    /**
     * **1517** Visit not found: the visit was there when the action began and was erased before the action could finish
     *
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitCheckError = VisitCheckErrors[keyof VisitCheckErrors];

export type VisitCheckResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitGetResp;
};

export type VisitCheckResponse = VisitCheckResponses[keyof VisitCheckResponses];

export type VisitApproveData = {
    body: VisitApproveReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visit/approve';
};

export type VisitApproveErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9102** VisitId [{0}] in state {1} cannot be {2}: a command other than end is not allowed in the state of the visit
     *
     * **9104** Privilege Edit of agenda Visits violated: the user lacks the privilege
     *
     * **9105** Record permission Edit of agenda Visits violated: the user may edit visits, but not this one
     */
    403: ErrorEnvelope;
    /**
     * **1100** PersonId [{0}] not found: no person has this PersonId
     *
     * **1517** Visit not found: the visit was there when the action began and was erased before the action could finish
     *
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitApproveError = VisitApproveErrors[keyof VisitApproveErrors];

export type VisitApproveResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitGetResp;
};

export type VisitApproveResponse = VisitApproveResponses[keyof VisitApproveResponses];

export type VisitEnterData = {
    body: VisitCommandReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visit/enter';
};

export type VisitEnterErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9102** VisitId [{0}] in state {1} cannot be {2}: a command other than end is not allowed in the state of the visit
     *
     * **9104** Privilege Edit of agenda Visits violated: the user lacks the privilege
     *
     * **9105** Record permission Edit of agenda Visits violated: the user may edit visits, but not this one
     */
    403: ErrorEnvelope;
    /**
     * **1517** Visit not found: the visit was there when the action began and was erased before the action could finish
     *
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitEnterError = VisitEnterErrors[keyof VisitEnterErrors];

export type VisitEnterResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitGetResp;
};

export type VisitEnterResponse = VisitEnterResponses[keyof VisitEnterResponses];

export type VisitStepOutData = {
    body: VisitCommandReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visit/stepOut';
};

export type VisitStepOutErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9102** VisitId [{0}] in state {1} cannot be {2}: a command other than end is not allowed in the state of the visit
     *
     * **9104** Privilege Edit of agenda Visits violated: the user lacks the privilege
     *
     * **9105** Record permission Edit of agenda Visits violated: the user may edit visits, but not this one
     */
    403: ErrorEnvelope;
    /**
     * **1517** Visit not found: the visit was there when the action began and was erased before the action could finish
     *
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitStepOutError = VisitStepOutErrors[keyof VisitStepOutErrors];

export type VisitStepOutResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitGetResp;
};

export type VisitStepOutResponse = VisitStepOutResponses[keyof VisitStepOutResponses];

export type VisitEndData = {
    body: VisitEndReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visit/end';
};

export type VisitEndErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1516** Privilege View of agenda Visits violated: the user lacks the privilege; visit/end asks for it too
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **1545** VisitId [{0}] cannot be ended: the state of the visit is neither 5 nor 6
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **1517** Visit not found: the visit was there when the action began and was erased before the action could finish
     *
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitEndError = VisitEndErrors[keyof VisitEndErrors];

export type VisitEndResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitGetResp;
};

export type VisitEndResponse = VisitEndResponses[keyof VisitEndResponses];

export type VisitRejectData = {
    body: VisitRejectReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visit/reject';
};

export type VisitRejectErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9102** VisitId [{0}] in state {1} cannot be {2}: a command other than end is not allowed in the state of the visit
     *
     * **9104** Privilege Edit of agenda Visits violated: the user lacks the privilege
     *
     * **9105** Record permission Edit of agenda Visits violated: the user may edit visits, but not this one
     */
    403: ErrorEnvelope;
    /**
     * **1517** Visit not found: the visit was there when the action began and was erased before the action could finish
     *
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitRejectError = VisitRejectErrors[keyof VisitRejectErrors];

export type VisitRejectResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitGetResp;
};

export type VisitRejectResponse = VisitRejectResponses[keyof VisitRejectResponses];

export type VisitAddPhotoData = {
    body: PhotoAddReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visit/addPhoto';
};

export type VisitAddPhotoErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9102** VisitId [{0}] in state {1} cannot be {2}: a command other than end is not allowed in the state of the visit
     *
     * **9104** Privilege Edit of agenda Visits violated: the user lacks the privilege
     *
     * **9105** Record permission Edit of agenda Visits violated: the user may edit visits, but not this one
     */
    403: ErrorEnvelope;
    /**
     * **1517** Visit not found: the visit was there when the action began and was erased before the action could finish
     *
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitAddPhotoError = VisitAddPhotoErrors[keyof VisitAddPhotoErrors];

export type VisitAddPhotoResponses = {
    /**
     * 0: Successfully done
     */
    200: PhotoResp;
};

export type VisitAddPhotoResponse = VisitAddPhotoResponses[keyof VisitAddPhotoResponses];

export type VisitGetPhotoData = {
    body?: never;
    path?: never;
    query: {
        /**
         * The visit identifier
         */
        VisitId: string;
        /**
         * Which photo, from 1; the first one when left out
         */
        PhotoNumber?: number;
    };
    url: '/visit/getPhoto';
};

export type VisitGetPhotoErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1516** Privilege View of agenda Visits violated: the user lacks the privilege; visit/end asks for it too
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **9112** Photo {0} of VisitId [{1}] not found: the visit has no photo of this number
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitGetPhotoError = VisitGetPhotoErrors[keyof VisitGetPhotoErrors];

export type VisitGetPhotoResponses = {
    /**
     * 0: Successfully done
     */
    200: PhotoGetResp;
};

export type VisitGetPhotoResponse = VisitGetPhotoResponses[keyof VisitGetPhotoResponses];

export type VisitorCreateActivityData = {
    body: ActivityCreateReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visitor/createActivity';
};

export type VisitorCreateActivityErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9212** Privilege Edit of agenda Visitors violated: the user lacks the privilege
     *
     * **9213** Privilege Edit of item Activities of agenda Visitors violated: the user lacks the privilege Activities on agenda Visitors
     *
     * **9216** Record permission Edit of agenda Visitors violated for [Visitor {0}]: the user may edit visitors, but not this one
     */
    403: ErrorEnvelope;
    /**
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     *
     * **9202** Visitor [{0}] not found: no visitor has this VisitorId
     *
     * **9204** ActivityType [{0}] not found: no activity type has this title
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitorCreateActivityError = VisitorCreateActivityErrors[keyof VisitorCreateActivityErrors];

export type VisitorCreateActivityResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitorActivity;
};

export type VisitorCreateActivityResponse = VisitorCreateActivityResponses[keyof VisitorCreateActivityResponses];

export type VisitorGetByDocData = {
    body: VisitorGetByDocReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visitor/getByDoc';
};

export type VisitorGetByDocErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1526** Privilege View of agenda Visitors violated for [Visitor {0}]: the user lacks the privilege; {0} is the login
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the user may view visitors, but not this one
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitorGetByDocError = VisitorGetByDocErrors[keyof VisitorGetByDocErrors];

export type VisitorGetByDocResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitorGetByDocResp;
};

export type VisitorGetByDocResponse = VisitorGetByDocResponses[keyof VisitorGetByDocResponses];

export type VisitTypeGetAllData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Page, from 1
         */
        PageNumber?: number;
        /**
         * Rows a page; 100 when left out
         */
        PageSize?: number;
    };
    url: '/visitType/getAll';
};

export type VisitTypeGetAllErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1516** Privilege View of agenda Visits violated: the user lacks the privilege; visit/end asks for it too
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitTypeGetAllError = VisitTypeGetAllErrors[keyof VisitTypeGetAllErrors];

export type VisitTypeGetAllResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitTypesResp;
};

export type VisitTypeGetAllResponse = VisitTypeGetAllResponses[keyof VisitTypeGetAllResponses];

export type VisitTypeCreateData = {
    body: VisitTypeCreateReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visitType/create';
};

export type VisitTypeCreateErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9110** Privilege Types of agenda Visits violated: the user lacks the privilege Types on agenda Visits
     *
     * **9111** VisitType [{0}] already exists: a visit type with this title is there already
     */
    403: ErrorEnvelope;
    /**
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     *
     * **9204** ActivityType [{0}] not found: no activity type has this title
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitTypeCreateError = VisitTypeCreateErrors[keyof VisitTypeCreateErrors];

export type VisitTypeCreateResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitType;
};

export type VisitTypeCreateResponse = VisitTypeCreateResponses[keyof VisitTypeCreateResponses];

export type VisitTypeUpdateData = {
    body: VisitTypeUpdateReq;
    headers?: {
        /**
         * Makes a repeat safe: for 24 hours the same key with the same body gets the first answer again, and nothing is carried out twice
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/visitType/update';
};

export type VisitTypeUpdateErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it was forgotten, or its user was blocked or given a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; nothing is let in until it is mended
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, or too many wrong entry codes; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9110** Privilege Types of agenda Visits violated: the user lacks the privilege Types on agenda Visits
     */
    403: ErrorEnvelope;
    /**
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; when PostgreSQL is lost during a commit, storage unavailable may have changed it all the same: read, then decide
     *
     * **9201** VisitType [{0}] not found: no visit type has this title
     *
     * **9204** ActivityType [{0}] not found: no activity type has this title
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, or the charset is not UTF-8
     */
    415: ErrorEnvelope;
    /**
     * **9002** Idempotency-Key was used for another request: the user has sent another action, format or body under this key within 24 hours
     */
    422: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitTypeUpdateError = VisitTypeUpdateErrors[keyof VisitTypeUpdateErrors];

export type VisitTypeUpdateResponses = {
    /**
     * 0: Successfully done
     */
    200: VisitType;
};

export type VisitTypeUpdateResponse = VisitTypeUpdateResponses[keyof VisitTypeUpdateResponses];
