//! The quirks that the simulator's table of behaviours names.

use crate::survey::files::Files;
use crate::survey::rust::tokens;
use crate::survey::service::ALL;
use crate::survey::simulator::DIRECTORY;

/// File, line and id of every quirk that stands in a text of the simulator.
pub(crate) fn quirks(files: &Files) -> Vec<(&str, usize, &str)> {
    let mut found = Vec::new();
    for (file, source) in files.below(DIRECTORY, ".rs") {
        for token in tokens(source) {
            let text = token.text().unwrap_or_default();
            let words = text.split(|letter: char| !(letter.is_alphanumeric() || letter == '-'));
            let is_id = |word: &&str| ALL.iter().any(|service| word.starts_with(service.prefix));
            let ids = words.filter(is_id);
            found.extend(ids.map(|id| (file, token.line, id)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::quirks;
    use crate::survey::files::Files;

    #[test]
    fn ids_are_found_in_texts_but_not_within_other_words() {
        let file = "crates/eloomi-sim/src/behaviours.rs";
        let source = "ROW = \"row\",\n \"See `q-no-total`, q-two: faq-3.\";";
        let files = Files::of([(file, source)]);
        assert_eq!(
            quirks(&files),
            [(file, 2, "q-no-total"), (file, 2, "q-two")]
        );
    }
}
