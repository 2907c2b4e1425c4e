//! Quirks that are named have a row, and the tests that the rows name are there.

use crate::check::step::{Setting, Verdict};
use crate::survey::document::ApiDocument;
use crate::survey::files::Files;
use crate::survey::quirks_page::{self, QuirksPage, Row};
use crate::survey::{behaviours, exchanges, service, tests_by_name};

/// Looks at the API document, the exchanges, the simulator and the page.
pub(super) fn run(setting: &Setting) -> Result<Verdict, String> {
    check(&Files::load(&setting.root)?)
}

fn check(files: &Files) -> Result<Verdict, String> {
    let page = QuirksPage::read(files)?;
    let mut findings = without_row(files, &page)?;
    findings.extend(doubles(&page));
    findings.extend(without_test(files, &page));
    findings.extend(untested(&page));
    let what = format!("quirks; {} tests named", page.tests.len());
    Ok(Verdict::of(findings, page.rows.len(), &what))
}

/// Ids that are used and stand nowhere on the page.
fn without_row(files: &Files, page: &QuirksPage) -> Result<Vec<String>, String> {
    let mut used = Vec::new();
    for service in service::ALL.iter().filter(|it| it.is_there(files)) {
        for (line, id) in ApiDocument::read_at(files, service.document)?.quirks {
            used.push((service.document.to_owned(), line, id));
        }
        // Those that cannot be read are findings of `coverage`.
        for exchange in exchanges::read_of(files, service).0 {
            for (line, id) in exchange.quirks {
                used.push((exchange.file.clone(), line, id));
            }
        }
    }
    for (file, line, id) in behaviours::quirks(files) {
        used.push((file.to_owned(), line, id.to_owned()));
    }
    let unknown = used.into_iter().filter(|(_, _, id)| !page.has(id));
    let finding = |(file, line, id): (String, usize, String)| {
        let service = service::ALL.iter().find(|it| id.starts_with(it.prefix));
        let page = service.map_or(quirks_page::PATH, |it| it.quirks);
        format!("{file}:{line}: the quirk {id} has no row in {page}")
    };
    Ok(unknown.map(finding).collect())
}

/// Rows that name no test: what nobody tries, nobody keeps.
fn untested(page: &QuirksPage) -> Vec<String> {
    let rows = page.rows.iter().filter(|row| row.has_no_test());
    rows.map(|row| format!("{}:{}: {} names no test", row.page, row.line, row.id))
        .collect()
}

/// Rows with the id of a row above.
fn doubles(page: &QuirksPage) -> Vec<String> {
    let is_double =
        |(at, row): &(usize, &Row)| page.rows[..*at].iter().any(|above| above.id == row.id);
    let doubles = page.rows.iter().enumerate().filter(is_double);
    doubles
        .map(|(_, row)| format!("{}:{}: a second row of {}", row.page, row.line, row.id))
        .collect()
}

