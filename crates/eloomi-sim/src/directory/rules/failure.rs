//! What was found wrong, from the inside out.

use crate::directory::html;

/// A value that is not what it must be: the whole text, and the paths to what is meant.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Invalid {
    pub(crate) text: String,
    /// Escaped as for HTML.
    pub(crate) keys: Vec<String>,
}

/// One failure on its way out of nested values. The path begins with the innermost name.
#[derive(Debug)]
pub(super) struct Found {
    parts: Vec<(String, Vec<String>)>,
}

impl Found {
    /// Something is wrong with the value of this name.
    pub(super) fn new(label: &str, what: impl std::fmt::Display) -> Self {
        Self {
            parts: vec![(format!("\"{label}\" {what}"), Vec::new())],
        }
    }

    /// These members are not known.
    pub(super) fn unknown(names: &[&str]) -> Self {
        let part = |name: &&str| {
            let text = format!("\"{name}\" is not allowed");
            (text, vec![(*name).to_owned()])
        };
        Self {
            parts: names.iter().map(part).collect(),
        }
    }

    /// The failure as the one of a member of this name.
    pub(super) fn within(self, name: &str) -> Self {
        self.wrap(format_args!("child \"{name}\" fails because"), Some(name))
    }

    /// The failure as the one of an item of a list.
    pub(super) fn at(self, list: &str, position: usize) -> Self {
        let because = format_args!("\"{list}\" at position {position} fails because");
        self.wrap(because, Some(&position.to_string()))
    }

    /// The failure as the one of a value that stands for a list.
    pub(super) fn single(self, list: &str) -> Self {
        let because = format_args!("single value of \"{list}\" fails because");
        self.wrap(because, None)
    }

    fn wrap(self, because: std::fmt::Arguments<'_>, name: Option<&str>) -> Self {
        let reasons: Vec<&str> = self.parts.iter().map(|(text, _)| text.as_str()).collect();
        let text = format!("{because} [{}]", reasons.join(", "));
        let mut paths = self.parts.into_iter().map(|(_, path)| path);
        let mut path = paths.next().unwrap_or_default();
        path.extend(name.map(str::to_owned));
        let mut parts = vec![(text, path)];
        let others = paths.map(|mut path| {
            path.extend(name.map(str::to_owned));
            (String::new(), path)
        });
        parts.extend(others);
        Self { parts }
    }

    pub(super) fn whole(self) -> Invalid {
        let texts: Vec<&str> = self.parts.iter().map(|(text, _)| text.as_str()).collect();
        let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        let text = texts.join(". ");
        let key = |(_, path): &(String, Vec<String>)| {
            let names: Vec<&str> = path.iter().rev().map(String::as_str).collect();
            html::escaped(&names.join("."))
        };
        let keys = self.parts.iter().map(key).collect();
        Invalid { text, keys }
    }
}
