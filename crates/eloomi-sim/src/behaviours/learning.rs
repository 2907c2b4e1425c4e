//! The rows of courses and programs.

use super::{Behaviour, Confidence};

table! {
    LIST_COURSES = "list-courses", Observed, "clients: the path; reference: the body",
        "`GET /v3/courses` answers with a list in `data`.",
        "";
    COURSES_PAGED = "courses-paged", Inferred, "the list of users",
        "The lists of courses, of their participants and of those of programs have pages as the list of users has.",
        "Whether they have pages at all is unknown. Switch `repeat_pages`: ignored altogether.";
    GET_COURSE = "get-course", Inferred, "reference: a body with one course",
        "`GET /v3/courses/{course_id}` answers with one course in `data`; an id that no course has is 204.",
        "Nobody shows this call.";
    COURSE_FORMS = "course-forms", Observed, "reference: one form; a data warehouse: the other",
        "Flags, points and durations are numbers in courses with odd ids and text in the others, prices the other way round; what is not set is null.",
        "That a price may be text is documented; so are numbers for the rest. Which of the forms live answers have is unknown.";
    DUE_DATE_NULL = "due-date-null", Documented, "reference",
        "`due_date` of a course is null.",
        "Its meaning is not said.";
    LIST_COURSE_PARTICIPANTS = "list-course-participants", Observed, "clients: the path; reference: the body",
        "`GET /v3/courses/{course_id}/participants` answers with a list in `data`.",
        "";
    PARTICIPANTS_ORDER = "participants-order", Inferred, "nothing is said",
        "Participants come in the order of their assignment, and nobody twice.",
        "";
    PARTICIPANT_FORMS = "participant-forms", Documented, "reference: types and samples that differ",
        "Of people with odd ids flags and counts are numbers, score and progress text; of the others the other way round. `time_spent` is null before a start.",
        "The text of flags and counts is observed in a data warehouse, the null inferred.";
    IMPOSSIBLE_DEADLINE = "impossible-deadline", Documented, "reference: the sample",
        "The deadline of some is 30 February.",
        "";
    EXTENDED_MODE = "extended-mode", Documented, "reference: notes beside the fields",
        "`extended_mode` adds `renewal_at` and `status`: `not_started`, `started` or `completed`.",
        "Which values it takes is unknown: here any but 0, false and the empty one.";
    NOBODY_IN_NOTHING = "nobody-in-nothing", Inferred, "nothing is said",
        "A course or program that there is not has no participants: a page with nobody on it.",
        "";
    ASSIGN_COURSE = "assign-course", Documented, "reference",
        "`POST /v3/courses/{course_id}/participants/{user_id}` assigns a course and answers 200 with the participant in `data`; it needs no body.",
        "";
    ASSIGNED_AGAIN = "assigned-again", Inferred, "the name of the body: create and update",
        "Assigning a course again changes the fields that were sent; moment and progress stay.",
        "";
    ASSIGNMENT_FIELDS = "assignment-fields", Inferred, "reference: names and types",
        "`required` is 0 if never sent; `customAttributes` must be texts, and no answer shows them.",
        "Documented are the three names, and that only here one has a capital letter.";
    TRUTH_FORMS = "truth-forms", Inferred, "reference: 0 and 1, and true and false; a form has text alone",
        "`required`, `is_required`, `notify` and `notify_users` are true or false, 1 or 0, or one of these as text; null and empty text are no.",
        "";
    DEADLINE_DAY = "deadline-day", Inferred, "reference: a day in the sample",
        "Of a `deadline`, of a person or of a team, the day is kept; null and empty text are none.",
        "";
    COURSE_OR_USER_UNKNOWN = "course-or-user-unknown", Inferred, "reference: 400 is the one refusal of the call",
        "An assignment of a course or to a user that there is not is 400.",
        "";
    UPDATE_COURSE_ASSIGNMENT = "update-course-assignment", Inferred, "the name of the body: create and update",
        "`PATCH /v3/courses/{course_id}/participants/{user_id}` changes the fields that were sent and answers with the participant.",
        "Nobody shows this call.";
    NOT_ASSIGNED = "not-assigned", Inferred, "nothing is said",
        "To change an assignment that there is not is 400.",
        "";
    COURSE_TAKEN = "course-taken", Own, "test control",
        "No call starts or completes a course: a test says who does, with `progress_course` and `complete_course`.",
        "";
    RENEWAL = "renewal", Inferred, "reference: the field",
        "Some courses are due again a number of days after their completion: `renewal_at`.",
        "How the service reckons it is unknown.";
    LIST_PROGRAM_PARTICIPANTS = "list-program-participants", Inferred, "reference: the body; the path after that of courses",
        "`GET /v3/programs/{program_id}/participants` answers with a list in `data`.",
        "";
    REQUIRED_BY_LIST = "required-by-list", Documented, "reference",
        "`required` is true or false in programs, 0 or 1 in courses.",
        "";
    PROGRAM_ASSIGNED = "program-assigned", Inferred, "nothing is said",
        "Whoever is put into a program again keeps the moment of the first time; `required` changes.",
        "";
    DELETED_PROGRAM_IS_GONE = "deleted-program-is-gone", Inferred, "a deleted user",
        "A deleted program has no participants, no team has it, and none in the queue for a team gets it.",
        "";
    DELETED_LEARNS_NOTHING = "deleted-learns-nothing", Inferred, "its key is unknown from then on",
        "A deleted user is in no list of participants.",
        "";
    COURSES_AND_PROGRAMS = "courses-and-programs", Own, "invented",
        "There are courses 9001 to 9012 and programs 90092 to 90094.",
        "";
    LEARNERS = "learners", Own, "invented",
        "At the start some people take courses 9001 to 9008 and programs 90092 and 90093; nobody takes the others.",
        "";
}
