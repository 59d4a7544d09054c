// Generated from docs/openapi.json by `npm run docs`; do not edit.

import type { Client, Options as Options2, TDataShape } from './client/index.ts';
import type { ActivityTypeCreateData, ActivityTypeCreateErrors, ActivityTypeCreateResponses, ActivityTypeGetAllData, ActivityTypeGetAllErrors, ActivityTypeGetAllResponses, IdentifierCreateData, IdentifierCreateErrors, IdentifierCreateResponses, IdentifierGetAllData, IdentifierGetAllErrors, IdentifierGetAllResponses, IdentifierUpdateData, IdentifierUpdateErrors, IdentifierUpdateResponses, LoginData, LoginErrors, LoginResponses, OrgStructureGetAllData, OrgStructureGetAllErrors, OrgStructureGetAllResponses, OrgStructureGetData, OrgStructureGetErrors, OrgStructureGetResponses, OrgStructureUpsertData, OrgStructureUpsertErrors, OrgStructureUpsertResponses, PersonGetAllData, PersonGetAllErrors, PersonGetAllResponses, PersonGetData, PersonGetErrors, PersonGetResponses, PersonUpsertData, PersonUpsertErrors, PersonUpsertResponses, VisitAddPhotoData, VisitAddPhotoErrors, VisitAddPhotoResponses, VisitApproveData, VisitApproveErrors, VisitApproveResponses, VisitCheckData, VisitCheckErrors, VisitCheckResponses, VisitCreateData, VisitCreateErrors, VisitCreateResponses, VisitEndData, VisitEndErrors, VisitEndResponses, VisitEnterData, VisitEnterErrors, VisitEnterResponses, VisitGetAllData, VisitGetAllErrors, VisitGetAllResponses, VisitGetData, VisitGetErrors, VisitGetHistoryData, VisitGetHistoryErrors, VisitGetHistoryResponses, VisitGetIdentifierEntryCodeData, VisitGetIdentifierEntryCodeErrors, VisitGetIdentifierEntryCodeImageData, VisitGetIdentifierEntryCodeImageErrors, VisitGetIdentifierEntryCodeImageResponses, VisitGetIdentifierEntryCodeResponses, VisitGetPersonByNameData, VisitGetPersonByNameErrors, VisitGetPersonByNameResponses, VisitGetPhotoData, VisitGetPhotoErrors, VisitGetPhotoResponses, VisitGetResponses, VisitGetStructureAllData, VisitGetStructureAllErrors, VisitGetStructureAllResponses, VisitGetTransitionsData, VisitGetTransitionsErrors, VisitGetTransitionsResponses, VisitorCreateActivityData, VisitorCreateActivityErrors, VisitorCreateActivityResponses, VisitorCreateData, VisitorCreateErrors, VisitorCreateResponses, VisitorGetActivitiesData, VisitorGetActivitiesErrors, VisitorGetActivitiesResponses, VisitorGetActivityAttachmentData, VisitorGetActivityAttachmentErrors, VisitorGetActivityAttachmentResponses, VisitorGetAllData, VisitorGetAllErrors, VisitorGetAllResponses, VisitorGetByDocData, VisitorGetByDocErrors, VisitorGetByDocResponses, VisitorGetData, VisitorGetErrors, VisitorGetResponses, VisitorUpdateData, VisitorUpdateErrors, VisitorUpdateResponses, VisitRejectData, VisitRejectErrors, VisitRejectResponses, VisitScheduleData, VisitScheduleErrors, VisitScheduleResponses, VisitStepOutData, VisitStepOutErrors, VisitStepOutResponses, VisitTypeCreateData, VisitTypeCreateErrors, VisitTypeCreateResponses, VisitTypeGetAllData, VisitTypeGetAllErrors, VisitTypeGetAllResponses, VisitTypeUpdateData, VisitTypeUpdateErrors, VisitTypeUpdateResponses, VisitUpdateData, VisitUpdateErrors, VisitUpdateResponses, VisitVerifyData, VisitVerifyErrors, VisitVerifyResponses } from './types.gen.ts';

export type Options<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean, TResponse = unknown> = Options2<TData, ThrowOnError, TResponse> & {
    /**
     * You can provide a client instance returned by `createClient()` instead of
     * individual options. This might be also useful if you want to implement a
     * custom client.
     */
    client: Client;
    /**
     * You can pass arbitrary values through the `meta` object. This can be
     * used to access values that aren't defined as part of the SDK function.
     */
    meta?: Record<string, unknown>;
};

/**
 * Get a token
 *
 * Gives a token for a login and its API key. The token lives 20 seconds from now, however often it is used, and authorises any number of calls in that time.
 */
