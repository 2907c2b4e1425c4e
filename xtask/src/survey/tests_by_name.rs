//! The tests of each crate, by their names.

use std::collections::{BTreeMap, BTreeSet};

use crate::survey::files::Files;
use crate::survey::rust::{Token, begins_with, group_end, tokens};

/// The names of the tests of every crate below `crates/`, in `src` and `tests`.
pub(crate) fn read(files: &Files) -> BTreeMap<String, BTreeSet<String>> {
    let mut crates: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, source) in files.below("crates/", ".rs") {
        let Some(name) = path.split('/').nth(1) else {
            continue;
        };
        let names = crates.entry(name.to_owned()).or_default();
        let tokens = tokens(source);
        names.extend(functions(&tokens).map(str::to_owned));
        names.extend(everywhere(&tokens).into_iter().map(str::to_owned));
    }
    crates
}

/// Functions with an attribute such as `#[test]` or `#[tokio::test]`.
fn functions<'t>(tokens: &[Token<'t>]) -> impl Iterator<Item = &'t str> {
    let mut is_test = false;
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < tokens.len() {
            if begins_with(&tokens[at..], &["#", "["]) {
                let end = group_end(tokens, at + 1).unwrap_or(at + 1);
                is_test |= is_of_test(&tokens[at + 2..end]);
                at = end;
            } else if ["{", "}", ";"].iter().any(|mark| tokens[at].is(mark)) {
                is_test = false;
            } else if is_test && tokens[at].is("fn") {
                is_test = false;
                at += 1;
                return tokens.get(at).and_then(Token::word);
            }
            at += 1;
        }
        None
    })
}

/// Whether an attribute's path ends in `test`: not so `cfg(test)`.
fn is_of_test(attribute: &[Token<'_>]) -> bool {
    let path = attribute.iter().take_while(|token| !token.is("("));
    path.last().is_some_and(|token| token.is("test"))
}

/// What stands in `everywhere! { name(simulator) |ground| { … } }`, which makes nine tests each.
fn everywhere<'t>(tokens: &[Token<'t>]) -> Vec<&'t str> {
    let mut names = Vec::new();
    for start in 0..tokens.len() {
        if !begins_with(&tokens[start..], &["everywhere", "!", "{"]) {
            continue;
        }
        let end = group_end(tokens, start + 2).unwrap_or(tokens.len());
        let mut at = start + 3;
        while at < end {
            let close = group_end(tokens, at);
            let is_arguments = tokens[at].is("(");
            let behind = close.and_then(|close| tokens.get(close + 1));
            if is_arguments && behind.is_some_and(|token| token.is("|")) {
                names.extend(tokens[at - 1].word());
            }
            at = close.unwrap_or(at) + 1;
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::survey::files::Files;

    #[test]
    fn tests_are_told_from_other_functions() {
        let crates = read(&Files::of([
            (
                "crates/a/src/lib.rs",
                "#[must_use] fn no() {} // #[test] fn neither()
                 #[cfg(test)] mod tests { fn nor() {}
                 #[test] #[should_panic(expected = \"x\")] fn one() {} fn not() {} }",
            ),
            (
                "crates/a/tests/it/main.rs",
                "#[tokio::test(start_paused = true)]\nasync fn two() {}
                 proptest! { #[test] fn three(a in 0..3) {} }",
            ),
        ]));
        let names: Vec<_> = crates["a"].iter().map(String::as_str).collect();
        assert_eq!(names, ["one", "three", "two"]);
    }

    #[test]
    fn tests_of_the_macro_count_by_the_name_they_are_given() {
        let source = "\
macro_rules! everywhere { ($name:ident($e:expr) |$g:ident| $t:block) => {} }
everywhere! {
    /// About it.
    one(sim()) |ground| { other(1) | mask | { 2 }; }

    two(
        Simulator::builder().people(5)
    ) |ground| { }
}
";
        let crates = read(&Files::of([("crates/b/tests/it/x.rs", source)]));
        let names: Vec<_> = crates["b"].iter().map(String::as_str).collect();
        assert_eq!(names, ["one", "two"]);
    }
}
