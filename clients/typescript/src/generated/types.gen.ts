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
     * To be sent with every action: a GUID of 128 random bits, so not a UUID of any version
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
     * Persons to create or change
     */
    Persons: Array<Person>;
    /**
     * Reports the outcome of each row without storing anything. Default: false
     */
    DryRun?: boolean | null;
    /**
     * Stores the valid rows even if others have faults. Default: false
     */
    Partial?: boolean | null;
};

export type UpsertResp = {
    /**
     * Outcome of each row, in order
     */
    Results: Array<UpsertResult>;
    /**
     * New rows
     */
    Created: number;
    /**
     * Rows that differed from the stored record
     */
    Changed: number;
    /**
     * Rows that were equal to the stored record
     */
    Left: number;
    /**
     * Rows with faults, which were not stored
     */
    Refused: number;
    /**
     * Whether it was a dry run: nothing was stored
     */
    DryRun: boolean;
};

export type UpsertResult = {
    /**
     * Row number, from 1
     */
    Row: number;
    /**
     * PersonId or Structure of the row; null if malformed
     */
    Key?: string | null;
    /**
     * Outcome of the row
     */
    Outcome: UpsertOutcome;
    /**
     * Faults of a refused row
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
     * Units to create or change; TimeLastChange is ignored
     */
    OrgStructures: Array<OrgStructure>;
    /**
     * Reports the outcome of each row without storing anything. Default: false
     */
    DryRun?: boolean | null;
    /**
     * Stores the valid rows even if others have faults. Default: false
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
     * Status of the card
     */
    Status?: IdentifierStatus | null;
    /**
     * Usable from; a date alone: from its beginning
     */
    ValidFrom?: string | null;
    /**
     * Usable until; a date alone: until its end
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
     * Status of the card
     */
    Status?: IdentifierStatus | null;
    /**
     * Usable from; a date alone: from its beginning
     */
    ValidFrom?: string | null;
    /**
     * Usable until; a date alone: until its end
     */
    ValidTo?: string | null;
    /**
     * Members that are taken away
     */
    Clear?: Array<IdentifierClear> | null;
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
     * Days after which the activity is due again
     */
    Frequency?: number | null;
    /**
     * Whether the visitor signs
     */
    Signed?: YesNo | null;
};

export type ActivityTypeCreateReq = {
    /**
     * The kind of activity
     */
    ActivityType: ActivityType;
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
     * Whether an escort has to confirm
     */
    EscortRequired?: YesNo | null;
    /**
     * Titles of the activities that the visitor must have done
     */
    RequiredActivities?: Array<string> | null;
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
     * Whether an escort has to confirm
     */
    EscortRequired?: YesNo | null;
    /**
     * Titles of the activities that the visitor must have done
     */
    RequiredActivities?: Array<string> | null;
};

export type VisitorCreateReq = {
    /**
     * The visitor
     */
    Visitor: Visitor;
};

export type Visitor = {
    /**
     * In a request: that visitor, registered with this id if unknown. Absent: the visitor on file with the same document, else with the same e-mail address and name, else with the same name and day of birth, else a new one. Nothing on file is overwritten, and VisitorMatch says how the visitor was found
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
     * Kind of document
     */
    DocType: DocumentType;
};

export type VisitorCreateResp = {
    /**
     * The visitor as on file now
     */
    Visitor: Visitor;
    /**
     * How the visitor was found
     */
    VisitorMatch: VisitorMatch;
};

