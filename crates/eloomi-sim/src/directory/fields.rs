//! What members a person may be written with.

use super::app::SCOPES;
use super::rules::{FREE, Form, Kind, List, Rule, Text};

/// The roles there are.
const ROLES: [&str; 10] = [
    "board",
    "hr",
    "tech",
    "lead",
    "business",
    "com",
    "finance",
    "projectManager",
    "talent",
    "feedbackManager",
];

const NAME: Text = Text {
    shortest: 2,
    ..FREE
};
const ROLE_LIST: Kind = Kind::List(List {
    items: Text {
        one_of: &ROLES,
        ..FREE
    },
    fewest: 1,
    single: false,
});
const CITY: Text = Text {
    one_of: &["Lyon", "Lille", "Paris"],
    ..FREE
};

const ADDRESS: [Rule; 3] = [
    Rule::text("street", FREE),
    Rule::text("zipCode", FREE),
    Rule::text("city", FREE),
];

const FIRST_NAME: Rule = Rule::text("firstName", NAME);
const LAST_NAME: Rule = Rule::text("lastName", NAME);
const ROLES_RULE: Rule = Rule::new("roles", ROLE_LIST);
const CITY_RULE: Rule = Rule::text("city", CITY);
const DESCRIPTION: Rule = {
    let text = Text {
        longest: Some(255),
        empty_is_absent: true,
        ..FREE
    };
    Rule::text("description", text).or_null()
};
const PHONE: Rule = Rule::text(
    "phone",
    Text {
        form: Form::Phone,
        ..FREE
    },
)
.or_null();
const JOB: Rule = Rule::text("job", FREE).or_null();
const TAGS: Rule = {
    let list = List {
        items: FREE,
        fewest: 0,
        single: false,
    };
    Rule::new("tags", Kind::List(list))
};
const HIRED: Rule = Rule::new("hiredAt", Kind::Date).or_null();
const LEFT: Rule = Rule::new("leftAt", Kind::Date).or_null();
const BORN: Rule = Rule::new("birthDate", Kind::Date).or_null();
const NUMBER: Rule = Rule::text("registrationNumber", FREE).or_null();
const ADDRESS_RULE: Rule = Rule::new("address", Kind::Object(&ADDRESS)).or_null();
const EMAIL: Rule = Rule::text(
    "email",
    Text {
        form: Form::Email,
        ..FREE
    },
);

/// A new person: `behaviours::LV_CREATED`.
pub(crate) const NEW: [Rule; 16] = [
    FIRST_NAME.required(),
    LAST_NAME.required(),
    ROLES_RULE.required(),
    CITY_RULE.required(),
    DESCRIPTION,
    PHONE,
    JOB,
    TAGS,
    HIRED,
    LEFT,
    BORN,
    NUMBER,
    ADDRESS_RULE,
    EMAIL.required(),
    Rule::text("githubHandle", FREE),
    Rule::text("trelloHandle", FREE),
];

/// A change: `behaviours::LV_UPDATED`.
pub(crate) const CHANGE: [Rule; 13] = [
    FIRST_NAME,
    LAST_NAME,
    ROLES_RULE,
    CITY_RULE,
    DESCRIPTION,
    PHONE,
    JOB,
    TAGS,
    HIRED,
    LEFT,
    BORN,
    NUMBER,
    ADDRESS_RULE,
];

/// The query of the list: `behaviours::LV_LISTED`.
pub(crate) const LIST: [Rule; 5] = {
    let short = Text {
        longest: Some(50),
        ..FREE
    };
    let ids = List {
        items: FREE,
        fewest: 0,
        single: true,
    };
    [
        Rule::text("email", short),
        Rule::new("ids", Kind::List(ids)),
        Rule::text("search", short),
        Rule::new("limit", Kind::Number(1.0, Some(100.0))),
        Rule::new("page", Kind::Number(1.0, None)),
    ]
};

/// A list of public scopes.
pub(crate) const SCOPE_LIST: Kind = Kind::List(List {
    items: Text {
        one_of: &SCOPES,
        ..FREE
    },
    fewest: 0,
    single: false,
});
