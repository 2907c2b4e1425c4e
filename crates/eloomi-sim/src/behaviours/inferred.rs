//! The rows of groups whose paths nobody has documented.

use super::{Behaviour, Confidence};

table! {
    INFERRED_PATHS = "inferred-paths", Inferred, "habit of the other groups",
        "Access groups, coaches, course categories, customers, goals, orders, paths and programs are each at `/v3/` and its name, with hyphens.",
        "eloomi names them and documents no path. Switch `inferred_groups`: off, and each is an unknown path.";
    LIST_ACCESS_GROUPS = "list-access-groups", Inferred, "reference: the body",
        "`GET /v3/access-groups` answers with the access groups and their permissions, in pages as the list of users has them.",
        "Two permissions are known, from one sample; of pages nothing is said.";
    OPEN_LIST = "open-list", Inferred, "habit of the other groups",
        "`GET` of an open group answers with a list in `data`, in pages as the list of users has them.",
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
}
