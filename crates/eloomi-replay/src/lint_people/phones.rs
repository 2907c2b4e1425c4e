//! Telephone numbers.

use super::words::{digits, runs};
use crate::redaction::Invented;

const WHAT: &str = "a telephone number outside the ranges that nobody has";

/// Finds numbers with their country, in pairs as in Denmark, and in groups as in North America.
pub(super) fn look(line: &str, invented: &Invented, add: &mut impl FnMut(&'static str)) {
    let fits = |c: char| c.is_ascii_digit() || "+ ().-".contains(c);
    for (at, run) in runs(line, fits) {
        let before = line[..at].chars().next_back();
        let after = line[at + run.len()..].chars().next();
        let joins =
            |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "_=/:#&".contains(c));
        let run = run.trim_end_matches([' ', '.', '-', '(']);
        let with_country = run.split('+').skip(1).any(|number| {
            let number = digits(number);
            (8..=15).contains(&number.len()) && !is_nobodys(&number, invented)
        });
        let grouped = !joins(before) && !joins(after) && is_grouped(run.trim(), invented);
        if with_country || grouped {
            add(WHAT);
        }
    }
}

/// `12 34 56 78`, `555-123-4567`, `(555) 123-4567` or `123-4567`, and nothing else.
fn is_grouped(run: &str, invented: &Invented) -> bool {
    let groups: Vec<_> = run
        .split([' ', '-', '.', '(', ')'])
        .filter(|it| !it.is_empty())
        .collect();
    let lengths: Vec<_> = groups.iter().map(|it| it.len()).collect();
    let pairs = lengths == [2, 2, 2, 2] && !run.contains(['-', '.']);
    let american = matches!(lengths[..], [3, 4] | [3, 3, 4] | [1, 3, 3, 4]) && run.contains('-');
    (pairs || american) && !is_nobodys(&digits(run), invented)
}

/// Whether a number that stands in a field for numbers is invented.
pub(super) fn is_nobodys(number: &str, invented: &Invented) -> bool {
    let number = digits(number);
    invented
        .phones
        .iter()
        .any(|range| number.starts_with(range.as_str()))
}