/// Tests that the page names and no crate has, and cells that name none.
fn without_test(files: &Files, page: &QuirksPage) -> Vec<String> {
    let crates = tests_by_name::read(files);
    let mut findings = Vec::new();
    for (at, line, package, name) in &page.tests {
        let complaint = match crates.get(package) {
            None => format!("there is no crate {package}"),
            Some(names) if !names.contains(name) => format!("{package} has no test {name}"),
            Some(_) => continue,
        };
        findings.push(format!("{at}:{line}: {complaint}"));
    }
    let named = |row: &&Row| {
        let mut tests = page.tests.iter();
        tests.any(|(at, line, ..)| (*at, *line) == (row.page, row.line))
    };
    for row in page
        .rows
        .iter()
        .filter(|row| !row.has_no_test() && !named(row))
    {
        findings.push(format!(
            "{}:{}: {} names no test; write `crate::test`, or — while there is none",
            row.page, row.line, row.id
        ));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::step::Verdict;
    use crate::survey::document;
    use crate::survey::files::Files;
    use crate::survey::quirks_page;
    use crate::survey::service;

    const PAGE: &str = "\
| id | says | does | test |
|---|---|---|---|
| `q-one` | a | b | `a::one_holds` |
| `q-two` | a | b | `a::two_holds` |
";

    const EXCHANGE: &str = "\
---
info:
  operation: getUser
  origin: documentation
  confidence: documented
  quirks:
    - q-two
---
=== request
GET /users
=== response
200
";

    fn files() -> Files {
        Files::of([
            (quirks_page::PATH, PAGE),
            (document::PATH, "a:\n  x-quirks:\n    - q-one\n"),
            ("fixtures/exchanges/users/get.exchange", EXCHANGE),
            (
                "crates/eloomi-sim/src/behaviours.rs",
                "ROW = \"See q-one.\"",
            ),
            (
                "crates/a/src/lib.rs",
                "#[test]\nfn one_holds() {}\n#[test]\nfn two_holds() {}",
            ),
        ])
    }

    fn findings(files: &Files) -> Vec<String> {
        match check(files).unwrap() {
            Verdict::Failed(findings) => findings,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn all_is_well_and_a_row_without_a_test_is_not() {
        let expected = "2 quirks; 2 tests named";
        assert_eq!(check(&files()), Ok(Verdict::Passed(expected.to_owned())));
        let untested = files().edited(quirks_page::PATH, "`a::two_holds`", "—");
        assert_eq!(
            findings(&untested),
            ["docs/quirks.md:4: q-two names no test"]
        );
    }

    #[test]
    fn a_quirk_that_is_used_must_have_a_row() {
        let without_one = PAGE.replace("`q-one`", "`q-uno`");
        assert_eq!(
            findings(&files().with(quirks_page::PATH, &without_one)),
            [
                "docs/api/eloomi-v3.yaml:3: the quirk q-one has no row in docs/quirks.md",
                "crates/eloomi-sim/src/behaviours.rs:1: the quirk q-one has no row in docs/quirks.md",
            ]
        );
        let without_two = PAGE.replace("`q-two`", "`q-dos`");
        assert_eq!(
            findings(&files().with(quirks_page::PATH, &without_two)),
            [
                "fixtures/exchanges/users/get.exchange:7: the quirk q-two has no row in docs/quirks.md"
            ]
        );
    }

    #[test]
    fn a_test_that_is_named_must_be_there() {
        let renamed = files().edited("crates/a/src/lib.rs", "one_holds", "one_stands");
        assert_eq!(
            findings(&renamed),
            ["docs/quirks.md:3: a has no test one_holds"]
        );
        let elsewhere = files().edited(quirks_page::PATH, "a::one", "b::one");
        assert_eq!(
            findings(&elsewhere),
            ["docs/quirks.md:3: there is no crate b"]
        );
        let emptied = files().edited(quirks_page::PATH, "`a::one_holds`", "soon");
        assert!(findings(&emptied)[0].contains("q-one names no test"));
    }

    #[test]
    fn a_quirk_has_one_row() {
        let double = files().edited(quirks_page::PATH, "`q-two`", "`q-one`");
        assert!(findings(&double).contains(&"docs/quirks.md:4: a second row of q-one".to_owned()));
    }

    #[test]
    fn the_staff_directory_has_a_page_of_its_own() {
        let (document, page) = (service::DIRECTORY.document, service::DIRECTORY.quirks);
        let used = files().with(document, "a:\n  x-quirks:\n    - lv-one\n");
        let expected = format!("{document}:3: the quirk lv-one has no row in {page}");
        assert_eq!(findings(&used), [expected]);
        let row = "| `lv-one` | a | b | `a::no_such_test` |\n";
        let expected = format!("{page}:1: a has no test no_such_test");
        assert_eq!(findings(&used.with(page, row)), [expected]);
    }
}