export type VisitorUpdateReq = {
    /**
     * The changes; omitted or null members stay unchanged
     */
    Visitor: VisitorChange;
    /**
     * Members that are taken away
     */
    Clear?: Array<VisitorClear> | null;
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

export type VisitorUpdateResp = {
    /**
     * The visitor as on file now; for a caller without the permission View, only the changes
     */
    Visitor: VisitorChange;
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
     * The activities, newest first
     */
    Activities: Array<ListedActivity>;
    /**
     * Where in the list this is
     */
    Paging: Paging;
};

export type ListedActivity = {
    /**
     * The type, referred to by its title
     */
    ActivityType: ActivityType;
    /**
     * Valid until; a date alone: until its end
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
    /**
     * Number of the activity, for reading its attachment: from 1, in the order of recording
     */
    ActivityNumber: number;
    /**
     * Size of the attachment in bytes; null without one
     */
    AttachmentBytes?: number | null;
};

export type AttachmentResp = {
    /**
     * The visitor
     */
    VisitorId: string;
    /**
     * ActivityNumber of visitor/getActivities
     */
    ActivityNumber: number;
    /**
     * The file as it was recorded
     */
    Attachment: string;
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
     * Kind of vehicle
     */
    Type?: VehicleType | null;
    /**
     * Model
     */
    Model?: string | null;
    /**
     * Description
     */
    Desc?: string | null;
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
     * The visitor; the name alone to who may not view the visitor
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
     * State of the visit
     */
    State: VisitState;
    /**
     * Which visitor it is, and why. Null to who may not view the visitor
     */
    VisitorMatch?: VisitorMatch | null;
};

export type Visit = {
    /**
     * The visit
     */
    VisitId: string;
    /**
     * The visitor; the name alone to who may not view the visitor
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
     * State of the visit
     */
    State: VisitState;
};

export type VisitScheduleReq = {
    /**
     * The visit identifier, the caller's own
     */
    VisitId: string;
    /**
     * When the visitor is expected. A date alone is the whole day of the site
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
     * Valid from; a date alone: from its beginning
     */
    ValidFrom?: string | null;
    /**
     * Valid until; a date alone: until its end
     */
    ValidTo?: string | null;
    /**
     * Members that are taken away
     */
    Clear?: Array<VisitClear> | null;
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
     * The visitor; the name alone to who may not view the visitor
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
     * State of the visit
     */
    State: VisitState;
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
    Command: StepCommand;
    /**
     * State before; null for the first step
     */
    FromState?: VisitState | null;
    /**
     * State after
     */
    ToState: VisitState;
    /**
     * Reason given
     */
    Reason?: string | null;
    /**
     * Of reject: why
     */
    ReasonCode?: RejectReason | null;
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
    State: VisitState;
    /**
     * Every command on a visit
     */
    Transitions: Array<Transition>;
};

export type Transition = {
    /**
     * The command, as in visit/{Command}
     */
    Command: VisitCommand;
    /**
     * Whether it would be carried out now
     */
    Allowed: boolean;
    /**
     * State that it would lead to
     */
    ToState?: VisitState | null;
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
     * What it is
     */
    Kind: ClearanceKind;
    /**
     * Name of the command, title of the activity, PersonId of who is to confirm (empty: anybody), instant in UTC, or which right
     */
    Name: string;
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
     * How the identity is verified
     */
    Method: VerifyMethod;
    /**
     * For method Document: must equal the one on file; kept when there is none
     */
    Document?: IdentityDocument | null;
    /**
     * For method EntryCode: the six digits, or the text of the pass (IdentifierEntryCodeQR)
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
     * Why the visit is rejected
     */
    ReasonCode: RejectReason;
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
     * Its media type
     */
    Type: PhotoType;
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
     * Its media type; null of what was kept before photos were checked and has neither
     */
    Type?: PhotoType | null;
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

export type VisitorActivity = {
    /**
     * The type, referred to by its title
     */
    ActivityType: ActivityType;
    /**
     * Valid until; a date alone: until its end
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
     * Kind of document
     */
    DocType: DocumentType;
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
     * State
     */
    State?: VisitState | null;
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
     * With a cursor: names the newest change when the first page was told, to be handed back as it is: the ChangedSince of the next round. Null where there was none
     */
    ChangedUntil?: string | null;
};

export type ErrorEnvelope = {
    /**
     * What was refused and why
     */
    Message: string;
    /**
     * Error number; null for 404 on an unknown route, 400 for an unclear Host or what is no HTTP, 405, 408, 413, 415, 417, 431 and 500
     */
    Code?: number | null;
    /**
     * Also in the X-Request-Id header, and in the log
     */
    RequestId: string;
    /**
     * For 1002: every bad member at once; for 415: the headers at fault
     */
    Details?: Array<FieldFault> | null;
};

/**
 * What would clear the way:
 *
 * - command: a command that is given first
 * - activity: an activity that is recorded for the visitor
 * - confirmation: the word of a person, by approve
 * - time: a time, which has to be waited for
 * - privilege: a privilege, which an administrator gives
 * - recordPermission: a record permission, which an administrator gives
 * - setting: a setting, which an administrator changes
 */
export const ClearanceKind = {
    /**
     * command
     *
     * a command that is given first
     */
    command: 'command',
    /**
     * activity
     *
     * an activity that is recorded for the visitor
     */
    activity: 'activity',
    /**
     * confirmation
     *
     * the word of a person, by approve
     */
    confirmation: 'confirmation',
    /**
     * time
     *
     * a time, which has to be waited for
     */
    time: 'time',
    /**
     * privilege
     *
     * a privilege, which an administrator gives
     */
    privilege: 'privilege',
    /**
     * recordPermission
     *
     * a record permission, which an administrator gives
     */
    recordPermission: 'recordPermission',
    /**
     * setting
     *
     * a setting, which an administrator changes
     */
    setting: 'setting'
} as const;

/**
 * What would clear the way:
 *
 * - command: a command that is given first
 * - activity: an activity that is recorded for the visitor
 * - confirmation: the word of a person, by approve
 * - time: a time, which has to be waited for
 * - privilege: a privilege, which an administrator gives
 * - recordPermission: a record permission, which an administrator gives
 * - setting: a setting, which an administrator changes
 */
export type ClearanceKind = typeof ClearanceKind[keyof typeof ClearanceKind];

/**
 * Kind of identity document:
 *
 * - 0 (Passport): a passport
 * - 1 (IdentityCard): an identity card
 * - 2 (Other): another document
 */
export const DocumentType = {
    /**
     * Passport
     *
     * a passport
     */
    Passport: 0,
    /**
     * IdentityCard
     *
     * an identity card
     */
    IdentityCard: 1,
    /**
     * Other
     *
     * another document
     */
    Other: 2
} as const;

/**
 * Kind of identity document:
 *
 * - 0 (Passport): a passport
 * - 1 (IdentityCard): an identity card
 * - 2 (Other): another document
 */
export type DocumentType = typeof DocumentType[keyof typeof DocumentType];

/**
 * Members of a card that can be cleared:
 *
 * - RegistrationNr: Number printed on the card
 * - ValidFrom: Usable from; a date alone: from its beginning
 * - ValidTo: Usable until; a date alone: until its end
 */
export const IdentifierClear = {
    /**
     * RegistrationNr
     *
     * Number printed on the card
     */
    RegistrationNr: 'RegistrationNr',
    /**
     * ValidFrom
     *
     * Usable from; a date alone: from its beginning
     */
    ValidFrom: 'ValidFrom',
    /**
     * ValidTo
     *
     * Usable until; a date alone: until its end
     */
    ValidTo: 'ValidTo'
} as const;

/**
 * Members of a card that can be cleared:
 *
 * - RegistrationNr: Number printed on the card
 * - ValidFrom: Usable from; a date alone: from its beginning
 * - ValidTo: Usable until; a date alone: until its end
 */
export type IdentifierClear = typeof IdentifierClear[keyof typeof IdentifierClear];

/**
 * Status of a card:
 *
 * - 0 (Free): can be given to a visit
 * - 1 (Assigned): a visit has it
 * - 2 (Lost): was lost, and cannot be given to a visit
 */
export const IdentifierStatus = {
    /**
     * Free
     *
     * can be given to a visit
     */
    Free: 0,
    /**
     * Assigned
     *
     * a visit has it
     */
    Assigned: 1,
    /**
     * Lost
     *
     * was lost, and cannot be given to a visit
     */
    Lost: 2
} as const;

/**
 * Status of a card:
 *
 * - 0 (Free): can be given to a visit
 * - 1 (Assigned): a visit has it
 * - 2 (Lost): was lost, and cannot be given to a visit
 */
export type IdentifierStatus = typeof IdentifierStatus[keyof typeof IdentifierStatus];

/**
 * Media type of a photo:
 *
 * - image/jpeg (Jpeg): a JPEG
 * - image/png (Png): a PNG
 */
export const PhotoType = { /**
     * Jpeg
     *
     * a JPEG
     */
    Jpeg: 'image/jpeg', /**
     * Png
     *
     * a PNG
     */
    Png: 'image/png' } as const;

/**
 * Media type of a photo:
 *
 * - image/jpeg (Jpeg): a JPEG
 * - image/png (Png): a PNG
 */
export type PhotoType = typeof PhotoType[keyof typeof PhotoType];

/**
 * Format of a picture:
 *
 * - png: of as many pixels as were asked for
 * - svg: sharp at every size
 */
export const PictureFormat = { /**
     * png
     *
     * of as many pixels as were asked for
     */
    png: 'png', /**
     * svg
     *
     * sharp at every size
     */
    svg: 'svg' } as const;

/**
 * Format of a picture:
 *
 * - png: of as many pixels as were asked for
 * - svg: sharp at every size
 */
export type PictureFormat = typeof PictureFormat[keyof typeof PictureFormat];

/**
 * Why a visit was rejected:
 *
 * - 0 (Denied): the site refused the visitor
 * - 1 (Cancelled): it was called off
 * - 2 (NoShow): nobody came
 * - 3 (Expired): it was over before anybody closed it
 */
export const RejectReason = {
    /**
     * Denied
     *
     * the site refused the visitor
     */
    Denied: 0,
    /**
     * Cancelled
     *
     * it was called off
     */
    Cancelled: 1,
    /**
     * NoShow
     *
     * nobody came
     */
    NoShow: 2,
    /**
     * Expired
     *
     * it was over before anybody closed it
     */
    Expired: 3
} as const;

/**
 * Why a visit was rejected:
 *
 * - 0 (Denied): the site refused the visitor
 * - 1 (Cancelled): it was called off
 * - 2 (NoShow): nobody came
 * - 3 (Expired): it was over before anybody closed it
 */
export type RejectReason = typeof RejectReason[keyof typeof RejectReason];

/**
 * What a step of a visit was made by:
 *
 * - create: the visit began at the desk
 * - schedule: the visit was announced
 * - verify: the identity of the visitor is verified
 * - check: whether the visitor may be admitted is checked
 * - approve: the host or the escort confirms
 * - update: what the visit is about is changed
 * - enter: the visitor goes into the area
 * - stepOut: the visitor goes out of the area, to come back
 * - end: the visitor has left for good
 * - reject: the visitor is refused, or does not come
 */
export const StepCommand = {
    /**
     * create
     *
     * the visit began at the desk
     */
    create: 'create',
    /**
     * schedule
     *
     * the visit was announced
     */
    schedule: 'schedule',
    /**
     * verify
     *
     * the identity of the visitor is verified
     */
    verify: 'verify',
    /**
     * check
     *
     * whether the visitor may be admitted is checked
     */
    check: 'check',
    /**
     * approve
     *
     * the host or the escort confirms
     */
    approve: 'approve',
    /**
     * update
     *
     * what the visit is about is changed
     */
    update: 'update',
    /**
     * enter
     *
     * the visitor goes into the area
     */
    enter: 'enter',
    /**
     * stepOut
     *
     * the visitor goes out of the area, to come back
     */
    stepOut: 'stepOut',
    /**
     * end
     *
     * the visitor has left for good
     */
    end: 'end',
    /**
     * reject
     *
     * the visitor is refused, or does not come
     */
    reject: 'reject'
} as const;

/**
 * What a step of a visit was made by:
 *
 * - create: the visit began at the desk
 * - schedule: the visit was announced
 * - verify: the identity of the visitor is verified
 * - check: whether the visitor may be admitted is checked
 * - approve: the host or the escort confirms
 * - update: what the visit is about is changed
 * - enter: the visitor goes into the area
 * - stepOut: the visitor goes out of the area, to come back
 * - end: the visitor has left for good
 * - reject: the visitor is refused, or does not come
 */
export type StepCommand = typeof StepCommand[keyof typeof StepCommand];

/**
 * Outcome of a row:
 *
 * - created: it was new
 * - changed: it differed from the stored record
 * - left: it was equal to the stored record
 * - refused: it has a fault
 */
export const UpsertOutcome = {
    /**
     * created
     *
     * it was new
     */
    created: 'created',
    /**
     * changed
     *
     * it differed from the stored record
     */
    changed: 'changed',
    /**
     * left
     *
     * it was equal to the stored record
     */
    left: 'left',
    /**
     * refused
     *
     * it has a fault
     */
    refused: 'refused'
} as const;

/**
 * Outcome of a row:
 *
 * - created: it was new
 * - changed: it differed from the stored record
 * - left: it was equal to the stored record
 * - refused: it has a fault
 */
export type UpsertOutcome = typeof UpsertOutcome[keyof typeof UpsertOutcome];

/**
 * Kind of vehicle:
 *
 * - 0 (Personal): a personal car
 * - 1 (Truck): a truck
 * - 2 (Motorcycle): a motorcycle
 * - 3 (Trailer): a trailer
 * - 4 (Other): another vehicle
 */
export const VehicleType = {
    /**
     * Personal
     *
     * a personal car
     */
    Personal: 0,
    /**
     * Truck
     *
     * a truck
     */
    Truck: 1,
    /**
     * Motorcycle
     *
     * a motorcycle
     */
    Motorcycle: 2,
    /**
     * Trailer
     *
     * a trailer
     */
    Trailer: 3,
    /**
     * Other
     *
     * another vehicle
     */
    Other: 4
} as const;

/**
 * Kind of vehicle:
 *
 * - 0 (Personal): a personal car
 * - 1 (Truck): a truck
 * - 2 (Motorcycle): a motorcycle
 * - 3 (Trailer): a trailer
 * - 4 (Other): another vehicle
 */
export type VehicleType = typeof VehicleType[keyof typeof VehicleType];

/**
 * How the identity is verified:
 *
 * - 0 (Document): by an identity document
 * - 1 (EntryCode): by a PIN, the entry code or the pass
 * - 2 (Fingerprint): by a fingerprint, which the reader has matched
 */
export const VerifyMethod = {
    /**
     * Document
     *
     * by an identity document
     */
    Document: 0,
    /**
     * EntryCode
     *
     * by a PIN, the entry code or the pass
     */
    EntryCode: 1,
    /**
     * Fingerprint
     *
     * by a fingerprint, which the reader has matched
     */
    Fingerprint: 2
} as const;

/**
 * How the identity is verified:
 *
 * - 0 (Document): by an identity document
 * - 1 (EntryCode): by a PIN, the entry code or the pass
 * - 2 (Fingerprint): by a fingerprint, which the reader has matched
 */
export type VerifyMethod = typeof VerifyMethod[keyof typeof VerifyMethod];

/**
 * What can be taken away from a visit:
 *
 * - Vehicle: The visitor's vehicle
 * - Trailer: The visitor's trailer
 * - VisitedPerson: Whom the visitor visits; the id is enough
 * - VisitedOrgStructure: Which unit; the path is enough
 * - EscortedByPerson: Who escorts the visitor; the id is enough
 * - Identifier: The card; its internal number is enough. The one that the visit had is free again
 */
export const VisitClear = {
    /**
     * Vehicle
     *
     * The visitor's vehicle
     */
    Vehicle: 'Vehicle',
    /**
     * Trailer
     *
     * The visitor's trailer
     */
    Trailer: 'Trailer',
    /**
     * VisitedPerson
     *
     * Whom the visitor visits; the id is enough
     */
    VisitedPerson: 'VisitedPerson',
    /**
     * VisitedOrgStructure
     *
     * Which unit; the path is enough
     */
    VisitedOrgStructure: 'VisitedOrgStructure',
    /**
     * EscortedByPerson
     *
     * Who escorts the visitor; the id is enough
     */
    EscortedByPerson: 'EscortedByPerson',
    /**
     * Identifier
     *
     * The card; its internal number is enough. The one that the visit had is free again
     */
    Identifier: 'Identifier'
} as const;

/**
 * What can be taken away from a visit:
 *
 * - Vehicle: The visitor's vehicle
 * - Trailer: The visitor's trailer
 * - VisitedPerson: Whom the visitor visits; the id is enough
 * - VisitedOrgStructure: Which unit; the path is enough
 * - EscortedByPerson: Who escorts the visitor; the id is enough
 * - Identifier: The card; its internal number is enough. The one that the visit had is free again
 */
export type VisitClear = typeof VisitClear[keyof typeof VisitClear];

/**
 * Command on a visit, as in visit/{Command}:
 *
 * - verify: the identity of the visitor is verified
 * - check: whether the visitor may be admitted is checked
 * - approve: the host or the escort confirms
 * - update: what the visit is about is changed
 * - enter: the visitor goes into the area
 * - stepOut: the visitor goes out of the area, to come back
 * - end: the visitor has left for good
 * - reject: the visitor is refused, or does not come
 */
export const VisitCommand = {
    /**
     * verify
     *
     * the identity of the visitor is verified
     */
    verify: 'verify',
    /**
     * check
     *
     * whether the visitor may be admitted is checked
     */
    check: 'check',
    /**
     * approve
     *
     * the host or the escort confirms
     */
    approve: 'approve',
    /**
     * update
     *
     * what the visit is about is changed
     */
    update: 'update',
    /**
     * enter
     *
     * the visitor goes into the area
     */
    enter: 'enter',
    /**
     * stepOut
     *
     * the visitor goes out of the area, to come back
     */
    stepOut: 'stepOut',
    /**
     * end
     *
     * the visitor has left for good
     */
    end: 'end',
    /**
     * reject
     *
     * the visitor is refused, or does not come
     */
    reject: 'reject'
} as const;

/**
 * Command on a visit, as in visit/{Command}:
 *
 * - verify: the identity of the visitor is verified
 * - check: whether the visitor may be admitted is checked
 * - approve: the host or the escort confirms
 * - update: what the visit is about is changed
 * - enter: the visitor goes into the area
 * - stepOut: the visitor goes out of the area, to come back
 * - end: the visitor has left for good
 * - reject: the visitor is refused, or does not come
 */
export type VisitCommand = typeof VisitCommand[keyof typeof VisitCommand];

/**
 * Member of a row of visit/getAll:
 *
 * - VisitId: The visit
 * - VisitorId: The visitor
 * - Visitor: Family and given name
 * - VisitorVehicleLP: Plate of the vehicle
 * - VisitorTrailerLP: Plate of the trailer
 * - VisitType: Title of the visit type
 * - VisitedPerson: Family and given name of the host
 * - VisitedPersonId: PersonId of the host
 * - VisitedOrgStructure: Path of the visited unit
 * - EscortedByPerson: Family and given name of the escort
 * - EscortedByPersonId: PersonId of the escort
 * - IdentifierEntryCode: Six digits; null once the visit is over, and without the privilege View of agenda Identifiers
 * - IdentifierEntryCodeQR: Text to put in a QR picture; null where the code is
 * - Reason: Reason of the visit
 * - IsPlanned: Whether it was announced
 * - ValidFrom: Valid from
 * - ValidTo: Valid until
 * - State: State
 */
export const VisitGetAllMember = {
    /**
     * VisitId
     *
     * The visit
     */
    VisitId: 'VisitId',
    /**
     * VisitorId
     *
     * The visitor
     */
    VisitorId: 'VisitorId',
    /**
     * Visitor
     *
     * Family and given name
     */
    Visitor: 'Visitor',
    /**
     * VisitorVehicleLP
     *
     * Plate of the vehicle
     */
    VisitorVehicleLP: 'VisitorVehicleLP',
    /**
     * VisitorTrailerLP
     *
     * Plate of the trailer
     */
    VisitorTrailerLP: 'VisitorTrailerLP',
    /**
     * VisitType
     *
     * Title of the visit type
     */
    VisitType: 'VisitType',
    /**
     * VisitedPerson
     *
     * Family and given name of the host
     */
    VisitedPerson: 'VisitedPerson',
    /**
     * VisitedPersonId
     *
     * PersonId of the host
     */
    VisitedPersonId: 'VisitedPersonId',
    /**
     * VisitedOrgStructure
     *
     * Path of the visited unit
     */
    VisitedOrgStructure: 'VisitedOrgStructure',
    /**
     * EscortedByPerson
     *
     * Family and given name of the escort
     */
    EscortedByPerson: 'EscortedByPerson',
    /**
     * EscortedByPersonId
     *
     * PersonId of the escort
     */
    EscortedByPersonId: 'EscortedByPersonId',
    /**
     * IdentifierEntryCode
     *
     * Six digits; null once the visit is over, and without the privilege View of agenda Identifiers
     */
    IdentifierEntryCode: 'IdentifierEntryCode',
    /**
     * IdentifierEntryCodeQR
     *
     * Text to put in a QR picture; null where the code is
     */
    IdentifierEntryCodeQR: 'IdentifierEntryCodeQR',
    /**
     * Reason
     *
     * Reason of the visit
     */
    Reason: 'Reason',
    /**
     * IsPlanned
     *
     * Whether it was announced
     */
    IsPlanned: 'IsPlanned',
    /**
     * ValidFrom
     *
     * Valid from
     */
    ValidFrom: 'ValidFrom',
    /**
     * ValidTo
     *
     * Valid until
     */
    ValidTo: 'ValidTo',
    /**
     * State
     *
     * State
     */
    State: 'State'
} as const;

/**
 * Member of a row of visit/getAll:
 *
 * - VisitId: The visit
 * - VisitorId: The visitor
 * - Visitor: Family and given name
 * - VisitorVehicleLP: Plate of the vehicle
 * - VisitorTrailerLP: Plate of the trailer
 * - VisitType: Title of the visit type
 * - VisitedPerson: Family and given name of the host
 * - VisitedPersonId: PersonId of the host
 * - VisitedOrgStructure: Path of the visited unit
 * - EscortedByPerson: Family and given name of the escort
 * - EscortedByPersonId: PersonId of the escort
 * - IdentifierEntryCode: Six digits; null once the visit is over, and without the privilege View of agenda Identifiers
 * - IdentifierEntryCodeQR: Text to put in a QR picture; null where the code is
 * - Reason: Reason of the visit
 * - IsPlanned: Whether it was announced
 * - ValidFrom: Valid from
 * - ValidTo: Valid until
 * - State: State
 */
export type VisitGetAllMember = typeof VisitGetAllMember[keyof typeof VisitGetAllMember];

/**
 * Order of the visits:
 *
 * - Created: as they were made
 * - -Created (CreatedDescending): the latest made first
 * - ValidFrom: by ValidFrom
 * - -ValidFrom (ValidFromDescending): by ValidFrom, the latest first
 * - Changed: as they were changed
 * - -Changed (ChangedDescending): the latest changed first
 */
export const VisitSort = {
    /**
     * Created
     *
     * as they were made
     */
    Created: 'Created',
    /**
     * CreatedDescending
     *
     * the latest made first
     */
    CreatedDescending: '-Created',
    /**
     * ValidFrom
     *
     * by ValidFrom
     */
    ValidFrom: 'ValidFrom',
    /**
     * ValidFromDescending
     *
     * by ValidFrom, the latest first
     */
    ValidFromDescending: '-ValidFrom',
    /**
     * Changed
     *
     * as they were changed
     */
    Changed: 'Changed',
    /**
     * ChangedDescending
     *
     * the latest changed first
     */
    ChangedDescending: '-Changed'
} as const;

/**
 * Order of the visits:
 *
 * - Created: as they were made
 * - -Created (CreatedDescending): the latest made first
 * - ValidFrom: by ValidFrom
 * - -ValidFrom (ValidFromDescending): by ValidFrom, the latest first
 * - Changed: as they were changed
 * - -Changed (ChangedDescending): the latest changed first
 */
export type VisitSort = typeof VisitSort[keyof typeof VisitSort];

/**
 * State of a visit:
 *
 * - 0 (New): new visit
 * - 1 (Planned): planned visit
 * - 2 (Verified): verified documents, PIN or finger prints
 * - 3 (ActivityInvalid): not valid activity
 * - 4 (EscortUnconfirmed): not confirmed by escort
 * - 5 (Valid): all is valid
 * - 6 (InArea): visit is in area
 * - 7 (Left): visit left
 * - 8 (Rejected): rejected
 */
export const VisitState = {
    /**
     * New
     *
     * new visit
     */
    New: 0,
    /**
     * Planned
     *
     * planned visit
     */
    Planned: 1,
    /**
     * Verified
     *
     * verified documents, PIN or finger prints
     */
    Verified: 2,
    /**
     * ActivityInvalid
     *
     * not valid activity
     */
    ActivityInvalid: 3,
    /**
     * EscortUnconfirmed
     *
     * not confirmed by escort
     */
    EscortUnconfirmed: 4,
    /**
     * Valid
     *
     * all is valid
     */
    Valid: 5,
    /**
     * InArea
     *
     * visit is in area
     */
    InArea: 6,
    /**
     * Left
     *
     * visit left
     */
    Left: 7,
    /**
     * Rejected
     *
     * rejected
     */
    Rejected: 8
} as const;

/**
 * State of a visit:
 *
 * - 0 (New): new visit
 * - 1 (Planned): planned visit
 * - 2 (Verified): verified documents, PIN or finger prints
 * - 3 (ActivityInvalid): not valid activity
 * - 4 (EscortUnconfirmed): not confirmed by escort
 * - 5 (Valid): all is valid
 * - 6 (InArea): visit is in area
 * - 7 (Left): visit left
 * - 8 (Rejected): rejected
 */
export type VisitState = typeof VisitState[keyof typeof VisitState];

/**
 * Members of a visitor that can be cleared:
 *
 * - DateOfBirth: Day of birth
 * - Company: Company
 * - Email: E-mail address
 * - PhoneNumber: Phone number
 * - Language: Language to speak to the visitor in, BCP 47
 * - Document: Identity document on file
 */
export const VisitorClear = {
    /**
     * DateOfBirth
     *
     * Day of birth
     */
    DateOfBirth: 'DateOfBirth',
    /**
     * Company
     *
     * Company
     */
    Company: 'Company',
    /**
     * Email
     *
     * E-mail address
     */
    Email: 'Email',
    /**
     * PhoneNumber
     *
     * Phone number
     */
    PhoneNumber: 'PhoneNumber',
    /**
     * Language
     *
     * Language to speak to the visitor in, BCP 47
     */
    Language: 'Language',
    /**
     * Document
     *
     * Identity document on file
     */
    Document: 'Document'
} as const;

/**
 * Members of a visitor that can be cleared:
 *
 * - DateOfBirth: Day of birth
 * - Company: Company
 * - Email: E-mail address
 * - PhoneNumber: Phone number
 * - Language: Language to speak to the visitor in, BCP 47
 * - Document: Identity document on file
 */
export type VisitorClear = typeof VisitorClear[keyof typeof VisitorClear];

/**
 * How the visitor was found:
 *
 * - 0 (New): a new visitor
 * - 1 (VisitorId): on file by VisitorId
 * - 2 (Document): on file by the document
 * - 3 (EmailAndName): on file by e-mail address and name
 * - 4 (NameAndDateOfBirth): on file by name and day of birth
 */
export const VisitorMatch = {
    /**
     * New
     *
     * a new visitor
     */
    New: 0,
    /**
     * VisitorId
     *
     * on file by VisitorId
     */
    VisitorId: 1,
    /**
     * Document
     *
     * on file by the document
     */
    Document: 2,
    /**
     * EmailAndName
     *
     * on file by e-mail address and name
     */
    EmailAndName: 3,
    /**
     * NameAndDateOfBirth
     *
     * on file by name and day of birth
     */
    NameAndDateOfBirth: 4
} as const;

/**
 * How the visitor was found:
 *
 * - 0 (New): a new visitor
 * - 1 (VisitorId): on file by VisitorId
 * - 2 (Document): on file by the document
 * - 3 (EmailAndName): on file by e-mail address and name
 * - 4 (NameAndDateOfBirth): on file by name and day of birth
 */
export type VisitorMatch = typeof VisitorMatch[keyof typeof VisitorMatch];

/**
 * Whether it is so:
 *
 * - 0 (No): no
 * - 1 (Yes): yes
 */
export const YesNo = { /**
     * No
     *
     * no
     */
    No: 0, /**
     * Yes
     *
     * yes
     */
    Yes: 1 } as const;

/**
 * Whether it is so:
 *
 * - 0 (No): no
 * - 1 (Yes): yes
 */
export type YesNo = typeof YesNo[keyof typeof YesNo];

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
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
         * Pattern for `name surname` or `surname name`. `%` matches any characters, also none; without one, the whole name must match
         */
        Name: string;
        /**
         * Whether case and accents count. Default: no. 0 No, 1 Yes
         */
        UseDiacritics?: YesNo;
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
         * Part of `name surname` or `surname name`; shorter than three characters, its beginning. Case and accents do not count
         */
        Text?: string;
        /**
         * Path of a unit: lists its persons, and those of all units below it
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
         * Path of a unit: lists that unit and all below it
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
         * Part of title, short form and path; shorter than three characters, the beginning of the title. Case and accents do not count
         */
        Text?: string;
        /**
         * Path of a unit: lists the units directly below it
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
         * Cards of this status. 0 Free, 1 Assigned, 2 Lost
         */
        Status?: IdentifierStatus;
        /**
         * Technology of the card
         */
        Technology?: number;
        /**
         * 3: visiting card
         */
        Type?: number;
        /**
         * Beginning of InternalNrLong (case and leading zeros do not count) or of RegistrationNr (case counts)
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9220** Privilege New of agenda Identifiers violated: the user lacks the privilege
     *
     * **9221** Identifier [{0}] already exists: a card has this internal number
     */
    403: ErrorEnvelope;
    /**
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9110** Privilege Types of agenda Visits violated: the user lacks the privilege Types on agenda Visits
     *
     * **9111** VisitType [{0}] already exists: a visit type has this title
     */
    403: ErrorEnvelope;
    /**
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
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
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
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
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9211** Document belongs to another visitor than [{0}]: the given document is on file for another visitor
     *
     * **9214** Privilege New of agenda Visitors violated: the user lacks the privilege
     *
     * **9215** Visitor [{0}] already exists: visitor/create with an id that is in use
     */
    403: ErrorEnvelope;
    /**
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9211** Document belongs to another visitor than [{0}]: the given document is on file for another visitor
     *
     * **9212** Privilege Edit of agenda Visitors violated: the user lacks the privilege
     *
     * **9216** Record permission Edit of agenda Visitors violated for [Visitor {0}]: the user may edit visitors, but not this one
     */
    403: ErrorEnvelope;
    /**
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
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
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
    200: VisitorUpdateResp;
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1526** Privilege View of agenda Visitors violated for [Visitor {0}]: the user lacks the privilege; {0} is the login
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
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
         * Part of name, surname, company, e-mail, phone and document number, in this order; shorter than three characters, the beginning of the name. Case and accents do not count
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1526** Privilege View of agenda Visitors violated for [Visitor {0}]: the user lacks the privilege; {0} is the login
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
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

export type VisitorGetActivityAttachmentData = {
    body?: never;
    path?: never;
    query: {
        /**
         * The visitor
         */
        VisitorId: string;
        /**
         * ActivityNumber of visitor/getActivities
         */
        ActivityNumber: number;
    };
    url: '/visitor/getActivityAttachment';
};

