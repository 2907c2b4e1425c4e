//! The rows of the staff directory `LvConnect`, as a running server behaved.
//!
//! The sources are the recorded exchanges, by their names in `fixtures/lvconnect`. *The description*
//! is the one that was written from measuring the same server, for what no kept exchange shows;
//! *code* is what the project's own code says of the rest.

use super::{Behaviour, Confidence};

table! {
    // Every answer.
    LV_HEADERS = "staff-headers", Measured, "every exchange",
        "Answers carry `cache-control: no-cache` and `vary: origin`; JSON is `application/json; charset=utf-8`. There is no ETag, no request id and no rate limit.",
        "";
    LV_ERROR_BODY = "staff-error-body", Measured, "every refusal",
        "A refusal is `statusCode`, `error` (the reason phrase) and `message`; a failed validation has `validation` with `source` and `keys`, too.",
        "Not RFC 6749, also at the token endpoint: the code is the `message`. Quirk `lv-error-body`.";
    LV_VALIDATION = "staff-validation", Measured, "token-missing-username, list-limit-101, update-whole-object-back",
        "A body or query that is not what it must be is 400 and names the first member that is wrong; unknown members are all named, when the known ones are right.",
        "Names in `keys` are escaped as for HTML. It comes before 403, so it says nothing of rights. Quirk `lv-order-of-checks`, `lv-unknown-parameters`.";
    LV_BAD_ID = "staff-bad-id", Measured, "get-malformed-23, get-twelve-chars, delete-me-path",
        "An id in a path that is neither 24 hexadecimal digits nor twelve characters is 400 `Invalid App Id` without keys; twelve characters are the id of nobody.",
        "The text speaks of an app where a person is meant. Quirk `lv-id-form`.";
    LV_PAGE = "staff-page", Measured, "list-trailing-slash",
        "GET of any path that is no route is 200 with the dashboard's HTML: a trailing slash, another case, `GET /oauth/token`.",
        "Quirk `lv-wrong-path`.";
    LV_UNKNOWN_PATH = "staff-unknown-path", Measured, "patch-not-there",
        "Other methods on an unknown path are 404 `Not Found`; there is no 405.",
        "So is a GET of a path with a file extension; that stands in the description only. Quirk `lv-wrong-path`.";
    LV_CSRF = "staff-csrf", Measured, "the description",
        "POST to `/login`, `/forgot-password`, `/reset-password` and `/oauth/authorize` is 403 `Forbidden`: no client of this kind has the page's cookie and header.",
        "";
    LV_LONG_HEAD = "staff-long-head", Measured, "list-ids-290",
        "A request line with headers of more than 8 KiB is a bare 400 without body.",
        "The real one has no headers either; this one has those of every answer. Quirk `lv-head-8-kb`.";
    LV_TOO_LONG = "staff-too-long", Measured, "the description",
        "A body over 1 MiB is 413, after the token was looked at.",
        "";
    LV_MEDIA_TYPE = "staff-media-type", Measured, "token-unsupported-media-type, token-text-plain",
        "JSON, forms and text are read, everything else is 415. Text ends as 400, because it is no object; a missing type is taken as JSON.",
        "Quirk `lv-media-types`.";
    LV_BROKEN_JSON = "staff-broken-json", Measured, "create-broken-json",
        "JSON that cannot be read is 400 `Invalid request payload JSON format` without `validation`.",
        "";
    LV_IDLE = "staff-idle", Measured, "the description",
        "A connection without a request is closed after 5 s, in real time.",
        "The time can be set.";
    LV_GZIP = "staff-gzip", Measured, "list-default",
        "Bodies of 1 KiB and more say `vary: origin,accept-encoding` and are compressed for clients that accept it.",
        "";
    LV_RANGE = "staff-range", Measured, "get-range",
        "A GET with `Range` gets that part with 206.",
        "";
    LV_CORS = "staff-cors", Measured, "me-cors-allowed-origin, me-cors-other-origin",
        "Only the origin that the server was configured with, `http://localhost:8000`, is allowed to browsers.",
        "";
    LV_PREFLIGHT = "staff-preflight", Measured, "the description",
        "A preflight is 200; for another origin with a message. Without its headers it is 404.",
        "";

    // Tokens.
    LV_TOKEN_ISSUED = "staff-token-issued", Measured, "token-password-basic-json, token-refresh, token-code, token-client-credentials",
        "`POST /oauth/token` answers 201, by JSON or form, with the client by Basic or in the body. `scope` is a list in request and answer; unknown members are ignored.",
        "`refresh_token` and `need_password_change` are absent for client_credentials. Quirk `lv-token-201`, `lv-token-scope-list`.";
    LV_LIFETIMES = "staff-lifetimes", Measured, "expires_in of token-password-basic-json; code",
        "An access token lives 172800 s, a refresh token 30 days, a code ten minutes. Neither refresh tokens nor codes are spent or rotated.",
        "The code says one month for refresh tokens. Quirk `lv-refresh`, `lv-code`.";
    LV_WRONG_CLIENT = "staff-wrong-client", Measured, "token-wrong-client-basic, token-wrong-basic-right-body",
        "A wrong client is 401: `invalid_client` by Basic, `invalid_credentials` in the body. Basic wins, and comes before the body is read.",
        "Quirk `lv-token-errors`.";
    LV_MISSING_CLIENT = "staff-missing-client", Measured, "token-only-client-id",
        "No client, or half of one, is 400 `missing_credentials`, after the body is found valid.",
        "Quirk `lv-token-errors`.";
    LV_BAD_BASIC = "staff-bad-basic", Measured, "token-malformed-basic, token-basic-empty",
        "A Basic header that cannot be read is 400, `Bad header internal syntax` or `Bad HTTP authentication header format`.",
        "Quirk `lv-token-errors`.";
    LV_BAD_GRANT = "staff-bad-grant", Measured, "token-password-user-leaving-in-future, token-user-with-null-leftAt, token-refresh-expired, token-code-unknown",
        "A wrong password, an unknown, foreign or expired refresh token or code is 401 `invalid_grant`; so is the password of whoever has a leaving date, past, future or null.",
        "Quirk `lv-password-grant-leavers`, `lv-null-left-at`.";
    LV_SCOPES = "staff-scopes", Measured, "token-refresh-narrow-token-default-scope",
        "Without `scope` a token gets all scopes of the app, also after a narrower refresh token; one that the app lacks is 401 `invalid_scope`.",
        "Of the password grant it is looked at before the password; of the others behind. Quirk `lv-refresh`.";
    LV_PROGRAM_SCOPES = "staff-program-scopes", Measured, "token-client-credentials-scope-filtered-out",
        "client_credentials gives `users:get` alone; other scopes are dropped without a word, and none may be left.",
        "Quirk `lv-client-credentials`.";
    LV_GRANT_OF_NOBODY = "staff-grant-of-nobody", Measured, "token-refresh-deleted-user",
        "A refresh token or code of a person who is not there any more is 500.",
        "A delete by the API takes the tokens with it; then it is 401. Quirk `lv-refresh`, `lv-500-is-ours`.";

    // Who calls.
    LV_MISSING_AUTH = "staff-missing-auth", Measured, "me-no-token, me-empty-bearer, me-query-token",
        "Without a bearer token in `Authorization`, the scheme in any case, it is 401 `Missing authentication` with `WWW-Authenticate: Bearer`.",
        "Quirk `lv-bearer-header-only`, `lv-401-kinds`.";
    LV_INVALID_TOKEN = "staff-invalid-token", Measured, "me-unknown-token, me-after-delete",
        "An unknown token, or one of a person who is not there any more, is 401 `invalid_token`.",
        "Quirk `lv-401-kinds`.";
    LV_USER_DISABLED = "staff-user-disabled", Measured, "me-user-left, me-user-not-hired-yet",
        "The token of a person who has left, or is not hired yet, is 401 `user_disabled`.",
        "Quirk `lv-401-kinds`.";
    LV_TOKEN_EXPIRED = "staff-token-expired", Measured, "the description",
        "A token that has ended is 401 `token_expired`, behind `user_disabled`.",
        "Quirk `lv-401-kinds`.";
    LV_OUT_OF_SCOPE = "staff-out-of-scope", Measured, "me-missing-scope, list-no-users-get, create-no-scope-bad-body",
        "A call whose scopes the token lacks is 403 `out_of_scope`, after the input is found valid.",
        "The registries of apps and hooks need scopes that this endpoint never gives. Quirk `lv-403-kinds`.";
    LV_RIGHTS = "staff-rights", Measured, "create-as-tech, update-other-as-tech, update-self-roles-as-tech, delete-as-tech",
        "Writing others needs one of the roles board, hr and talent, or it is 403 `insufficient_rights`; of oneself, the same for `roles` and `registrationNumber`.",
        "Quirk `lv-403-kinds`, `lv-self-rights`.";
    LV_SELF = "staff-self", Measured, "update-self-profile-scope, update-self-uppercase-id",
        "For oneself `profile:modify` will do, if the id in the path is in lower case.",
        "Quirk `lv-self-rights`.";
    LV_GET_SELF = "staff-get-self", Measured, "get-self-profile-scope",
        "`GET /users/{id}` with `profile:get` alone is 403 `Insufficient rights`, also for oneself.",
        "The documentation says otherwise. Quirk `lv-self-by-id`.";

    // People.
    LV_SHOWN = "staff-shown", Measured, "get-left-user, get-uppercase-id",
        "A person; absent is what has no value, and null what was created so. An id in upper case is the same.",
        "";
    LV_PICTURE = "staff-picture", Measured, "create-minimal, create-duplicate-email-other-case",
        "`profilePictureUrl` is Gravatar's address for the MD5 of the email as it is kept.",
        "";
    LV_ME = "staff-me", Measured, "me-ok",
        "`GET /users/me` is the token's person with `needPasswordChange`; the query is ignored.",
        "";
    LV_NOBODY = "staff-nobody", Measured, "client-credentials-all-scopes-me",
        "With a token of an app that has `profile:get`, it is 200 without a body.",
        "Such a token is never given; one can stand in a seed file. Quirk `lv-client-credentials`.";
    LV_NO_USER = "staff-no-user", Measured, "get-unknown, update-unknown",
        "GET and PUT of an unknown person are 404 `User Not Found`.",
        "";
    LV_LISTED = "staff-listed", Measured, "list-default, list-page-fraction, list-past-the-end, list-email",
        "`GET /users` is a page of `limit` (1 to 100, 20) with `pageCount`, `page` and `limit`, by last name, first name and creation, by code point. Past the end it is empty.",
        "Fractions pass, are cut, and shown again. There is no total. Those who left are listed, too. Quirk `lv-paging`, `lv-limit`, `lv-email-filter`.";
    LV_IDS = "staff-ids", Measured, "list-ids-with-limit-page-2, list-ids-over-email, list-ids-json-array",
        "`ids` turns `email` and `search` off, but not the pages; unknown ids are left out without a word.",
        "Quirk `lv-ids`.";
    LV_BAD_IDS = "staff-bad-ids", Measured, "list-ids-comma, list-ids-malformed, list-ids-mixed-malformed",
        "A malformed id in `ids` is 500, a list with commas also.",
        "Quirk `lv-ids`, `lv-500-is-ours`.";
    LV_SEARCH = "staff-search", Measured, "list-search-two-words, list-search-accents-none, list-search-digit, list-search-blank",
        "`search` finds whoever has one of the words in the first or last name, whatever case and accents. Blank finds everybody.",
        "A digit or underscore also stands for the letters of `undefined`. Quirk `lv-search`.";
    LV_NUL = "staff-nul", Measured, "list-search-nul",
        "A NUL in `search` is 500.",
        "Quirk `lv-search`, `lv-500-is-ours`.";
    LV_CREATED = "staff-created", Measured, "create-minimal, create-all-fields, create-null-leftAt",
        "`POST /users` answers 200 with the person. Names of two letters, roles, email and city are required; the top level domain must be registered.",
        "An empty `description` counts as absent. Null is kept. Quirk `lv-create-is-200`, `lv-create-required`, `lv-empty-text`, `lv-email-tld`.";
    LV_HANDLES_DROPPED = "staff-handles-dropped", Measured, "create-all-fields",
        "`githubHandle` and `trelloHandle` are taken at creation and forgotten.",
        "Quirk `lv-read-not-written`.";
    LV_STORED = "staff-stored", Measured, "create-unicode, create-foreign-phone, update-phone",
        "Last names are kept in upper case, phones in their international form.",
        "The groups of a number are known for ten countries here. Quirk `lv-names-upper-case`.";
    LV_INSTANTS = "staff-instants", Measured, "create-date-no-zone, update-date-30-feb, create-date-number",
        "Dates come as ISO 8601 and are shown in UTC with milliseconds; a 30 February is the 2 March, and without a zone it is UTC.",
        "Quirk `lv-dates`.";
    LV_NULL_PHONE = "staff-null-phone", Measured, "create-null-phone, update-null-phone",
        "A phone of null is 500, although it is valid.",
        "Quirk `lv-null-phone`, `lv-500-is-ours`.";
    LV_EMAIL_USED = "staff-email-used", Measured, "the description",
        "An address that somebody has is 400 `email_already_used` without `validation`; another case is another address.",
        "Quirk `lv-email-unique`.";
    LV_UPDATED = "staff-updated", Measured, "update-several, update-partial-address, update-null-leftAt, update-address-empty-object",
        "`PUT /users/{user}` merges: absent keeps, null takes away, `address` is replaced whole. It answers with the person.",
        "Quirk `lv-put-merges`.";
    LV_DELETED = "staff-deleted", Measured, "delete-ok, get-after-delete",
        "`DELETE /users/{user}` is `{\"deleted\":true}`; the person's tokens go, too.",
        "Quirk `lv-delete`.";
    LV_NOT_DELETED = "staff-not-deleted", Measured, "delete-unknown",
        "DELETE of an unknown person is 404 `Not Found`.",
        "Quirk `lv-delete`.";
}
