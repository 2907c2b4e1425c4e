//! What the placeholders stand for, wherever else it turns up.

use std::borrow::Cow;

use super::values::Place;
use crate::{Placeholder, json_compare::unescaped, json_tree::Tree, percent, redaction::Redaction};

/// Shorter ones may be part of another word by chance: the last look does not mind them.
const LONG: usize = 8;

/// Shorter ones, such as the client id `2`, are looked for as whole words only.
const SHORT: usize = 6;

/// The token, client id and secret of one exchange, as they came.
#[derive(Default)]
pub(super) struct Secrets(Vec<(String, Placeholder)>);

impl Secrets {
    pub(super) fn add(&mut self, value: &str, placeholder: Placeholder) {
        let changes = matches!(
            placeholder,
            Placeholder::Remaining | Placeholder::Reset | Placeholder::Now
        );
        if changes || value.is_empty() || value == placeholder.text() {
            return;
        }
        self.0.push((value.to_owned(), placeholder));
        // The longest first: one may be part of another.
        self.0
            .sort_by_key(|(value, _)| std::cmp::Reverse(value.len()));
    }

    /// Looks for members that placeholders stand for.
    pub(super) fn look(&mut self, rules: &Redaction, tree: &Tree<'_>) {
        match tree {
            Tree::Scalar(_) => {}
            Tree::Array(all) => all.iter().for_each(|it| self.look(rules, it)),
            Tree::Object(all) => {
                for (name, value) in all {
                    match (rules.placeholder(&unescaped(name)), value) {
                        (Some(placeholder), Tree::Scalar(text)) if *text != "null" => {
                            self.add(&unescaped(text), placeholder);
                        }
                        _ => self.look(rules, value),
                    }
                }
            }
        }
    }

    /// `text` with what is secret in it replaced: as it is, and percent-encoded.
    pub(super) fn sweep<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut swept = Cow::Borrowed(text);
        for (secret, placeholder) in &self.0 {
            let encoded = percent::encoded(secret);
            let lower = lower_hex(&encoded);
            for form in [secret, &encoded, &lower] {
                if swept.contains(form.as_str()) {
                    swept = Cow::Owned(replaced(&swept, form, *placeholder));
                }
            }
        }
        swept
    }

    /// The last look, at all that would be written: whether something long and secret is in it
    /// after all, in any of the ways in which text is written.
    pub(super) fn are_in(&self, written: &str) -> bool {
        let plain = percent::decoded(written);
        let long = self.0.iter().filter(|(secret, _)| secret.len() >= LONG);
        long.map(|(secret, _)| secret).any(|secret| {
            let in_json = crate::values::in_json(secret);
            let base64 = crate::base64::encode(secret.as_bytes()).replace(['\n', '='], "");
            let forms = [secret.as_str(), &in_json, &base64];
            forms
                .iter()
                .any(|form| written.contains(form) || plain.contains(form))
        })
    }

    /// Where the values of a place are secret: remember them.
    pub(super) fn note(&mut self, rules: &Redaction, place: Place, name: &str, value: &str) {
        let by_header = match place {
            Place::Request => rules.request_headers.get(name),
            Place::Response => rules.response_headers.get(name),
            Place::Field => None,
        };
        let placeholder = match by_header {
            Some(crate::redaction::Rule::Placeholder(placeholder)) => Some(*placeholder),
            _ => rules.placeholder(name),
        };
        if let Some(placeholder) = placeholder {
            // A scheme, such as Bearer, is no part of the secret.
            let credentials = value.split_once(' ').filter(|_| name == "authorization");
            let value = credentials.map_or(value, |(_, credentials)| credentials);
            self.add(value.trim(), placeholder);
        }
    }
}

/// Percent-encoded text with its hex in lower case, as others write it.
fn lower_hex(encoded: &str) -> String {
    let mut hex = 0;
    let chars = encoded.chars().map(|c| {
        let is_hex = hex > 0;
        hex = if c == '%' { 2 } else { hex.max(1) - 1 };
        if is_hex { c.to_ascii_lowercase() } else { c }
    });
    chars.collect()
}

/// Every occurrence, or every one that is a word if it is short.
fn replaced(text: &str, secret: &str, placeholder: Placeholder) -> String {
    let is_short = secret.len() < SHORT;
    let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut out = String::new();
    let mut done = 0;
    for (at, _) in text.match_indices(secret) {
        let before = text[..at].chars().next_back();
        let after = text[at + secret.len()..].chars().next();
        if is_short && (joins(before) || joins(after)) {
            continue;
        }
        out.push_str(&text[done..at]);
        out.push_str(placeholder.text());
        done = at + secret.len();
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_found_wherever_it_turns_up() {
        let mut secrets = Secrets::default();
        secrets.add("eyJ/a+bc", Placeholder::Token);
        secrets.add("2", Placeholder::ClientId);
        let swept = secrets.sweep("no eyJ/a+bc, eyJ%2Fa%2Bbc, eyJ%2fa%2bbc of client 2, not 25");
        assert_eq!(
            swept,
            "no [token], [token], [token] of client [client-id], not 25"
        );
        assert!(secrets.are_in("{\"a\": \"ZXlKL2ErYmM\"}"));
        assert!(secrets.are_in("/v3/eyJ%2Fa%2Bbc"));
        assert!(!secrets.are_in("2"));
    }
}
