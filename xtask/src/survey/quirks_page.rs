//! The page of quirks: its rows, and the tests that they name.

use crate::survey::files::Files;
use crate::survey::service::DIRECTORY;

/// Where that of the People API lies.
pub(crate) const PATH: &str = "docs/quirks.md";

/// The page, as far as it can be checked.
#[derive(Debug, Default)]
pub(crate) struct QuirksPage {
    /// The rows of all tables.
    pub(crate) rows: Vec<Row>,
    /// Tests that the page names, in tables or in the text: page, line, crate, name.
    pub(crate) tests: Vec<(&'static str, usize, String, String)>,
}

/// One row.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The page that it stands on.
    pub(crate) page: &'static str,
    /// Its line.
    pub(crate) line: usize,
    /// Such as `q-no-total`.
    pub(crate) id: String,
    /// What its last column says.
    pub(crate) test: String,
}

impl QuirksPage {
    /// Reads the page of the People API, and that of the staff directory, if there is one.
    pub(crate) fn read(files: &Files) -> Result<Self, String> {
        let mut page = Self::default();
        page.add(PATH, files.text(PATH)?);
        if let Some(text) = files.get(DIRECTORY.quirks) {
            page.add(DIRECTORY.quirks, text);
        }
        Ok(page)
    }

    fn add(&mut self, at: &'static str, text: &str) {
        for (line, text) in (1..).zip(text.lines()) {
            self.rows.extend(Row::of(at, line, text));
            self.tests.extend(
                code(text)
                    .filter_map(test)
                    .map(|(package, name)| (at, line, package.to_owned(), name.to_owned())),
            );
        }
    }

    /// Whether there is a row of that id.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.rows.iter().any(|row| row.id == id)
    }
}

impl Row {
    fn of(page: &'static str, line: usize, text: &str) -> Option<Self> {
        let inner = text.trim().strip_prefix('|')?.strip_suffix('|')?;
        let id = code(inner.split('|').next()?).next()?;
        let last = inner.rsplit('|').next()?.trim();
        Some(Self {
            page,
            line,
            id: id.to_owned(),
            test: last.to_owned(),
        })
    }

    /// Whether it says that there is no test.
    pub(crate) fn has_no_test(&self) -> bool {
        self.test == "—"
    }
}

/// The pieces of code in a line.
fn code(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Crate and name, if this is `crate::name_of_test`.
fn test(code: &str) -> Option<(&str, &str)> {
    // `crate::test` is how the page explains its column.
    let (package, name) = code
        .split_once("::")
        .filter(|(package, _)| *package != "crate")?;
    let is_name = |text: &str, also: char| {
        let letters = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
        !text.is_empty() && text.chars().all(|letter| letters(letter) || letter == also)
    };
    (is_name(package, '-') && is_name(name, '_')).then_some((package, name))
}

#[cfg(test)]
mod tests {
    use super::{PATH, QuirksPage};
    use crate::survey::files::Files;

    const TEXT: &str = "\
# Quirks
The column names a test, as `crate::test`.

| id | what the sources say | what we do | test |
|---|---|---|---|
| `q-one` | `Bearer` and `Route::new` (documented). | It is sent. | `a-b::sends_it`, `a::and_2` |
| `q-two` | Nothing. | Nothing. | — |

Refused by name (`a::refused`).
";

    #[test]
    fn rows_and_the_tests_they_name_are_read() {
        let page = QuirksPage::read(&Files::of([(PATH, TEXT)])).unwrap();
        let rows: Vec<_> = page
            .rows
            .iter()
            .map(|row| (row.line, row.id.as_str(), row.has_no_test()))
            .collect();
        assert_eq!(rows, [(6, "q-one", false), (7, "q-two", true)]);
        let tests: Vec<_> = page
            .tests
            .iter()
            .map(|(_, line, package, name)| format!("{line} {package} {name}"))
            .collect();
        assert_eq!(tests, ["6 a-b sends_it", "6 a and_2", "9 a refused"]);
        assert!(page.has("q-two") && !page.has("q-three"));
    }
}
