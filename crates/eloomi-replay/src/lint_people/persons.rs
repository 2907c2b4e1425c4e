//! Names of people.

use crate::redaction::Invented;

/// Whether a name is one of the lists, or made of such names and numbers: `Ada`, `Ada-0040`,
/// `Jane Doe`.
pub(super) fn is_invented(name: &str, invented: &Invented) -> bool {
    // What shows no letter: halves of surrogates and marks of direction, of which tests are made.
    let marks = ['\u{fffd}', '\u{200e}', '\u{200f}', '\u{202d}', '\u{202e}'];
    let letters = |c: &char| !c.is_control() && !marks.contains(c);
    let name: &str = &name.chars().filter(letters).collect::<String>();
    let all = || invented.people.iter().chain(&invented.names);
    let known = |word: &str| all().any(|it| it == word);
    let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let placeholder = crate::Placeholder::ALL.iter().any(|it| it.text() == name);
    placeholder
        || known(name)
        || name
            .split([' ', '-'])
            .all(|word| word.is_empty() || number(word) || known(word))
}
