//! The rows of teams.

use super::{Behaviour, Confidence};

table! {
    LIST_TEAMS = "list-teams", Observed, "clients: one",
        "`GET /v3/teams` answers with a list in `data`.",
        "";
    LIST_TEAMS_PAGES = "list-teams-pages", Inferred, "the list of people",
        "The list of teams has pages as the list of users has.",
        "Nobody says that it has pages. Switch `repeat_pages`: it has none.";
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
    TEAM_ENROLS = "team-enrols", Inferred, "the queue of programs: it must lead somewhere",
        "Members, also those who join by the same write, are put at once into the courses of `course_ids` and `add_course_ids` and into the programs of `program_ids`.",
        "Who takes a course already keeps moment and progress; of `required` and `deadline` what was sent changes. Who joins later is put into nothing.";
    TEAM_TAKES_NOTHING_AWAY = "team-takes-nothing-away", Inferred, "nothing is said",
        "Who was put into a course or program by a team stays in it when the team loses it, when they leave the team, and when the team is deleted.",
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
        "The queue is worked off five seconds later by the simulator's clock, in the order of the calls: the members of the team are in the program then.",
        "A team that is gone by then gets nothing. A program that is there takes the new settings. Who joins the team later is not put into its programs.";
    PROGRAM_ID_MISSING = "program-id-missing", Inferred, "nothing is said",
        "A call without `programs`, or a program without `program_id`, is 400, and nothing is put into the queue.",
        "The reference marks every field as optional.";
    ADD_TEAM_PROGRAMS_UNKNOWN = "add-team-programs-unknown", Inferred, "reference: neither 204 nor 404 is there",
        "That call is 400 for a team that does not exist.",
        "";
}
