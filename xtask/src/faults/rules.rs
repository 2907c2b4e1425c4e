//! What the table of faults must keep to.

use std::collections::BTreeSet;

use crate::faults::table::{Fault, PATH};
use crate::test::STACKS;

/// Who can break something.
const INJECTORS: &[&str] = &["client", "clock", "fault-server", "process", "simulator"];

/// The requests that a fault is tried with, by their methods.
const METHODS: &[&str] = &["GET", "POST", "PATCH", "DELETE"];

/// Whatever breaks a rule, one finding to a line.
pub(super) fn findings(faults: &[Fault]) -> Vec<String> {
    let mut findings = Vec::new();
    let mut names = BTreeSet::new();
    let mut sections: Vec<&str> = Vec::new();
    let mut last = 0;
    for fault in faults {
        let mut complain = |what: String| findings.push(format!("{PATH}: {}: {what}", fault.id));
        match number(&fault.id) {
            None => complain("an id is F and a number of two digits or more".to_owned()),
            Some(number) if number <= last => complain("ids are to ascend".to_owned()),
            Some(number) => last = number,
        }
        if !is_snake_case(&fault.name) {
            complain(format!("the name {} is not in snake case", fault.name));
        }
        if !names.insert(&fault.name) {
            complain(format!("the name {} is taken", fault.name));
        }
        if sections.last() != Some(&fault.section.as_str()) {
            if sections.contains(&fault.section.as_str()) {
                complain(format!("the section {} was over already", fault.section));
            }
            sections.push(&fault.section);
        }
        for text in [&fault.section, &fault.goes_wrong, &fault.expected]
            .into_iter()
            .chain(&fault.dropped)
        {
            if text.trim().is_empty() || text.contains('\n') {
                complain("a text is to be one line that says something".to_owned());
            }
        }
        let words = [
            ("inject", std::slice::from_ref(&fault.inject), INJECTORS),
            ("stacks", &fault.stacks, STACKS),
            ("methods", &fault.methods, METHODS),
        ];
        let odd = words
            .into_iter()
            .filter_map(|(key, words, known)| odd(key, words, known));
        odd.for_each(&mut complain);
        if fault.stacks.is_empty() && !fault.methods.is_empty() {
            complain("methods want stacks to be tried on".to_owned());
        }
    }
    findings
}

/// `F07` is 7; `F7` is no id, so that an id has one spelling.
fn number(id: &str) -> Option<u32> {
    let digits = id.strip_prefix('F')?;
    let number = digits.parse().ok()?;
    (format!("{number:02}") == digits).then_some(number)
}

fn is_snake_case(name: &str) -> bool {
    let is_word = |word: &str| {
        let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
        !word.is_empty() && word.chars().all(plain)
    };
    name.split('_').all(is_word)
}

/// What is wrong with a list: a word that is not known, or one that is there twice.
fn odd(key: &str, words: &[String], known: &[&str]) -> Option<String> {
    let mut seen = BTreeSet::new();
    let odd = words
        .iter()
        .find(|word| !known.contains(&word.as_str()) || !seen.insert(*word))?;
    let known = known.join(", ");
    Some(format!("{key}: {odd} is none of {known}, or there twice"))
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::faults::table::read;
    use crate::faults::table::tests::TABLE;

    fn after(from: &str, to: &str) -> Vec<String> {
        assert!(TABLE.contains(from), "{from}");
        findings(&read(&TABLE.replace(from, to)).unwrap())
    }

    #[test]
    fn a_table_that_keeps_the_rules_has_no_findings() {
        assert_eq!(after("F40", "F40"), Vec::<String>::new());
    }

    #[test]
    fn ids_ascend_and_have_one_spelling() {
        let expected = ["fixtures/faults.toml: F41: ids are to ascend"];
        assert_eq!(after("id = \"F40\"", "id = \"F41\""), expected);
        for odd in ["F040", "F4x", "40", "F+41"] {
            let findings = after("F40\"", &format!("{odd}\""));
            assert!(findings[0].contains("an id is F and a number"), "{odd}");
        }
    }

    #[test]
    fn names_are_in_snake_case_and_given_once() {
        for odd in ["Short", "short__body", "short_", "short-body", ""] {
            assert_eq!(after("\"short_body\"", &format!("\"{odd}\"")).len(), 1);
        }
        let expected = ["fixtures/faults.toml: F41: the name short_body is taken"];
        assert_eq!(after("long_body", "short_body"), expected);
    }

    #[test]
    fn words_that_nobody_knows_are_found() {
        for (from, to) in [
            ("\"clock\"", "\"calendar\""),
            ("[\"hyper\"]", "[\"curl\"]"),
            ("[\"hyper\"]", "[\"hyper\", \"hyper\"]"),
            ("\"POST\"", "\"PUT\""),
        ] {
            assert_eq!(after(from, to).len(), 1, "{to}");
        }
    }

    #[test]
    fn methods_without_a_stack_would_be_tried_nowhere() {
        let findings = after("stacks = []", "stacks = []\nmethods = [\"GET\"]");
        assert!(findings[0].contains("methods want stacks"), "{findings:?}");
    }

    #[test]
    fn a_section_stands_together_and_a_text_says_something() {
        let twice = after(
            "section = \"Input\"\nfault = \"The moon",
            "section = \"Body\"\nfault = \"The moon",
        );
        assert_eq!(
            twice,
            ["fixtures/faults.toml: F102: the section Body was over already"]
        );
        assert_eq!(after("\"Refused.\"", "\" \"").len(), 1);
    }
}
