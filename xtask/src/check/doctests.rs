//! No example in the docs is ignored: `no_run`, `should_panic` and `compile_fail` still compile.

use crate::check::fences::Fences;
use crate::check::step::{Setting, Verdict};
use crate::workspace::{Document, documents};

/// Looks at every fence in Rust and in the Markdown that docs may include.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    let mut sources = documents(&setting.root, ".rs")?;
    sources.extend(documents(&setting.root, ".md")?);
    let findings = sources.iter().flat_map(ignored).collect();
    Ok(Verdict::of(findings, sources.len(), "files"))
}

fn ignored(document: &Document) -> Vec<String> {
    let mut fences = Fences::default();
    let mut findings = Vec::new();
    for (number, line) in (1..).zip(document.text.lines()) {
        let opened = fences.feed(without_comment_mark(line));
        if opened.is_some_and(is_ignored) {
            findings.push(format!(
                "{}:{number}: an ignored example; use no_run, compile_fail, or text if it is no Rust",
                document.path
            ));
        }
    }
    findings
}

/// The text of a doc comment; any other line as it is.
fn without_comment_mark(line: &str) -> &str {
    let line = line.trim_start();
    let text = line
        .strip_prefix("///")
        .or_else(|| line.strip_prefix("//!"));
    text.or_else(|| line.strip_prefix("* ")).unwrap_or(line)
}

/// Whether the words behind the fence tell rustdoc to leave it out, on all or some platforms.
fn is_ignored(words: &str) -> bool {
    let mut words = words.split(|letter: char| letter == ',' || letter.is_whitespace());
    words.any(|word| word == "ignore" || word.starts_with("ignore-"))
}

#[cfg(test)]
mod tests {
    use super::{Document, ignored};

    fn findings(lines: &[&str]) -> usize {
        ignored(&Document {
            path: "a.rs".to_owned(),
            text: lines.join("\n"),
        })
        .len()
    }

    #[test]
    fn an_ignored_example_is_found_in_every_kind_of_doc_comment() {
        assert_eq!(findings(&["/// ```ignore", "/// ```"]), 1);
        assert_eq!(findings(&["//! ```rust,ignore", "//! ```"]), 1);
        assert_eq!(findings(&["    /// ```ignore-windows", "    /// ```"]), 1);
        assert_eq!(findings(&["~~~ignore", "~~~"]), 1);
    }

    #[test]
    fn examples_that_compile_are_left_alone() {
        assert_eq!(
            findings(&["/// ```no_run", "/// ignore(this);", "/// ```"]),
            0
        );
        assert_eq!(findings(&["/// ```", "/// ```"]), 0);
    }
}
