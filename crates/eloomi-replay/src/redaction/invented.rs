//! Who and what is invented: what pseudonyms are made of, and what a lint lets pass.

use serde::Deserialize;

/// The lists of invented people, addresses and numbers.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Invented {
    /// The words that pseudonyms of names are made of.
    pub(crate) names: Vec<String>,
    /// Further names that stand in files written by hand, whole.
    #[serde(default)]
    pub(crate) people: Vec<String>,
    /// What phone numbers begin with that nobody has, digits only.
    pub(crate) phones: Vec<String>,
    /// Domains of addresses that nobody has; those below them, too.
    pub(crate) domains: Vec<String>,
    /// What secrets begin with that are none.
    #[serde(default)]
    pub(crate) secrets: Vec<String>,
    /// Long values that look like a secret or a number of a person, and are neither.
    #[serde(default)]
    pub(crate) values: Vec<String>,
}
