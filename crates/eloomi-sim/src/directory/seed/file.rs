//! The form of the file.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::directory::given::Members;

/// By its own name: the name of a person, the name of a program, and a note in words.
pub(super) type Entries = BTreeMap<String, (Option<String>, Option<String>, String)>;

/// What stands in the file. What else stands there is left out.
#[derive(Deserialize)]
pub(super) struct File {
    /// By name: id, secret and scopes.
    pub(super) apps: BTreeMap<String, (String, String, Vec<String>)>,
    pub(super) people: Vec<Members>,
    #[serde(default)]
    pub(super) bearers: Entries,
    #[serde(default)]
    pub(super) refresh_tokens: Entries,
    #[serde(default)]
    pub(super) codes: Entries,
    /// What of people moves with the day on which the file is read.
    #[serde(default)]
    pub(super) left_or_not_hired: BTreeMap<String, String>,
}
