//! Which exchanges and scenarios the tests of the facade use: they name the files.

use std::collections::BTreeSet;

use crate::survey::exchanges::ENDING;
use crate::survey::files::Files;
use crate::survey::rust::{Token, begins_with, tokens};

/// Where the requests for the exchanges stand.
const ASKED: &str = "crates/eloomi/tests/it/exchanges/asked/";

/// Where the scenarios are told.
const STORIES: &str = "crates/eloomi/tests/it/scenarios/stories/";

/// The exchanges that a test asks for, such as `users/get`.
pub(crate) fn exchanges(files: &Files) -> BTreeSet<&str> {
    let sources = files.below(ASKED, ".rs").map(|(_, source)| tokens(source));
    let texts = sources.flat_map(|tokens| tokens.into_iter().filter_map(|token| token.text()));
    texts.filter_map(|text| text.strip_suffix(ENDING)).collect()
}

/// The scenarios that a test tells, in `Story::new("first-login", …)`.
pub(crate) fn scenarios(files: &Files) -> BTreeSet<&str> {
    let sources = files.below(STORIES, ".rs");
    sources
        .flat_map(|(_, source)| stories(&tokens(source)))
        .collect()
}

fn stories<'t>(tokens: &[Token<'t>]) -> Vec<&'t str> {
    let begin = ["Story", ":", ":", "new", "("];
    let names = (0..tokens.len()).filter(|at| begins_with(&tokens[*at..], &begin));
    names
        .filter_map(|at| tokens.get(at + begin.len())?.text())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{exchanges, scenarios};
    use crate::survey::files::Files;

    #[test]
    fn exchanges_are_those_that_are_asked_for() {
        let files = Files::of([
            (
                "crates/eloomi/tests/it/exchanges/asked/users.rs",
                "const REQUESTS: &[Asked] = &[(\"users/get.exchange\", |desk| desk.send(\"x\"))];
                 // \"users/list.exchange\"",
            ),
            (
                "crates/eloomi/tests/it/exchanges/scene.rs",
                "\"users/other.exchange\"",
            ),
        ]);
        assert!(exchanges(&files).into_iter().eq(["users/get"]));
    }

    #[test]
    fn scenarios_are_those_that_are_told_however_the_lines_break() {
        let files = Files::of([(
            "crates/eloomi/tests/it/scenarios/stories/login.rs",
            "fn a() { Story::new(\"first-login\", 1); Story::new(
                \"three-pages\",
            ); Other::new(\"no\") }",
        )]);
        assert!(
            scenarios(&files)
                .into_iter()
                .eq(["first-login", "three-pages"])
        );
    }
}