export const login = <ThrowOnError extends boolean = true>(options: Options<LoginData, ThrowOnError>) => options.client.post<LoginResponses, LoginErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/login',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Find persons by name
 *
 * The persons that the caller may view, by surname. An empty Name matches none, `%` matches all.
 */
export const visitGetPersonByName = <ThrowOnError extends boolean = true>(options: Options<VisitGetPersonByNameData, ThrowOnError>) => options.client.get<VisitGetPersonByNameResponses, VisitGetPersonByNameErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/getPersonByName',
    ...options
});

/**
 * Read a person
 *
 * One person, with the unit.
 */
export const personGet = <ThrowOnError extends boolean = true>(options: Options<PersonGetData, ThrowOnError>) => options.client.get<PersonGetResponses, PersonGetErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/person/get',
    ...options
});

/**
 * List persons
 *
 * The persons that the caller may view, by surname.
 */
export const personGetAll = <ThrowOnError extends boolean = true>(options: Options<PersonGetAllData, ThrowOnError>) => options.client.get<PersonGetAllResponses, PersonGetAllErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/person/getAll',
    ...options
});

/**
 * List org units that can be visited
 *
 * The units that the caller may view, by path.
 */
export const visitGetStructureAll = <ThrowOnError extends boolean = true>(options: Options<VisitGetStructureAllData, ThrowOnError>) => options.client.get<VisitGetStructureAllResponses, VisitGetStructureAllErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/getStructureAll',
    ...options
});

/**
 * Read an org unit
 *
 * One unit by its path.
 */
export const orgStructureGet = <ThrowOnError extends boolean = true>(options: Options<OrgStructureGetData, ThrowOnError>) => options.client.get<OrgStructureGetResponses, OrgStructureGetErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/orgStructure/get',
    ...options
});

/**
 * List org units
 *
 * The units that the caller may view, by path.
 */
export const orgStructureGetAll = <ThrowOnError extends boolean = true>(options: Options<OrgStructureGetAllData, ThrowOnError>) => options.client.get<OrgStructureGetAllResponses, OrgStructureGetAllErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/orgStructure/getAll',
    ...options
});

/**
 * Create and change persons
 *
 * Persons by PersonId. A new person needs Name and Surname. Structure must exist (empty: no unit). At most 10,000 rows. Omitted members stay unchanged. All or nothing: if one row has a fault, nothing is stored and the
 * answer is 1002 with every fault of every row (of more than 1000, the first ones and the number of the others). With Partial, the valid rows are stored and the others are reported in Results.
 * A row outside the caller's record permission Edit is a fault. All rows are checked before the first is stored. They are
 * stored in slices of 250 or fewer, so that others can write in between. If that ends early with 1544, the slices before
 * stay stored, and the same request again stores the rest. A DryRun only reads.
 */
export const personUpsert = <ThrowOnError extends boolean = true>(options: Options<PersonUpsertData, ThrowOnError>) => options.client.post<PersonUpsertResponses, PersonUpsertErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/person/upsert',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Create and change org units
 *
 * Units by Structure, of at most 32 levels. Missing units above them are created, at most 10,000 besides those of the rows. At most 10,000 rows. Omitted members stay unchanged. All or nothing: if one row has a fault, nothing is stored and the
 * answer is 1002 with every fault of every row (of more than 1000, the first ones and the number of the others). With Partial, the valid rows are stored and the others are reported in Results.
 * A row outside the caller's record permission Edit is a fault. All rows are checked before the first is stored. They are
 * stored in slices of 250 or fewer, so that others can write in between. If that ends early with 1544, the slices before
 * stay stored, and the same request again stores the rest. A DryRun only reads.
 */
export const orgStructureUpsert = <ThrowOnError extends boolean = true>(options: Options<OrgStructureUpsertData, ThrowOnError>) => options.client.post<OrgStructureUpsertResponses, OrgStructureUpsertErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/orgStructure/upsert',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List cards
 *
 * The cards that the caller may view: all, or those that the caller entered.
 */
export const identifierGetAll = <ThrowOnError extends boolean = true>(options: Options<IdentifierGetAllData, ThrowOnError>) => options.client.get<IdentifierGetAllResponses, IdentifierGetAllErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/identifier/getAll',
    ...options
});

/**
 * Enter a card
 *
 * Status 2 enters the card as lost; 1 is refused, because only a visit assigns a card. Default: Type 3, Technology 0.
 */
