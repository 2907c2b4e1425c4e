//! Whether a machine is asking rather than a person.

use std::env;

/// `CI` is set to something that means yes; every CI service does that.
pub(crate) fn integration() -> bool {
    env::var("CI").is_ok_and(|value| means_yes(&value))
}

/// Some people write `CI=false` to look like themselves on a build machine.
fn means_yes(value: &str) -> bool {
    !matches!(value, "" | "0" | "false")
}

#[cfg(test)]
mod tests {
    use super::means_yes;

    #[test]
    fn an_empty_or_negative_value_is_a_person() {
        assert!(means_yes("true"));
        assert!(means_yes("1"));
        assert!(!means_yes(""));
        assert!(!means_yes("false"));
    }
}
