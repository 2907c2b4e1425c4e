//! What placeholders are filled with.

use std::fmt::{self, Write as _};

use crate::Placeholder;

/// A live value for every placeholder.
///
/// # Examples
///
/// ```
/// use eloomi_replay::{Placeholder, Values};
///
/// let values = Values::invented().with(Placeholder::ClientId, "200");
/// assert_eq!(values.get(Placeholder::ClientId), "200");
/// assert_eq!(values.get(Placeholder::Token), "replayed-token");
/// ```
#[derive(Clone)]
pub struct Values(Vec<(Placeholder, String)>);

impl Values {
    /// Invented values that look like what they are: `replayed-token`,
    /// `replayed-client-id`, `replayed-client-secret`, 599 remaining, a moment of November
    /// 2023, `replayed-request`.
    pub fn invented() -> Self {
        let value = |placeholder| match placeholder {
            Placeholder::Token => "replayed-token",
            Placeholder::ClientId => "replayed-client-id",
            Placeholder::ClientSecret => "replayed-client-secret",
            // Of the two above.
            Placeholder::Credentials => "cmVwbGF5ZWQtY2xpZW50LWlkOnJlcGxheWVkLWNsaWVudC1zZWNyZXQ=",
            Placeholder::Remaining => "599",
            Placeholder::Reset => "1700000000",
            Placeholder::Now => "Tue, 14 Nov 2023 22:13:20 GMT",
            Placeholder::RequestId => "replayed-request",
        };
        let all = Placeholder::ALL.into_iter();
        Self(all.map(|it| (it, value(it).to_owned())).collect())
    }

    /// The same with another value for `placeholder`: the token that a simulator handed
    /// out, say.
    #[must_use]
    pub fn with(mut self, placeholder: Placeholder, value: impl Into<String>) -> Self {
        self.0.retain(|(other, _)| *other != placeholder);
        self.0.push((placeholder, value.into()));
        self
    }

    /// The value.
    pub fn get(&self, placeholder: Placeholder) -> &str {
        let found = self.0.iter().find(|(other, _)| *other == placeholder);
        found.map_or("", |(_, value)| value)
    }

    /// `text` with its placeholders filled, each value written by `write`.
    pub(crate) fn fill(&self, text: &str, write: impl Fn(&str) -> String) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, placeholder, after)) = Placeholder::find(rest) {
            out.push_str(before);
            out.push_str(&write(self.get(placeholder)));
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

impl fmt::Debug for Values {
    /// Says nothing: some may be somebody's.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Values").finish_non_exhaustive()
    }
}

impl Default for Values {
    fn default() -> Self {
        Self::invented()
    }
}

/// A value inside a JSON string.
pub(crate) fn in_json(value: &str) -> String {
    let mut out = String::new();
    for c in value.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\0'..='\u{1f}' => {
                // A String takes everything.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}
