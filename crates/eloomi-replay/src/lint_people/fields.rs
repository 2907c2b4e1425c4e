//! Fields that hold names and telephone numbers.

use super::{persons, phones};
use crate::{
    Redaction,
    redaction::{Invented, Kind, Rule},
};

/// The fields whose pseudonym is a name or a telephone number, whatever the model.
pub(super) struct Fields {
    names: Vec<String>,
    phones: Vec<String>,
}

impl Fields {
    pub(super) fn of(rules: &Redaction) -> Self {
        let all = |kind: &Kind| {
            let rows = rules.models.values().flatten();
            let wanted = Rule::Pseudonym(kind.clone());
            let mut names: Vec<_> = rows
                .filter(|(_, rule)| **rule == wanted)
                .map(|(name, _)| name.clone())
                .collect();
            names.sort();
            names.dedup();
            names
        };
        Self {
            names: all(&Kind::Name),
            phones: all(&Kind::Phone),
        }
    }

    /// Looks at what stands after such a name, as JSON, YAML, TOML, a form or a struct has it.
    pub(super) fn look(&self, line: &str, invented: &Invented, add: &mut impl FnMut(&'static str)) {
        for value in self.names.iter().flat_map(|name| values(line, name)) {
            // What is not written out is looked at when it is decoded.
            let is_plain =
                !value.contains(['\\', '(', ':']) && value.starts_with(char::is_alphabetic);
            if is_plain && !persons::is_invented(value, invented) {
                add("a name of a person that is not among the invented ones");
            }
        }
        for value in self.phones.iter().flat_map(|name| values(line, name)) {
            let is_number = value.chars().filter(char::is_ascii_digit).count() > 4;
            if is_number && !phones::is_nobodys(value, invented) {
                add("a telephone number outside the ranges that nobody has");
            }
        }
    }
}

/// What a field of this name holds, at each place of the line.
fn values<'l>(line: &'l str, name: &str) -> Vec<&'l str> {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let found = line.match_indices(name).filter_map(|(at, _)| {
        let after = &line[at + name.len()..];
        let joined = line[..at].ends_with(word) || after.starts_with(word);
        let after = after.trim_start_matches(['"', '\'', '\\']).trim_start();
        let after = after.strip_prefix([':', '='])?.trim_start();
        let after = after.strip_prefix("Some(").unwrap_or(after);
        let after = after.trim_start_matches('\\');
        let value = match after.strip_prefix(['"', '\'']) {
            Some(quoted) => quoted.split(['"', '\'']).next(),
            None if line[at + name.len()..].starts_with('=') => after.split(['&', ' ', '"']).next(),
            None => after.split([',', '}', '&', '#']).next(),
        };
        let value = value.unwrap_or_default().trim_end_matches('\\').trim();
        let nothing = matches!(value, "" | "null" | "None" | "~");
        (!joined && !nothing).then_some(value)
    });
    found.collect()
}
