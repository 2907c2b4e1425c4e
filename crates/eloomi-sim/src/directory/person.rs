//! People as the directory keeps them: documents whose members come and go.

use std::fmt::Write as _;

use md5::{Digest as _, Md5};

use super::given::{Given, Members};
use super::instant;
use crate::json::Json;

/// The members that a document may have, in the order in which they are shown.
const SHOWN: [&str; 15] = [
    "firstName",
    "lastName",
    "email",
    "city",
    "description",
    "phone",
    "job",
    "hiredAt",
    "leftAt",
    "birthDate",
    "registrationNumber",
    "githubHandle",
    "trelloHandle",
    "createdAt",
    "profilePictureUrl",
];

/// Roles that may write.
const WRITERS: [&str; 3] = ["board", "hr", "talent"];

/// One person.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) id: String,
    /// Whatever is kept; null is kept, too.
    pub(crate) document: Members,
    /// `None` for one who has not chosen any yet.
    pub(crate) password: Option<String>,
    pub(crate) needs_password_change: bool,
}

impl Person {
    pub(crate) fn text(&self, member: &str) -> &str {
        let text = self.document.get(member).and_then(Given::text);
        text.unwrap_or_default()
    }

    /// The roles and tags are lists of texts.
    fn texts(&self, member: &str) -> Vec<&str> {
        match self.document.get(member) {
            Some(Given::List(items)) => items.iter().filter_map(Given::text).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether a role lets them write: `behaviours::LV_RIGHTS`.
    pub(crate) fn may_write(&self) -> bool {
        self.texts("roles")
            .iter()
            .any(|role| WRITERS.contains(role))
    }

    pub(crate) fn has_left(&self, now: i64) -> bool {
        self.instant("leftAt").is_some_and(|left| left < now)
    }

    /// Whether their tokens are good for nothing: `behaviours::LV_USER_DISABLED`.
    pub(crate) fn is_disabled(&self, now: i64) -> bool {
        self.has_left(now) || self.instant("hiredAt").is_some_and(|hired| hired > now)
    }

    fn instant(&self, member: &str) -> Option<i64> {
        instant::read(self.document.get(member)?.text()?)
    }

    /// What lists are sorted by.
    pub(crate) fn order(&self) -> [&str; 3] {
        ["lastName", "firstName", "createdAt"].map(|member| self.text(member))
    }

    /// Writes members: null takes one away, the others stay. `behaviours::LV_UPDATED`
    pub(crate) fn merge(&mut self, members: &Members) {
        for (name, value) in members.iter() {
            match value {
                Given::Null => drop(self.document.take(name)),
                value => self.document.put(name.to_owned(), value.clone()),
            }
        }
    }

    /// As the directory shows them; to themselves with one member more.
    pub(crate) fn shown(&self, to_themselves: bool) -> Json {
        let mut members = Vec::new();
        if let Some(Given::Object(address)) = self.document.get("address") {
            let parts = ["street", "zipCode", "city"];
            let part = |name: &'static str| Some((name, json(address.get(name)?)));
            let parts: Vec<_> = parts.into_iter().filter_map(part).collect();
            if !parts.is_empty() {
                members.push(("address", Json::Object(parts)));
            }
        }
        for name in ["tags", "roles"] {
            let texts = self.texts(name).into_iter();
            let texts = texts.map(|text| Json::from(text.to_owned())).collect();
            members.push((name, Json::List(texts)));
        }
        if to_themselves {
            members.push(("needPasswordChange", self.needs_password_change.into()));
        }
        for name in SHOWN {
            if name == "profilePictureUrl" {
                members.push((name, picture(self.text("email")).into()));
            } else if let Some(value) = self.document.get(name) {
                members.push((name, json(value)));
            }
        }
        members.push(("id", self.id.clone().into()));
        Json::Object(members)
    }
}

/// Documents hold nothing but texts and null outside of lists.
fn json(value: &Given) -> Json {
    match value {
        Given::Text(text) => text.clone().into(),
        _ => Json::Null,
    }
}

/// `behaviours::LV_PICTURE`
fn picture(email: &str) -> String {
    let mut url = String::from("https://www.gravatar.com/avatar/");
    for byte in Md5::digest(email) {
        // Writing to a String cannot fail.
        let _ = write!(url, "{byte:02x}");
    }
    url.push_str("?s=200");
    url
}
