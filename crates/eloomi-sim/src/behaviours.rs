//! The table of behaviours: what the simulator does, and how far that is known.
//!
//! Every answer is made with a row of this table, and the journal tells which one it was.
//! Rows that no answer shows by itself are named in a comment where the code does it. A row
//! that nothing names fails a test; whether code and row say the same is left to the readers
//! and to the tests of what the row says.
//!
//! Sources: *readme* is the README of eloomi's documentation repository and *2018* its other
//! pages; *reference* is the official reference site; *clients* is public code of others
//! that looks maintained.

use std::fmt;
use std::sync::LazyLock;

/// How far a behaviour of the simulator is known to be one of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// eloomi says so.
    Documented,
    /// Code that looks maintained relies on it.
    Observed,
    /// Concluded from the above, from Laravel's habits, or from the standards.
    Inferred,
    /// A rule of the simulator; the service is not claimed to do this.
    Own,
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Documented => "documented",
            Self::Observed => "observed",
            Self::Inferred => "inferred",
            Self::Own => "own",
        })
    }
}

/// One row of the table: see [`behaviours`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Behaviour {
    /// Name in kebab case; the journal uses it.
    pub id: &'static str,
    /// What the simulator does.
    pub does: &'static str,
    /// How far this is known of the service.
    pub confidence: Confidence,
    /// Where it stands, or what it was concluded from.
    pub source: &'static str,
    /// What is odd or contested about it, and which switch turns it; empty if nothing is.
    pub quirk: &'static str,
}

/// Everything the simulator does that a client could notice, in the order of a request's way;
/// courses and programs come last.
///
/// ```
/// use eloomi_sim::{Confidence, behaviours};
///
/// let guesses = behaviours().iter().filter(|row| row.confidence == Confidence::Inferred);
/// for row in guesses {
///     println!("{}: {}", row.id, row.does);
/// }
/// ```
pub fn behaviours() -> &'static [&'static Behaviour] {
    static WHOLE: LazyLock<Vec<&Behaviour>> = LazyLock::new(|| [ALL, learning::ALL].concat());
    &WHOLE
}

