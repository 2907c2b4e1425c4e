//! What a token is good for.

use std::fmt;

use eloomi_wire::{RawJson, decode};

/// What a token is good for: words, each once, in their order (RFC 6749 §3.3).
///
/// ```
/// use eloomi_auth::Scope;
///
/// let scope = Scope::new("users:get  profile:get");
/// assert_eq!(scope.words().collect::<Vec<_>>(), ["users:get", "profile:get"]);
/// assert_eq!(scope.to_string(), "users:get profile:get");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Scope(String);

impl Scope {
    /// The words of this text, which blanks part.
    pub fn new(text: &str) -> Self {
        Self::of(text.split_ascii_whitespace())
    }

    fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut scope: Vec<&str> = Vec::new();
        for word in words {
            if !scope.contains(&word) {
                scope.push(word);
            }
        }
        Self(scope.join(" "))
    }

    /// Reads what a server answered: a text (RFC 6749 §5.1), or a list of texts, which some
    /// servers send. `None` for anything else.
    pub(crate) fn of_answer(json: &RawJson) -> Option<Self> {
        if let Ok(text) = json.to::<String>() {
            return Some(Self::new(&text));
        }
        let list: Vec<String> = decode(json.as_str().as_bytes()).ok()?;
        Some(Self::of(
            list.iter().flat_map(|text| text.split_ascii_whitespace()),
        ))
    }

    /// The words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.split_ascii_whitespace()
    }

    /// Whether it has no word: a token that is good for nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words as one text, with a blank between two.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(json: &str) -> Option<String> {
        let scope = Scope::of_answer(&RawJson::parse(json).unwrap())?;
        Some(scope.to_string())
    }

    #[test]
    fn an_answer_has_its_scope_as_text_or_as_list() {
        assert_eq!(answered(r#""a b""#).as_deref(), Some("a b"));
        assert_eq!(answered(r#"["a","b"]"#).as_deref(), Some("a b"));
        assert_eq!(answered(r#"["a b","a"]"#).as_deref(), Some("a b"));
        assert_eq!(answered("[]").as_deref(), Some(""));
        for odd in ["null", "7", "{}", "[7]", r#"[["a"]]"#] {
            assert_eq!(answered(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_scope_without_a_word_is_empty() {
        assert!(Scope::new(" \t").is_empty());
        assert!(!Scope::new("a").is_empty());
    }
}
