//! The rows of users.

use super::{Behaviour, Confidence};

table! {
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
    ID_DIGITS = "id-digits", Inferred, "nothing is said",
        "An id is digits and nothing else: with a sign in front of them it is one that nothing has.",
        "";

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