export type VisitorGetActivityAttachmentErrors = {
    /**
     * **1002** Entry parameter missing or parameter bindigs failed: the body, a query parameter or the token is missing or malformed; Details names every bad field
     */
    400: ErrorEnvelope;
    /**
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1526** Privilege View of agenda Visitors violated for [Visitor {0}]: the user lacks the privilege; {0} is the login
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **9202** Visitor [{0}] not found: no visitor has this VisitorId
     *
     * **9219** Attachment of activity {0} of visitor [{1}] not found: the visitor has no activity of this number, or it has no attachment
     */
    404: ErrorEnvelope;
    /**
     * The request failed in the server. Nothing more is told here; the log has it under RequestId {0}: a fault of the service
     */
    500: ErrorEnvelope;
};

export type VisitorGetActivityAttachmentError = VisitorGetActivityAttachmentErrors[keyof VisitorGetActivityAttachmentErrors];

export type VisitorGetActivityAttachmentResponses = {
    /**
     * 0: Successfully done
     */
    200: AttachmentResp;
};

export type VisitorGetActivityAttachmentResponse = VisitorGetActivityAttachmentResponses[keyof VisitorGetActivityAttachmentResponses];

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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
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
     * **9211** Document belongs to another visitor than [{0}]: the given document is on file for another visitor
     */
    403: ErrorEnvelope;
    /**
     * **1100** PersonId [{0}] not found: no person has this PersonId
     *
     * **1140** Identifier [{0}] not found: no card has this internal number
     *
     * **1160** Organization structure [{0}] not found: no org unit has this path
     *
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
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
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9101** VisitId [{0}] already exists: create or schedule with an id that is in use
     *
     * **9103** Privilege New of agenda Visits violated: the user lacks the privilege
     *
     * **9211** Document belongs to another visitor than [{0}]: the given document is on file for another visitor
     */
    403: ErrorEnvelope;
    /**
     * **1100** PersonId [{0}] not found: no person has this PersonId
     *
     * **1160** Organization structure [{0}] not found: no org unit has this path
     *
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
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
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
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
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
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
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
         * png when left out
         */
        Format?: PictureFormat;
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9102** VisitId [{0}] in state {1} cannot be {2}: a command other than end is not allowed in the state of the visit
     *
     * **9104** Privilege Edit of agenda Visits violated: the user lacks the privilege
     *
     * **9105** Record permission Edit of agenda Visits violated: the user may edit visits, but not this one
     *
     * **9106** Identity of the visitor of VisitId [{0}] not verified: the document shown is not the one on file or is that of another visitor, or the entry code is wrong or not valid now
     *
     * **9211** Document belongs to another visitor than [{0}]: the given document is on file for another visitor
     */
    403: ErrorEnvelope;
    /**
     * **1517** Visit not found: the visit was there when the action began and was erased before the action could finish
     *
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9102** VisitId [{0}] in state {1} cannot be {2}: a command other than end is not allowed in the state of the visit
     *
     * **9104** Privilege Edit of agenda Visits violated: the user lacks the privilege
     *
     * **9105** Record permission Edit of agenda Visits violated: the user may edit visits, but not this one
     *
     * **9114** VisitId [{0}] can be checked and entered only from {1} to {2}: check or enter comes earlier than VISIT_EARLY_MINUTES before the visit is valid, or after its end; the times are UTC
     */
    403: ErrorEnvelope;
    /**
     * **1517** Visit not found: the visit was there when the action began and was erased before the action could finish
     *
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
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
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     *
     * **9102** VisitId [{0}] in state {1} cannot be {2}: a command other than end is not allowed in the state of the visit
     *
     * **9104** Privilege Edit of agenda Visits violated: the user lacks the privilege
     *
     * **9105** Record permission Edit of agenda Visits violated: the user may edit visits, but not this one
     *
     * **9114** VisitId [{0}] can be checked and entered only from {1} to {2}: check or enter comes earlier than VISIT_EARLY_MINUTES before the visit is valid, or after its end; the times are UTC
     */
    403: ErrorEnvelope;
    /**
     * **1517** Visit not found: the visit was there when the action began and was erased before the action could finish
     *
     * **1540** Visit not exists: no visit has this VisitId
     *
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
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
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1516** Privilege View of agenda Visits violated: the user lacks the privilege; visit/end asks for it too
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
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
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
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
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
     * **1544** Updating visit ended with exception {0}.: saving failed and nothing was changed: storage busy, storage full, storage unavailable or concurrent update; or outcome unknown, where the storage was lost while the change was made final, so that it is stored as a whole or not at all: read, then decide. Of person/upsert and orgStructure/upsert, slices of rows may have been stored: send it again
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
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
     */
    401: ErrorEnvelope;
    /**
     * **8** Not licensed: the agenda is not in the licence, or the licence is out of its dates, forged or unreadable
     *
     * **1526** Privilege View of agenda Visitors violated for [Visitor {0}]: the user lacks the privilege; {0} is the login
     *
     * **1537** Record permission View of agenda Visits violated: the user may view visits, but not this one
     *
     * **1538** Record permission View of agenda Visitors violated for [Visitor {0}]: the request means a visitor that the user may not view; for a new visit, only if it gives another name than the one on file
     *
     * **9001** Method disabled by configuration: the action is named in DISABLED_METHODS
     */
    403: ErrorEnvelope;
    /**
     * **1540** Visit not exists: no visit has this VisitId
     */
    404: ErrorEnvelope;
    /**
     * **9003** A request with this Idempotency-Key is under way: the first request under this key has not been answered yet; try again after Retry-After
     *
     * **9004** The first request with this Idempotency-Key was carried out, its answer was lost: read what it changed: the service was stopped between the change and its answer, or the answer has more than 2 MB
     */
    409: ErrorEnvelope;
    /**
     * The body is larger than the {0} bytes that this action reads: see BODY_LIMIT and PHOTO_BODY_LIMIT; without a live token 64 kB, for login 4 kB
     */
    413: ErrorEnvelope;
    /**
     * The request entity has a media type which the server or resource does not support. Only application/json and application/xml are supported: the content type is absent or something else, the charset is not UTF-8, or the body is compressed; Details name the header
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
         * Visits in these states. 0 New, 1 Planned, 2 Verified, 3 ActivityInvalid, 4 EscortUnconfirmed, 5 Valid, 6 InArea, 7 Left, 8 Rejected
         */
        State?: Array<VisitState>;
        /**
         * Whether only visitors who are in the area are wanted (state 6). 0 No, 1 Yes
         */
        OnSite?: YesNo;
        /**
         * Visits that begin then or later; a date alone: on that day or later
         */
        From?: string;
        /**
         * Visits that begin before; a date alone: up to its end
         */
        To?: string;
        /**
         * Text within the visitor's name, company, e-mail, phone or document number, case and accents aside; under three characters: at the beginning of the name. Visitors whom the caller may not view are found by name alone
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
         * The ChangedUntil of an earlier answer: visits that were made or changed after it. Deprecated: a date, for those that were made or changed then or later
         */
        ChangedSince?: string;
        /**
         * Left out: -ValidFrom where From or To is given, else -Changed where ChangedSince is given, else -Created
         */
        Sort?: VisitSort;
        /**
         * Members of the rows that are wanted; left out: all
         */
        Fields?: Array<VisitGetAllMember>;
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
     * **1000** Token {0} not found: no login issued this token, it expired long ago, or its user was blocked or got a new key since
     *
     * **1001** Token {0} already expired: the token is older than its life; log in again
     *
     * **1006** Ip filter violated for ip client address [{0}]: the client address is outside the service-wide filter or outside the filter of the user
     *
     * **1007** Ip filter [{0}] parsing failed: the filter of the user cannot be read; every request of the user is refused until it is corrected
     *
     * **1008** Request rate policy violated for [{0}]: too many requests of this user, or of this address where no user is known, too many wrong entry codes, or too many photos that wait to be checked; see Retry-After
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
