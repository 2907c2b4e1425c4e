//! The file of rules, as TOML has it.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Spanned, Value};

use super::{Invented, Rule};

pub(super) type Table = BTreeMap<String, Spanned<Value>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) version: u32,
    #[serde(default)]
    pub(super) allow_live: bool,
    pub(super) invented: Invented,
    #[serde(default)]
    pub(super) words: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) texts: Texts,
    #[serde(default)]
    pub(super) headers: Headers,
    #[serde(default)]
    pub(super) query: Table,
    #[serde(default)]
    pub(super) models: BTreeMap<String, Table>,
    #[serde(default)]
    pub(super) operations: BTreeMap<String, OperationTable>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Texts {
    pub(super) known: Vec<Spanned<String>>,
    pub(super) bodies: Vec<Spanned<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Headers {
    pub(super) ignored: Vec<String>,
    pub(super) request: Table,
    pub(super) response: Table,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct OperationTable {
    pub(super) routes: Vec<Spanned<String>>,
    pub(super) query: Table,
    pub(super) body: Option<Spanned<Value>>,
    pub(super) reply: Option<Spanned<Value>>,
    pub(super) data: Option<Spanned<Value>>,
}

/// A rule: a text, or a table of keys and values.
pub(super) fn rule(value: &Value) -> Result<Rule, String> {
    let wrong = || "a rule is a text, or a table of `keys` and `values`".to_owned();
    match value {
        Value::String(text) => Rule::read(text),
        Value::Table(table) if table.len() == 2 => {
            let part = |name: &str| rule(table.get(name).ok_or_else(wrong)?).map(Box::new);
            Ok(Rule::Map(part("keys")?, part("values")?))
        }
        _ => Err(wrong()),
    }
}
