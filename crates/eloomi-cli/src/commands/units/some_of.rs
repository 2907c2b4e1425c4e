//! A list in one line that nobody has to scroll.

use std::fmt::Display;

/// How many are named.
const NAMED: usize = 10;

/// The first ones, and how many more there are: `40, 41 and 480 more`.
pub(super) fn some_of(items: &[impl Display]) -> String {
    let named = items.iter().take(NAMED).map(ToString::to_string);
    let named = named.collect::<Vec<_>>().join(", ");
    match items.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_more_than_ten_is_counted() {
        let upto = |last: u32| some_of(&(1..=last).collect::<Vec<_>>());
        assert_eq!(upto(1), "1");
        assert_eq!(upto(10), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10");
        assert_eq!(upto(12), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more");
    }
}
