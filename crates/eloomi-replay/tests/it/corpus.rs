//! The committed corpus: bytes of every kind, and those that once failed.

use std::path::Path;

use crate::fuzzed;

fn each(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus")
        .join(target);
    let mut looked_at = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        check(&bytes);
        // Cut anywhere, too: most mistakes are made at an end.
        for end in (0..bytes.len()).step_by(7) {
            check(&bytes[..end]);
        }
        looked_at += 1;
    }
    assert!(looked_at > 3, "the corpus of {target} is not there");
}

#[test]
fn what_was_read_is_printed_and_read_as_the_same() {
    each("parse", fuzzed::parse);
}

#[test]
fn no_word_of_what_came_is_written() {
    each("redact", fuzzed::redact);
}

#[test]
fn no_text_makes_the_lint_panic() {
    each("lint", fuzzed::lint);
}