export const identifierCreate = <ThrowOnError extends boolean = true>(options: Options<IdentifierCreateData, ThrowOnError>) => options.client.post<IdentifierCreateResponses, IdentifierCreateErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/identifier/create',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Change a card
 *
 * Omitted members stay unchanged; Clear removes members. Status 2 marks the card as lost, even while a visit holds it: it stays with that visit, and is not free when the visit is over. Status 0: it was found again. Status 1 is refused.
 */
export const identifierUpdate = <ThrowOnError extends boolean = true>(options: Options<IdentifierUpdateData, ThrowOnError>) => options.client.post<IdentifierUpdateResponses, IdentifierUpdateErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/identifier/update',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the kinds of activities
 *
 * By title.
 */
export const activityTypeGetAll = <ThrowOnError extends boolean = true>(options: Options<ActivityTypeGetAllData, ThrowOnError>) => options.client.get<ActivityTypeGetAllResponses, ActivityTypeGetAllErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/activityType/getAll',
    ...options
});

/**
 * Define a kind of activity
 *
 * Default: Frequency 0 (never due again), Signed 0.
 */
export const activityTypeCreate = <ThrowOnError extends boolean = true>(options: Options<ActivityTypeCreateData, ThrowOnError>) => options.client.post<ActivityTypeCreateResponses, ActivityTypeCreateErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/activityType/create',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List visit types
 *
 * By title.
 */
export const visitTypeGetAll = <ThrowOnError extends boolean = true>(options: Options<VisitTypeGetAllData, ThrowOnError>) => options.client.get<VisitTypeGetAllResponses, VisitTypeGetAllErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visitType/getAll',
    ...options
});

/**
 * Add a visit type
 *
 * Without an escort and without activities, unless they are asked for.
 */
export const visitTypeCreate = <ThrowOnError extends boolean = true>(options: Options<VisitTypeCreateData, ThrowOnError>) => options.client.post<VisitTypeCreateResponses, VisitTypeCreateErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visitType/create',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Change a visit type
 *
 * What is left out stays; RequiredActivities, when given, replaces the whole list. Visits that were checked already keep their state: they are measured by the change at their next check.
 */
export const visitTypeUpdate = <ThrowOnError extends boolean = true>(options: Options<VisitTypeUpdateData, ThrowOnError>) => options.client.post<VisitTypeUpdateResponses, VisitTypeUpdateErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visitType/update',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Put a visitor on file
 *
 * A visitor is not registered twice: without VisitorId, the same document, else the same e-mail address and name, else the same name and day of birth means the same visitor. VisitorMatch says how the visitor was found. Nothing on file is overwritten; only a missing document is added, if the caller may edit the visitor. 1538 if the caller may not view the visitor.
 */
export const visitorCreate = <ThrowOnError extends boolean = true>(options: Options<VisitorCreateData, ThrowOnError>) => options.client.post<VisitorCreateResponses, VisitorCreateErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visitor/create',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Change what is on file for a visitor
 *
 * Given members replace those on file, the document as a whole. Omitted members stay unchanged; Clear removes members. A caller without the permission View gets only the changes as answer.
 */
export const visitorUpdate = <ThrowOnError extends boolean = true>(options: Options<VisitorUpdateData, ThrowOnError>) => options.client.post<VisitorUpdateResponses, VisitorUpdateErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visitor/update',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Read what is on file for a visitor
 *
 * The visitor with the document on file.
 */
export const visitorGet = <ThrowOnError extends boolean = true>(options: Options<VisitorGetData, ThrowOnError>) => options.client.get<VisitorGetResponses, VisitorGetErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visitor/get',
    ...options
});

/**
 * List visitors
 *
 * The visitors that the caller may view and that meet every condition, by surname and name.
 */
export const visitorGetAll = <ThrowOnError extends boolean = true>(options: Options<VisitorGetAllData, ThrowOnError>) => options.client.get<VisitorGetAllResponses, VisitorGetAllErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visitor/getAll',
    ...options
});

/**
 * List the activities of a visitor
 *
 * Trainings and briefings, newest first. Attachment is null: AttachmentBytes is its size, and visitor/getActivityAttachment reads it.
 */
export const visitorGetActivities = <ThrowOnError extends boolean = true>(options: Options<VisitorGetActivitiesData, ThrowOnError>) => options.client.get<VisitorGetActivitiesResponses, VisitorGetActivitiesErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visitor/getActivities',
    ...options
});

/**
 * Read the attachment of an activity
 *
 * One attachment, as base64. Its content has not been checked: treat it as any file from outside.
 */
export const visitorGetActivityAttachment = <ThrowOnError extends boolean = true>(options: Options<VisitorGetActivityAttachmentData, ThrowOnError>) => options.client.get<VisitorGetActivityAttachmentResponses, VisitorGetActivityAttachmentErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visitor/getActivityAttachment',
    ...options
});