macro_rules! table {
    ($($name:ident = $id:literal, $confidence:ident, $source:literal, $does:literal, $quirk:literal;)*) => {
        $(pub(crate) static $name: Behaviour = Behaviour {
            id: $id,
            does: $does,
            confidence: Confidence::$confidence,
            source: $source,
            quirk: $quirk,
        };)*
        pub(super) static ALL: &[&Behaviour] = &[$(&$name),*];
        #[cfg(test)]
        pub(super) const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

mod learning;

pub(crate) use learning::*;

table! {
    // Before the routes.
    SAYS_SIMULATOR = "says-simulator", Own, "rule of the simulator",
        "Every answer carries `server: eloomi-sim`.",
        "";
    LOOPBACK_HOST = "loopback-host", Own, "protection against DNS rebinding",
        "A Host other than localhost, 127.x.x.x or [::1] is refused with 403; no answer carries a CORS header.",
        "";
    OPENAPI = "openapi", Own, "rule of the simulator",
        "`GET /openapi.yaml` answers with the description of the API, without a token and uncounted.",
        "";
    SCRIPTED = "scripted", Own, "test control",
        "The next request that a matcher fits gets the answer a test wrote, before any rule of the service.",
        "Such a request takes nothing from the rate limit.";
    TRAILING_SLASH = "trailing-slash", Observed, "clients: one calls `/v3/units/`",
        "One slash at the end of a path is ignored.",
        "";
    ENCODED_SLASH = "encoded-slash", Inferred, "habit of web servers in front of PHP",
        "A path with `%2F` in it is unknown, so a key with a slash cannot be reached.",
        "";
    UNKNOWN_PATH = "unknown-path", Inferred, "Laravel",
        "An unknown path is 404 with `message`, before the token is looked at.",
        "";
    WRONG_METHOD = "wrong-method", Inferred, "Laravel",
        "A known path with another method is 405 with `message` and `Allow`, before the token is looked at.",
        "";

    // The token endpoint.
    TOKEN_ISSUED = "token-issued", Documented, "readme",
        "`POST /oauth/token`, outside /v3, answers 200 with `token_type`, `expires_in` 31535999 and `access_token`.",
        "Switch `expires_in`: text, or absent. Many tokens are good at the same time.";
    TOKEN_FORM = "token-form", Documented, "readme since November 2018; clients",
        "The four values may come as an urlencoded form.",
        "";
    TOKEN_JSON = "token-json", Observed, "clients: two",
        "The four values may come as JSON; `client_id` as number or text.",
        "";
    TOKEN_MULTIPART = "token-multipart", Observed, "clients: one",
        "The four values may come as multipart/form-data.",
        "";
    TOKEN_HEADERS = "token-headers", Documented, "readme before November 2018",
        "Without a body, the four values may come as headers.",
        "Corrected to form parameters later; no client is known to use it.";
    TOKEN_SCOPE = "token-scope", Documented, "readme; clients leave it out",
        "Scope may be absent, empty or `*`; any other is 400 `invalid_scope` with `message` and `hint`.",
        "";
    TOKEN_WRONG_CLIENT = "token-wrong-client", Documented, "readme",
        "A wrong client or secret is 400 `invalid_client` with `message`.",
        "Switch `token_refusal`: 401 with `error_description`, as newer OAuth servers do.";
    TOKEN_FOREIGN_SECRET = "token-foreign-secret", Own, "so that a real secret is noticed and goes nowhere",
        "A secret that does not start with `sim-` is refused like a wrong one, unread, with a `hint` that says why.",
        "";
    TOKEN_BAD_REQUEST = "token-bad-request", Inferred, "RFC 6749 §5.2",
        "A missing value or a body that cannot be read is 400 `invalid_request`.",
        "";
    TOKEN_BAD_GRANT = "token-bad-grant", Inferred, "RFC 6749 §5.2",
        "A grant other than `client_credentials`, or none, is 400 `unsupported_grant_type`.",
        "";

    // The gate of /v3.
    UNAUTHENTICATED = "unauthenticated", Documented, "readme; reference",
        "A missing, unknown, revoked or expired token is 401 `{\"error\":\"Unauthenticated.\"}`, without envelope.",
        "";
    BEARER = "bearer", Documented, "readme; RFC 6750",
        "`Authorization` must be `Bearer` in any case, and the token.",
        "One client sends the token alone; that is refused here.";
    CLIENT_ID_HEADER = "client-id-header", Documented, "readme; 2018; reference",
        "Every call needs the header `ClientId` with the client's id, or it is 401 like a missing token.",
        "That a missing one is 401 is inferred.";
    RATE_LIMIT = "rate-limit", Documented, "readme",
        "600 calls per rolling 60 s; `X-RateLimit-Limit` and `X-RateLimit-Remaining` on each answer under /v3.",
        "Whether client, token or address is counted is unknown: here the client. Switch `window_kind`: anchored.";
    TOO_MANY = "too-many-requests", Inferred, "readme implies it; Laravel",
        "A call over the limit is 429 with `Retry-After`, `X-RateLimit-Reset` and `message`; it takes nothing from the limit.",
        "Documented is only one further, unnamed header. Switch `retry_after`: rounded down, or absent.";
    REFUSED_CALLS = "refused-calls-are-free", Inferred, "Laravel's order of middleware",
        "Calls refused with 401 take nothing from the rate limit.",
        "Switch `unauthenticated_count`.";
    TOKEN_CALLS = "token-calls-are-free", Inferred, "nothing is said",
        "Token requests take nothing from the rate limit.",
        "Switch `token_requests_count`.";

    // The bodies.
    ENVELOPE = "envelope", Documented, "2018; reference",
        "Bodies have `status`, `status_code`, `message`, `extended_message`, `data`, in this order; on success the text is in `extended_message`.",
        "The order differs between sources. `data` is missing on failures.";
    TEXT_ESCAPES = "text-escapes", Inferred, "RFC 8259",
        "Text in bodies is UTF-8.",
        "PHP writes \\u00f8 and \\/ when left alone: switch `escapes`.";
    GZIP = "gzip", Inferred, "habit of web servers",
        "With the switch `gzip` on, bodies are compressed for clients that accept it.",
        "";
    BAD_REQUEST = "bad-request", Documented, "2018",
        "Refused input is 400 with the envelope: a general `message`, the cause in `extended_message`, no `data`.",
        "";

    // Users.
    LIST_USERS = "list-users", Documented, "2018; reference",
        "`GET /v3/users` answers with a list in `data`: no total, no links, no counters.",
        "";
    LIST_ORDER = "list-order", Inferred, "nothing is said",
        "Lists ascend by id.",
        "";
    LIST_MODE = "list-mode", Documented, "2018; reference",
        "`mode` keeps pending, active, inactive or suspended people; `all`, or none, keeps everybody.",
        "The reference calls it required; suspended is only there.";
    LIST_BAD_MODE = "list-bad-mode", Inferred, "nothing is said",
        "An unknown `mode` is 400.",
        "";
    LIST_EMPLOYEE_ID = "list-employee-id", Documented, "some copies of the reference",
        "`employee_id` keeps the people with exactly this employee id.",
        "";
    LIST_EMPTY_PARAMETER = "list-empty-parameter", Inferred, "Laravel",
        "A parameter without a value counts as absent; of a repeated one the last counts.",
        "";
    PER_PAGE_ABSENT = "per-page-absent", Documented, "reference: all; 2018: 25",
        "Without `per_page` the answer holds everybody.",
        "The sources disagree. Switch `per_page_default`.";
    PER_PAGE_BAD = "per-page-bad", Inferred, "nothing is said",
        "A `per_page` that is not a number above zero is 400.",
        "";
    PER_PAGE_CAP = "per-page-cap", Inferred, "habit of servers",
        "`per_page` has no upper bound.",
        "Switch `max_per_page`: a silent one, which makes pages shorter than asked for.";
    PAGE = "page", Documented, "2018; clients",
        "`page` counts from 1; one that is not a number above zero is page 1.",
        "The latter is Laravel's habit. Switch `repeat_pages`: ignored altogether.";
    PAST_END = "past-end", Inferred, "nothing is said",
        "A page with nobody on it is 200 with an empty list.",
        "Switch `past_end`: 204.";
    GET_USER = "get-user", Documented, "2018",
        "`GET /v3/users/{id}` answers with one user in `data`.",
        "";
    GET_USER_BY_EMPLOYEE_ID = "get-user-by-employee-id", Documented, "2018",
        "`GET /v3/users-employee_id/{employee_id}` answers with the first user that has exactly this employee id.",
        "";
    GET_USER_BY_EMAIL = "get-user-by-email", Observed, "clients: one",
        "`GET /v3/users-email/{email}` answers with the user of this address, in upper or lower case.",
        "That case does not matter is inferred: one client lower-cases.";
    UNKNOWN_KEY = "unknown-key", Documented, "2018",
        "A key that nobody has is 204 without a body.",
        "The documentation prints a body, which a 204 cannot carry.";

    // Writing.
    CREATE_USER = "create-user", Documented, "2018",
        "`POST /v3/users` makes a user and answers 200, not 201, with it in `data`.",
        "";
    CREATE_LISTS_NULL = "create-lists-null", Documented, "2018",
        "The answer to a create shows `department_id`, `team_id` and `direct_manager_ids` as null; the next call shows what was sent, or empty lists.",
        "That lists are null there although they were sent is inferred.";
    CREATE_DEFAULTS = "create-defaults", Inferred, "2018: the permission, the empty last name; reference: the company's language",
        "A user made with nothing but an address is pending, has the permission `user`, the language `en`, an empty last name and no access groups; the rest is null.",
        "";
    EMAIL_MISSING = "email-missing", Documented, "2018",
        "A create without `email` is 400 with a notice of PHP's in `extended_message`.",
        "That null and empty text count as missing is inferred.";
    EMAIL_TAKEN = "email-taken", Documented, "2018",
        "An address that somebody else has, in upper or lower case, is 400; `extended_message` names it in brackets.",
        "Documented for creates. That case does not matter, and that updates are refused alike, is inferred.";
    EMAIL_BAD = "email-bad", Inferred, "habit of servers",
        "An address without `@` is 400.",
        "";
    WRITE_JSON = "write-json", Observed, "clients: three",
        "The fields of a write may come as JSON.",
        "";
    WRITE_FORM = "write-form", Observed, "clients: one",
        "The fields of a write may come as an urlencoded form.",
        "Lists as `name[]` and objects as `name[key]` are PHP's habit, so inferred; one client gave forms up for lists.";
    BODY_UNREADABLE = "body-unreadable", Inferred, "nothing is said",
        "A body that is neither a JSON object nor an urlencoded form, by its type and in truth, is 400.",
        "";
    BODY_TOO_LONG = "body-too-long", Own, "rule of the simulator",
        "A body of more than 1 MiB is 413 with `message`.",
        "Such a request takes nothing from the rate limit.";
    UNKNOWN_FIELDS = "unknown-fields", Inferred, "Laravel",
        "Fields that cannot be written are ignored.",
        "";
    WRONG_TYPE = "wrong-type", Inferred, "nothing is said",
        "A value of the wrong type, such as a bare id in place of a list, is 400, and nothing changes. Numbers and text stand for each other.",
        "Two clients send units as a bare id or as text that holds a list; it is not known whether that works.";
    SENT_FIELDS_ONLY = "sent-fields-only", Documented, "2018; reference",
        "An update changes the fields that were sent, no others; null clears.",
        "That null clears is inferred. A cleared permission or language is the default one.";
    UPDATE_USER = "update-user", Documented, "2018",
        "`PATCH /v3/users/{id}` changes a user and answers with it in `data`; address and employee id may change too.",
        "";
    UPDATE_USER_BY_EMPLOYEE_ID = "update-user-by-employee-id", Documented, "2018; reference",
        "`PATCH /v3/users-employee_id/{employee_id}` does the same.",
        "";
    UPDATE_USER_BY_EMAIL = "update-user-by-email", Documented, "reference; clients",
        "`PATCH /v3/users-email/{email}` does the same.",
        "";
    EMPLOYEE_ID_FREE = "employee-id-free", Inferred, "nothing is said",
        "An employee id that somebody else has may be given again.",
        "The path then leads to the one with the lowest id.";
    LANGUAGE_WRITTEN = "language-written", Inferred, "2018: both fields; reference: the form en-US",
        "`language_code` and `language_iso` are shown as `language`: `en`, or `en-US`. A code without a region takes the region away.",
        "";
    UNITS_BOTH_WAYS = "units-both-ways", Documented, "2018",
        "`department_id` and `department_code` in one write are 400.",
        "Documented is that they must not be combined; the 400 is inferred.";
    LISTS_REPLACE = "lists-replace", Inferred, "reference: units and teams \"to join\"",
        "`department_id`, `department_code`, `team_ids` and `access_groups` replace the whole list.",
        "";
    ACCESS_GROUPS_BY_ID = "access-groups-by-id", Documented, "reference",
        "Access groups are written as ids and shown with their names.",
        "";
    MANAGERS_REPLACED = "managers-replaced", Documented, "2018",
        "`direct_manager_ids` and `direct_manager_employee_ids` replace the managers.",
        "If both are sent the latter wins: inferred.";
    MANAGERS_ADDED = "managers-added", Documented, "2018",
        "`add_direct_manager_ids` and `add_direct_manager_employee_ids` add managers.",
        "That nobody is there twice is inferred.";
    UNKNOWN_REFERENCES = "unknown-references", Inferred, "2018 says so of the people of a unit",
        "Units, teams, access groups and managers that do not exist are skipped without a word.",
        "";
    ATTRIBUTES_WRITTEN = "attributes-written", Inferred, "documented for .NET: an object",
        "Of `custom_attributes` only the keys that were sent change; null clears them all.",
        "";
    ATTRIBUTE_UNREGISTERED = "attribute-unregistered", Inferred, "documented for .NET: such a call may fail",
        "A custom attribute that is not set up for the customer is 400.",
        "";
    ACTIVATE = "activate", Documented, "reference: keywords; 2018: 1, true, 0, false",
        "`activate` takes `standard`, `company_default`, `pre_generated_password`, `instant`, 1 and true, or `deactivate`, 0 and false.",
        "";
    ACTIVATED_AT_ONCE = "activated-at-once", Inferred, "nothing is said",
        "Whoever is activated is active at once, whatever the keyword; `activated_at` keeps the first time.",
        "After a mail with a link a real user may stay pending until the link is followed.";
    ACTIVATE_BAD = "activate-bad", Inferred, "nothing is said",
        "Any other `activate` is 400.",
        "";
    END_OF_EMPLOYMENT = "end-of-employment", Inferred, "documented for .NET: set an end rather than delete",
        "An `end_of_employment_at` that has passed makes a user inactive when it is written.",
        "Nothing happens when one that lay ahead passes. The zone is taken to be UTC.";
    DATE_BAD = "date-bad", Inferred, "nothing is said",
        "A date that is neither `YYYY-MM-DD` nor `YYYY-MM-DD hh:mm:ss` is 400; whether there is such a day is not asked.",
        "";
    SHOWN_NOWHERE = "shown-nowhere", Documented, "reference",
        "`password`, `profile_ids` and `prompts` are taken, and no answer shows them.",
        "Their values are not looked at.";
    DELETE_USER = "delete-user", Documented, "2018",
        "`DELETE /v3/users/{id}` deletes a user.",
        "";
    DELETE_USER_BY_EMPLOYEE_ID = "delete-user-by-employee-id", Documented, "2018",
        "`DELETE /v3/users-employee_id/{employee_id}` does the same.",
        "";
    DELETE_USER_BY_EMAIL = "delete-user-by-email", Observed, "clients: one",
        "`DELETE /v3/users-email/{email}` does the same.",
        "";
    DELETED_TEXT = "deleted-text", Documented, "2018",
        "The answer to a delete has its text in `message`, and no `data`.",
        "";
    DELETED_IS_GONE = "deleted-is-gone", Inferred, "2018: its key is unknown from then on",
        "A deleted user is not found, not listed, nobody's manager and no team's leader; its id does not come back.",
        "";
    ADD_USER_TO_TEAM = "add-user-to-team", Documented, "reference",
        "`PUT /v3/users-employee_id/{employee_id}/teams/{team_id}`, without a body, answers 200 without `data`.",
        "";
    OTHER_TEAMS_STAY = "other-teams-stay", Inferred, "nothing is said",
        "Whoever is put in a team stays in the others; being in it already changes nothing.",
        "";
    TEAM_OR_USER_UNKNOWN = "team-or-user-unknown", Documented, "reference",
        "That call is 404 for an employee id that nobody has or a team that does not exist.",
        "The only 404 that is documented. That it has no body is inferred.";

    // Units.
    LIST_UNITS = "list-units", Documented, "2018; reference",
        "`GET /v3/units` answers with all units in `data`, as a flat list: no total, no links.",
        "";
    UNITS_UNPAGED = "units-unpaged", Inferred, "no source pages units",
        "The list of units ignores `page` and `per_page`, whatever is in them.",
        "Switch `units_paged`: pages as those of users.";
    GET_UNIT = "get-unit", Documented, "2018; reference",
        "`GET /v3/units/{id}` answers with one unit in `data`.",
        "An unknown key is 204, as with people: documented.";
    GET_UNIT_BY_CODE = "get-unit-by-code", Documented, "reference: the title alone",
        "`GET /v3/units-code/{code}` answers with the unit that has exactly this code, of several with the one of the lowest id.",
        "Which of several it is, is inferred.";
    CREATE_UNIT = "create-unit", Documented, "2018; reference",
        "`POST /v3/units` makes a unit and answers 200, not 201, with it in `data`.",
        "";
    UNIT_CODE_FROM_NAME = "unit-code-from-name", Documented, "2018: the sample of a creation",
        "The answer to the creation of a unit without code shows its name in small letters as `code`; the next call shows null.",
        "Documented is the sample; the null is that of other units in a list.";
    UNIT_CREATED_EMPTY = "unit-created-empty", Inferred, "2018: the sample of a creation",
        "The answer to the creation of a unit shows its leaders and members.",
        "The sample shows nobody although people were sent: they were unknown, or they come in later. Switch `created_unit`: nobody in that answer.";
    UNIT_NAME_MISSING = "unit-name-missing", Inferred, "nothing is said",
        "A unit without a name, at its creation or by a change, is 400.",
        "";
    UNIT_CODE_FREE = "unit-code-free", Documented, "2018",
        "Without `unique`, units of the same name and code arise side by side.",
        "That a change may give a code that another unit has, and that empty text is no code, is inferred.";
    UNIT_UNIQUE = "unit-unique", Documented, "2018: name; reference: code",
        "With `unique=name` or `unique=code` in the query, a creation whose value another unit has is 400; nothing changes.",
        "That upper and lower case differ, and that no code clashes with none, is inferred.";
    UNIT_UNIQUE_BAD = "unit-unique-bad", Inferred, "2018 takes any column and shows one",
        "Any other `unique` is 400.",
        "";
    UNIT_PARENT = "unit-parent", Documented, "2018; reference",
        "`parent_id` or `parent_code` puts a unit below another; null puts it at the top.",
        "Inferred: one that does not exist leaves the unit where it was, a new one at the top; of both in one write the code counts.";
    UNIT_CYCLE = "unit-cycle", Inferred, "nothing is said",
        "A unit cannot be put below itself, nor below one that stands below it: that is 400.",
        "";
    UNIT_LEADERS = "unit-leaders", Documented, "2018; reference",
        "`leader_ids`, `leaders`, `leader_email`, `leader_employee_id`, `leader_employee_ids`, `leaders_employee_id` and `leaders_employee_ids` set the leaders.",
        "Which spelling the service takes is not known. That they replace, and that several in one write count together, is inferred.";
    UNIT_MEMBERS = "unit-members", Documented, "2018; reference",
        "`user_ids`, `users` and `user_emails` set the members. A member has the unit in `department_id`, and whoever has it there is a member; other units stay.",
        "That they replace, that several in one write count together, and that a member's access groups do not change, is inferred.";
    UNIT_MEMBERS_ADDED = "unit-members-added", Documented, "reference",
        "`add_user_ids` adds members and `remove_user_ids` takes some out.",
        "That it works at a creation too is inferred.";
    UNIT_EMAILS = "unit-emails", Documented, "2018",
        "`user_emails` is a list, or one text with commas.",
        "The only list that comes in two forms.";
    UNIT_UNKNOWN_PEOPLE = "unit-unknown-people", Documented, "2018",
        "Leaders and members that do not exist are skipped without a word.",
        "That managers and access groups are skipped alike is inferred.";
    UNIT_UNSEEN = "unit-unseen", Documented, "reference",
        "`add_` and `remove_department_{learning,organizational,performance}_manager_{ids,emails,employee_ids}` and `add_course_ids` and `remove_course_ids` are taken, and no answer shows them.",
        "Whether there is such a course is not looked at.";
    UPDATE_UNIT = "update-unit", Documented, "2018; reference",
        "`PATCH /v3/units/{id}` changes a unit and answers with it in `data`.",
        "";
    UPDATE_UNIT_BY_CODE = "update-unit-by-code", Documented, "reference: the title alone",
        "`PATCH /v3/units-code/{code}` does the same.",
        "";
    UNIT_NOT_FOUND = "unit-not-found", Documented, "2018",
        "A change of a unit that does not exist is 204 without a body.",
        "The line with the status says 204, the body below it 400 `Unit not found`. Switch `unknown_unit`: 400.";
    DELETE_UNIT = "delete-unit", Documented, "reference: the title alone",
        "`DELETE /v3/units/{id}` deletes a unit, also if there is a body.",
        "That it answers as the delete of a user does is inferred. One program sends the members to take out as a body.";
    DELETE_UNIT_BY_CODE = "delete-unit-by-code", Documented, "reference: the title alone",
        "`DELETE /v3/units-code/{code}` does the same.",
        "";
    UNIT_DELETED = "unit-deleted", Inferred, "nothing is said",
        "A deleted unit is in nobody's `department_id`, the units below it stand at the top, and its id does not come back.",
        "";
    UNIT_TREE = "unit-tree", Own, "invented",
        "The twelve units of the start have names and, where there are people, leaders; 4002 to 4004 and 4008 stand below 4001, 4005 to 4007 below 4004, 4009 and 4010 below 4008.",
        "";
    COMPANY = "company", Own, "invented",
        "There are units 4001 to 4012, of which the first eight have the codes DEP101 to DEP108, teams 701 to 709, access groups 24, 31 and 32, and four custom attributes.",
        "";

    // Teams.
    LIST_TEAMS = "list-teams", Observed, "clients: one",
        "`GET /v3/teams` answers with a list in `data`.",
        "";
    LIST_TEAMS_PAGES = "list-teams-pages", Inferred, "the list of people",
        "The list of teams takes `page` and `per_page`; a `per_page` that is not a number above zero is ignored.",
        "Nobody says that the list has pages. Switch `repeat_pages`: it has none.";
    GET_TEAM = "get-team", Observed, "clients: one",
        "`GET /v3/teams/{id}` answers with one team in `data`.",
        "";
    TEAM_MEMBERS = "team-members", Inferred, "a person's `team_id` and a team's `users` tell the same",
        "`users` of a team are the people with its id in `team_id`, ascending by id.",
        "";
    TEAM_SETTINGS_HIDDEN = "team-settings-hidden", Inferred, "a model that looks generated from eloomi's own description",
        "Courses and programs of a team are kept with their settings, and no answer shows them.",
        "";
    CREATE_TEAM = "create-team", Documented, "reference",
        "`POST /v3/teams` makes a team and answers 200, not 201, with it in `data`.",
        "";
    TEAM_NAME_MISSING = "team-name-missing", Inferred, "reference: required",
        "A team without a name, or with an empty one, is 400.",
        "";
    UPDATE_TEAM = "update-team", Observed, "clients: one",
        "`PATCH /v3/teams/{id}` changes a team and answers with it in `data`.",
        "";
    TEAM_PEOPLE_REPLACED = "team-people-replaced", Observed, "clients: two, of `user_ids`",
        "`user_ids`, `user_emails` and `employee_ids` replace the members, `leader_ids` the leaders.",
        "Of all but `user_ids` it is inferred. If several name members, all of them are members. Leaders need not be members.";
    TEAM_PEOPLE_UNKNOWN = "team-people-unknown", Inferred, "2018 says so of units",
        "Members and leaders that do not exist are skipped without a word.",
        "";
    TEAM_WHOLE_SETS = "team-whole-sets", Documented, "reference",
        "`course_ids` and `program_ids` are objects by id that replace all courses and programs.",
        "That null and empty ones take all away is inferred. Whether a course or program exists is not looked at.";
    TEAM_COURSES_ADDED = "team-courses-added", Inferred, "a model that looks generated from eloomi's own description",
        "`add_course_ids` and `remove_course_ids` add and take away, in this order, after `course_ids`.",
        "";
    DELETE_TEAM = "delete-team", Observed, "clients: one",
        "`DELETE /v3/teams/{id}` deletes a team.",
        "";
    DELETED_TEAM_IS_GONE = "deleted-team-is-gone", Inferred, "a deleted user",
        "A deleted team is not found, not listed and nobody's team; its id does not come back.",
        "";
    ADD_TEAM_PROGRAMS = "add-team-programs", Documented, "reference",
        "`POST /v3/teams/{id}/programs` puts programs into a queue and answers 200 without `data`.",
        "That the body is the envelope alone is inferred.";
    TEAM_PROGRAMS_LATER = "team-programs-later", Own, "reference: done later, and not how much later",
        "The queue is worked off five seconds later by the simulator's clock, in the order of the calls.",
        "A team that is gone by then gets nothing. A program that is there takes the new settings.";
    PROGRAM_ID_MISSING = "program-id-missing", Inferred, "nothing is said",
        "A call without `programs`, or a program without `program_id`, is 400, and nothing is put into the queue.",
        "The reference marks every field as optional.";
    ADD_TEAM_PROGRAMS_UNKNOWN = "add-team-programs-unknown", Inferred, "reference: neither 204 nor 404 is there",
        "That call is 400 for a team that does not exist.",
    // Groups whose paths nobody has documented.
    INFERRED_PATHS = "inferred-paths", Inferred, "habit of the other groups",
        "Access groups, coaches, course categories, customers, goals, orders, paths and programs are each at `/v3/` and its name, with hyphens.",
        "eloomi names them and documents no path. Switch `inferred_groups`: off, and each is an unknown path.";
    LIST_ACCESS_GROUPS = "list-access-groups", Inferred, "reference: the body",
        "`GET /v3/access-groups` answers with all access groups and their permissions.",
        "Two permissions are known, from one sample.";
    OPEN_LIST = "open-list", Inferred, "habit of the other groups",
        "`GET` of an open group answers with a list in `data`.",
        "";
    OPEN_GET = "open-get", Inferred, "habit of the other groups",
        "`GET` of an id below an open group answers with the one thing in `data`.",
        "";
    OPEN_CREATE = "open-create", Inferred, "habit of the other groups",
        "`POST` to an open group makes a thing and answers 200 with it in `data`.",
        "";
    OPEN_UPDATE = "open-update", Inferred, "habit of the other groups",
        "`PATCH` of an id below an open group changes the members that were sent and answers with the thing in `data`.",
        "";
    OPEN_DELETE = "open-delete", Inferred, "habit of the other groups",
        "`DELETE` of an id below an open group deletes the thing.",
        "";
    OPEN_MEMBERS = "open-members", Own, "nobody knows the members",
        "A thing of an open group keeps whatever members were sent, null included, but for `id`, which it is given.",
        "";
    OPEN_START = "open-start", Own, "invented",
        "Each open group has two things at the start, with an id and a name; there are three programs, 90092 to 90094.",
        "";

    // People.
    NULL_OR_EMPTY = "null-or-empty", Documented, "2018",
        "Text that is not set is null in some people and empty in others.",
        "";
    LIST_OR_NULL = "list-or-null", Documented, "2018",
        "`department_id`, `team_id` and `direct_manager_ids` are lists in spite of their names, or null.",
        "";
    TWO_SPELLINGS = "two-spellings", Documented, "2018: `_at`, `mobile_phone`; reference: the others",
        "Employment dates end in `_at`, and the mobile number is `mobile_phone`.",
        "Switch `spelling`.";
    NUMBER_OR_TEXT = "number-or-text", Documented, "2018; reference",
        "`level` and `salary_id` are a number, text or null.",
        "";
    BIRTHDAY_FORMS = "birthday-forms", Documented, "2018: date; reference: with a midnight",
        "`birthday` is a date in some people and a date with a time in others.",
        "";
    LANGUAGE_FORMS = "language-forms", Documented, "2018: en, sv; reference: en-US",
        "`language` is a bare language in some people and one with a region in others.",
        "";
    ATTRIBUTES_FORMS = "attributes-forms", Inferred, "2018: object; PHP",
        "`custom_attributes` is an object whose values may be null, or null, or `[]` when empty.",
        "The `[]` is PHP's empty array.";
    DATES_WITHOUT_ZONE = "dates-without-zone", Documented, "2018; reference",
        "Moments are `YYYY-MM-DD hh:mm:ss` and name no zone.",
        "";
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All of the crate's code but the table.
    fn code() -> String {
        let mut folders = vec![std::path::PathBuf::from(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/src"
        ))];
        let mut code = String::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.file_stem() == Some("behaviours".as_ref()) {
                    continue;
                }
                if path.is_dir() {
                    folders.push(path);
                } else {
                    code.push_str(&std::fs::read_to_string(path).unwrap());
                }
            }
        }
        code
    }

    #[test]
    fn ids_are_unique() {
        let mut ids: Vec<_> = behaviours().iter().map(|row| row.id).collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }

    #[test]
    fn ids_are_kebab_case() {
        let kebab = |id: &str| {
            id.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        };
        assert!(behaviours().iter().all(|row| kebab(row.id)));
    }

    #[test]
    fn the_code_names_every_row() {
        let code = code();
        let named = |name: &str| {
            let name = format!("behaviours::{name}");
            code.match_indices(&name).any(|(at, _)| {
                !code[at + name.len()..]
                    .starts_with(|c: char| c == '_' || c.is_ascii_alphanumeric())
            })
        };
        let all = [NAMES, learning::NAMES].concat();
        let missing: Vec<_> = all.iter().filter(|name| !named(name)).collect();
        assert!(missing.is_empty(), "no code names {missing:?}");
    }
}
