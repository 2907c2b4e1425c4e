//! The notes of a file, which say in words what a token or a date is.

use crate::directory::app::SCOPES;

/// Which date of a person moves, and to how many days from now: `leaves in 30 days`,
/// `left 30 days before`, `hired in 30 days`.
pub(super) fn move_to(note: &str) -> Option<(&'static str, i64)> {
    let member = match note.split_whitespace().next()? {
        "left" | "leaves" => "leftAt",
        "hired" => "hiredAt",
        _ => return None,
    };
    let days: i64 = note.split_whitespace().find_map(|word| word.parse().ok())?;
    let is_past = note.ends_with("before") || note.ends_with("ago");
    Some((member, if is_past { -days } else { days }))
}

pub(super) fn needs_password_change(note: &str) -> bool {
    note.contains("must change the password")
}

pub(super) fn has_ended(note: &str) -> bool {
    note.contains("expired")
}

pub(super) fn never_ends(note: &str) -> bool {
    note.contains("no expiry")
}

/// The scopes that a note names, or all of the program.
pub(super) fn scopes(note: &str, of_app: &[String]) -> Vec<String> {
    let is_profile = |scope: &str| note.contains("profile scopes") && scope.starts_with("profile:");
    let named = SCOPES
        .iter()
        .filter(|scope| note.contains(**scope) || is_profile(scope));
    let named: Vec<String> = named.map(|scope| (*scope).to_owned()).collect();
    if named.is_empty() {
        of_app.to_vec()
    } else {
        named
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_moves_as_the_words_say() {
        assert_eq!(move_to("left 30 days before"), Some(("leftAt", -30)));
        assert_eq!(move_to("leaves in 30 days"), Some(("leftAt", 30)));
        assert_eq!(move_to("hired in 7 days"), Some(("hiredAt", 7)));
        assert_eq!(move_to("must change the password"), None);
    }

    #[test]
    fn scopes_are_those_that_are_named_or_all() {
        let all = ["users:get", "profile:get", "profile:modify"].map(str::to_owned);
        assert_eq!(scopes("client credentials: users:get", &all), ["users:get"]);
        assert_eq!(
            scopes("profile scopes only", &all),
            ["profile:get", "profile:modify"]
        );
        assert_eq!(scopes("all scopes of the app", &all), all);
    }
}