/**
 * Register a walk-in
 *
 * Makes a visit in state 0, under the caller's own id, valid until the end of the site's day, or of the next one where eight hours reach into it. VisitorMatch tells which visitor it is for, and why. Who may not view the visitor has to know the name of somebody on file, and is answered what they sent.
 */
export const visitCreate = <ThrowOnError extends boolean = true>(options: Options<VisitCreateData, ThrowOnError>) => options.client.post<VisitCreateResponses, VisitCreateErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/create',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Announce a visit for a date
 *
 * Makes a visit in state 1, valid from VisitDate until the end of the site's day, or of the next one where eight hours reach into it. VisitorMatch tells which visitor it is for, and why. Who may not view the visitor has to know the name of somebody on file, and is answered what they sent.
 */
export const visitSchedule = <ThrowOnError extends boolean = true>(options: Options<VisitScheduleData, ThrowOnError>) => options.client.post<VisitScheduleResponses, VisitScheduleErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/schedule',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Change a visit
 *
 * In state 6 only ValidTo and the card can be changed. Members that are left out stay as they are; Clear names those that are taken away. From state 3 to 5 the check is repeated. Another host or escort has to confirm again.
 */
export const visitUpdate = <ThrowOnError extends boolean = true>(options: Options<VisitUpdateData, ThrowOnError>) => options.client.post<VisitUpdateResponses, VisitUpdateErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/update',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Read a visit
 *
 * The visit as it is now, and the same visitor's visit before it. Of a visitor whom the caller may not view, the name alone.
 */
export const visitGet = <ThrowOnError extends boolean = true>(options: Options<VisitGetData, ThrowOnError>) => options.client.get<VisitGetResponses, VisitGetErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/get',
    ...options
});

/**
 * Read what happened to a visit
 *
 * Every step: who took it, when, from which address, by which command, from which state to which, why.
 */
export const visitGetHistory = <ThrowOnError extends boolean = true>(options: Options<VisitGetHistoryData, ThrowOnError>) => options.client.get<VisitGetHistoryResponses, VisitGetHistoryErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/getHistory',
    ...options
});

/**
 * Read the entry code of a visit
 *
 * Six digits that verify the visitor while the visit is valid, and a signed pass that a door can verify by itself; null once it is over.
 */
export const visitGetIdentifierEntryCode = <ThrowOnError extends boolean = true>(options: Options<VisitGetIdentifierEntryCodeData, ThrowOnError>) => options.client.get<VisitGetIdentifierEntryCodeResponses, VisitGetIdentifierEntryCodeErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/getIdentifierEntryCode',
    ...options
});

/**
 * Read the pass of a visit as a QR picture
 *
 * A picture of IdentifierEntryCodeQR, with error correction M. Refusals come as JSON or XML.
 */
export const visitGetIdentifierEntryCodeImage = <ThrowOnError extends boolean = true>(options: Options<VisitGetIdentifierEntryCodeImageData, ThrowOnError>) => options.client.get<VisitGetIdentifierEntryCodeImageResponses, VisitGetIdentifierEntryCodeImageErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/getIdentifierEntryCodeImage',
    ...options
});

/**
 * Read what can be done with a visit
 *
 * Every command, whether this caller could give it now, the error number that it would get otherwise, and what would clear the way. Nothing is changed; another caller may be faster.
 */
export const visitGetTransitions = <ThrowOnError extends boolean = true>(options: Options<VisitGetTransitionsData, ThrowOnError>) => options.client.get<VisitGetTransitionsResponses, VisitGetTransitionsErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/getTransitions',
    ...options
});

/**
 * Verify the identity of the visitor
 *
 * By document, by entry code or the text of the pass, or by fingerprint. Documents are compared without case, blanks and hyphens. May happen before the day, but for the entry code, which works from VISIT_EARLY_MINUTES before ValidFrom until ValidTo. A first document is put on file where the caller may edit the visitor. State becomes 2. After 5 wrong entry codes within a minute, by one user from one address, further ones are answered 1008 and not looked at.
 */
export const visitVerify = <ThrowOnError extends boolean = true>(options: Options<VisitVerifyData, ThrowOnError>) => options.client.post<VisitVerifyResponses, VisitVerifyErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/verify',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Check whether the visitor may be admitted
 *
 * A required activity missing or past its end: state 3. Else an escort required and not confirmed: state 4. Else state 5. From VISIT_EARLY_MINUTES before ValidFrom until ValidTo; at other times it is refused with 9114.
 */
