//! `lib.rs` is the way in: docs, modules, re-exports, and assertions on constants.
//!
//! A reader of lines and brackets, not of Rust: it is enough to see how each item begins.

use crate::check::step::{Setting, Verdict};
use crate::workspace::documents;

/// How an item that belongs there may begin, once its visibility is taken off.
const WELCOME: &[&str] = &["extern crate ", "mod ", "use ", "const _:"];

/// Looks at the `src/lib.rs` of every crate.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let mut roots = documents(&setting.root, "/src/lib.rs")?;
    roots.retain(|document| document.path.starts_with("crates/"));
    let mut findings = Vec::new();
    for root in &roots {
        for (number, line) in strangers(&root.text) {
            findings.push(format!(
                "{}:{number}: belongs in a module: {line}",
                root.path
            ));
        }
    }
    Ok(Verdict::of(findings, roots.len(), "lib.rs"))
}

/// The items that do not belong, by the line they begin on.
fn strangers(text: &str) -> Vec<(usize, &str)> {
    let mut strangers = Vec::new();
    let mut inside = Inside::Nothing;
    for (number, line) in (1..).zip(text.lines()) {
        let code = without_comment(line);
        if code.is_empty() {
            continue;
        }
        if let Inside::Nothing = inside {
            // The end of a module written in place, whose items were judged one by one.
            if code == "}" {
                continue;
            }
            inside = Inside::Item {
                depth: 0,
                attribute: code.starts_with('#'),
            };
            if !code.starts_with('#') && !is_welcome(code) {
                strangers.push((number, line.trim()));
            }
            if is_module_in_place(code) {
                inside = Inside::Nothing;
                continue;
            }
        }
        inside = inside.after(code);
    }
    strangers
}

/// A comment stands at the start or behind a space; the slashes of a URL do not.
fn without_comment(line: &str) -> &str {
    let code = line.trim();
    if code.starts_with("//") {
        return "";
    }
    code.split(" //").next().unwrap_or_default().trim()
}

fn is_welcome(code: &str) -> bool {
    let item = without_visibility(code);
    WELCOME.iter().any(|beginning| item.starts_with(beginning))
}

/// `mod name {` goes on with items of the same kinds.
fn is_module_in_place(code: &str) -> bool {
    without_visibility(code).starts_with("mod ") && code.ends_with('{')
}

fn without_visibility(code: &str) -> &str {
    let Some(rest) = code.strip_prefix("pub") else {
        return code;
    };
    let inner = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    inner.map_or(rest, |(_, rest)| rest).trim_start()
}

/// Where the reader is.
#[derive(Clone, Copy)]
enum Inside {
    /// Between items.
    Nothing,
    /// In an item or an attribute, so many brackets deep.
    Item { depth: i32, attribute: bool },
}

impl Inside {
    /// Where it is after the code of one line.
    fn after(self, code: &str) -> Self {
        let Self::Item {
            mut depth,
            attribute,
        } = self
        else {
            return self;
        };
        let mut ended = false;
        for letter in code.chars() {
            match letter {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => {
                    depth -= 1;
                    // A body's last bracket ends an item, an attribute's ends the attribute.
                    ended = depth == 0 && (letter == '}' || attribute);
                }
                ';' if depth == 0 => ended = true,
                // `use a::{b, c};` and `const _: () = { … };` end with their semicolon; seeing
                // the bracket first does no harm, since nothing else follows on the line.
                _ => {}
            }
        }
        if ended && depth == 0 {
            Self::Nothing
        } else {
            Self::Item { depth, attribute }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::strangers;

    #[test]
    fn docs_modules_re_exports_and_assertions_are_welcome() {
        let text = r#"//! Docs; with { brackets.
#![doc(html_root_url = "https://docs.example/eloomi")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[macro_use]
mod macros;
mod one; // why
pub mod two {
    //! In place.
    pub use crate::one::Two;
}
#[cfg(all(
    feature = "a",
    feature = "b",
))]
pub(crate) use one::{
    First,
    Second,
};
pub use one::*;
#[doc = include_str!("../README.md")]
mod readme {}
const _: () = {
    assert!(true);
};
const _: fn() = || ();
"#;
        assert_eq!(strangers(text), []);
    }

    #[test]
    fn anything_else_is_a_stranger_once() {
        let text = "mod one;\n\n/// Docs.\npub struct Two {\n    three: u8,\n}\nmod four;\n";
        assert_eq!(strangers(text), [(4, "pub struct Two {")]);
        assert_eq!(
            strangers("fn five() -> u8 {\n    if a {\n    }\n}"),
            [(1, "fn five() -> u8 {")]
        );
        assert_eq!(
            strangers("pub const SIX: u8 = 6;\npub use a::b;"),
            [(1, "pub const SIX: u8 = 6;")]
        );
    }

    #[test]
    fn a_module_in_place_may_not_hide_one() {
        assert_eq!(
            strangers("mod one {\n    fn two() {}\n}\nmod three;"),
            [(2, "fn two() {}")]
        );
    }
}
