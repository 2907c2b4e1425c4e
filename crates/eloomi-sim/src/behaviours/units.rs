//! The rows of units.

use super::{Behaviour, Confidence};

table! {
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
        "With the switch `created_unit` on `WithoutPeople`, the answer to the creation of a unit shows nobody, whoever was sent; else its leaders and members.",
        "The sample shows nobody although people were sent: they were unknown, or they come in later.";
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
}