export const visitCheck = <ThrowOnError extends boolean = true>(options: Options<VisitCheckData, ThrowOnError>) => options.client.post<VisitCheckResponses, VisitCheckErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/check',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Confirm the visit as its host or escort
 *
 * Ahead of time, it is kept for the check. At the door, in state 3 or 4, the check is repeated.
 */
export const visitApprove = <ThrowOnError extends boolean = true>(options: Options<VisitApproveData, ThrowOnError>) => options.client.post<VisitApproveResponses, VisitApproveErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/approve',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Let the visitor into the area
 *
 * First or next pass inwards. From state 5 to 6. From VISIT_EARLY_MINUTES before ValidFrom until ValidTo; at other times it is refused with 9114.
 */
export const visitEnter = <ThrowOnError extends boolean = true>(options: Options<VisitEnterData, ThrowOnError>) => options.client.post<VisitEnterResponses, VisitEnterErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/enter',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Let the visitor out of the area, to come back
 *
 * The visit stays open. From state 6 to 5.
 */
export const visitStepOut = <ThrowOnError extends boolean = true>(options: Options<VisitStepOutData, ThrowOnError>) => options.client.post<VisitStepOutResponses, VisitStepOutErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/stepOut',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * End an existing visit
 *
 * The visitor has left for good. From state 5 or 6 to 7: the card is free again and the entry code works no more. Of several callers that end one visit at once, one succeeds and every other gets 1545.
 */
export const visitEnd = <ThrowOnError extends boolean = true>(options: Options<VisitEndData, ThrowOnError>) => options.client.post<VisitEndResponses, VisitEndErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/end',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Reject a visit
 *
 * Denied, cancelled, not shown up or expired. From state 0 to 5 to 8, which is final.
 */
export const visitReject = <ThrowOnError extends boolean = true>(options: Options<VisitRejectData, ThrowOnError>) => options.client.post<VisitRejectResponses, VisitRejectErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/reject',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Add a photo to a visit
 *
 * JPEG or PNG by its content, not animated; at most 5 MB, 40 megapixels and 10000 pixels a side (6 and 5000 as PNG or progressive JPEG), 8 bits a colour, and 10 photos a visit. It is turned upright, made smaller where a side has more than 3000 pixels, and kept without what it carries beside its pixels: place, time, camera, comments, and whatever stands behind the picture. Possible until the visit is over. Where too many photos wait already, 1008 says after how many seconds to come again.
 */
export const visitAddPhoto = <ThrowOnError extends boolean = true>(options: Options<VisitAddPhotoData, ThrowOnError>) => options.client.post<VisitAddPhotoResponses, VisitAddPhotoErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/addPhoto',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Read a photo of a visit
 *
 * One photo at a time; PhotoCount tells how many there are.
 */
export const visitGetPhoto = <ThrowOnError extends boolean = true>(options: Options<VisitGetPhotoData, ThrowOnError>) => options.client.get<VisitGetPhotoResponses, VisitGetPhotoErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/getPhoto',
    ...options
});

/**
 * Record an activity of a visitor
 *
 * A training or briefing that was done. Repeats the admission check of visits that wait in state 3 or 4.
 */
export const visitorCreateActivity = <ThrowOnError extends boolean = true>(options: Options<VisitorCreateActivityData, ThrowOnError>) => options.client.post<VisitorCreateActivityResponses, VisitorCreateActivityErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visitor/createActivity',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Find the visitor of a document
 *
 * The visitor and the last visit. Both are null where nobody on file has the document, and where the name or a given day of birth is not that of the record: a document number alone does not tell whose it is.
 */
export const visitorGetByDoc = <ThrowOnError extends boolean = true>(options: Options<VisitorGetByDocData, ThrowOnError>) => options.client.post<VisitorGetByDocResponses, VisitorGetByDocErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visitor/getByDoc',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List visits
 *
 * Those that the caller may view and that meet every condition: page by page for a desk, by cursor for synchronising. With a cursor, a visit that meets the conditions throughout is told once, however many are written meanwhile; the next round asks for ChangedSince = ChangedUntil.
 */
export const visitGetAll = <ThrowOnError extends boolean = true>(options: Options<VisitGetAllData, ThrowOnError>) => options.client.get<VisitGetAllResponses, VisitGetAllErrors, ThrowOnError, 'data'>({
    querySerializer: { parameters: { State: { array: { explode: false } }, Fields: { array: { explode: false } } } },
    responseStyle: 'data',
    security: [{
            in: 'query',
            name: 'Token',
            type: 'apiKey'
        }, { scheme: 'bearer', type: 'http' }],
    url: '/visit/getAll',
    ...options
});
