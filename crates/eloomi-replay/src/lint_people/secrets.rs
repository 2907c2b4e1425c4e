//! Tokens and secrets.

use super::{decoded, words::runs};
use crate::redaction::Invented;

/// Names of values that are secret wherever they stand.
const NAMES: [&str; 7] = [
    "access_token",
    "api_key",
    "client_secret",
    "id_token",
    "password",
    "refresh_token",
    "secret_key",
];

/// What a token or secret is made of.
fn fits(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~+/=|%".contains(c)
}

/// Finds tokens by what they begin with, by what stands before them, and by their length.
pub(super) fn look(line: &str, invented: &Invented, add: &mut impl FnMut(&'static str)) {
    for (at, run) in runs(line, fits) {
        if run.starts_with("eyJ") && run.len() >= 12 {
            add("a JSON Web Token");
        }
        let before = line[..at].trim_end();
        let named = before.len() < at && before.to_ascii_lowercase().ends_with("bearer");
        if named && is_secret(run, invented) && !line[at + run.len()..].starts_with('"') {
            add("a bearer token");
        }
    }
    let lower = line.to_ascii_lowercase();
    for name in NAMES {
        for (at, _) in lower.match_indices(name) {
            let after = line[at + name.len()..].trim_start_matches(['"', '\'', '`', ' ', ':', '=']);
            let separated = after.len() < line.len() - at - name.len();
            let end = after.find(|c| !fits(c)).unwrap_or(after.len());
            let value = after[..end].split(['&', '=']).next().unwrap_or_default();
            if separated && is_secret(value, invented) {
                add("a value of a field that holds secrets");
            }
        }
    }
    // A text in base64, such as a body that is stored so, is looked at decoded.
    let is_text = decoded::of_base64(line.trim()).is_some();
    for (_, run) in runs(line, |c| c.is_ascii_alphanumeric() || "+_-".contains(c)) {
        let is_invented = invented.values.iter().any(|it| it == run);
        let hex = run.len() >= 32 && run.bytes().all(|byte| byte.is_ascii_hexdigit());
        let has = |class: fn(&u8) -> bool| run.as_bytes().iter().any(class);
        let mixed =
            has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit);
        let letters_and_digits = has(u8::is_ascii_alphabetic) && has(u8::is_ascii_digit);
        if hex && letters_and_digits && !is_invented {
            add("a long value in hex");
        } else if run.len() >= 40 && mixed && !is_text && !is_invented {
            add("a long value in base64");
        }
    }
}

/// Whether a value may be a secret: long enough, with a digit, and not of the invented ones.
fn is_secret(value: &str, invented: &Invented) -> bool {
    let is_invented = invented
        .secrets
        .iter()
        .any(|it| value.starts_with(it.as_str()))
        || invented.values.iter().any(|it| it == value);
    value.len() >= 8 && value.bytes().any(|byte| byte.is_ascii_digit()) && !is_invented
}
