//! Whether a live text is what a recorded text with placeholders stands for.

use crate::Placeholder;

/// The most that a placeholder takes in the middle of a text.
const LONGEST: usize = 4_000;

/// Whether `live` fits `recorded`. A placeholder takes as much as it can.
pub(crate) fn fits(recorded: &str, live: &str) -> bool {
    let Some((before, placeholder, after)) = Placeholder::find(recorded) else {
        return recorded == live;
    };
    let Some(rest) = live.strip_prefix(before) else {
        return false;
    };
    if after.is_empty() {
        return placeholder.accepts(rest);
    }
    let ends = (0..=rest.len().min(LONGEST)).rev();
    let mut candidates = ends
        .filter(|at| rest.is_char_boundary(*at))
        .filter(|at| placeholder.accepts(&rest[..*at]));
    candidates.any(|at| fits(after, &rest[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_takes_values_of_its_type() {
        let fitting = [
            ("a", "a"),
            ("Bearer [token]", "Bearer eyJ.a-b_c"),
            ("[token]", "12|abc"),
            ("[remaining]/[reset]", "3/1700000000"),
            ("[now]", "2023-11-14T22:13:20+00:00"),
            ("[now]", "Tue, 14 Nov 2023 22:13:20 GMT"),
            ("id [request-id].", "id a-1."),
            ("[draft] text", "[draft] text"),
        ];
        for (recorded, live) in fitting {
            assert!(fits(recorded, live), "{recorded} {live}");
        }
        let odd = [
            ("a", "b"),
            ("Bearer [token]", "Bearer "),
            ("Bearer [token]", "Bearer a b"),
            ("Bearer [token]", "Basic abc"),
            ("[remaining]", "many"),
            ("[now]", "soon"),
            ("[token]!", "abc"),
        ];
        for (recorded, live) in odd {
            assert!(!fits(recorded, live), "{recorded} {live}");
        }
    }
}
