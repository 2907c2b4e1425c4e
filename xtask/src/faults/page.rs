//! The page that says the same to readers.

use std::fmt::Write as _;

use crate::faults::printed::{sums, tried};
use crate::faults::table::Fault;

/// Where it is.
pub(super) const PATH: &str = "docs/faults.md";

const HEAD: &str = "\
<!-- Written by `cargo xtask faults --write`. Change fixtures/faults.toml, not this page. -->

# Faults

What can go wrong between the client and the service, and what the client does then. Each row of
[fixtures/faults.toml](../fixtures/faults.toml) is tried on the stacks it names, and with the
methods: GET reads one person, POST creates one and is never repeated, PATCH sets values and may be
repeated, DELETE deletes one. `cargo xtask faults` runs them all, `cargo xtask faults --only F40` one.

A request may be repeated if it is `Repeat::Safe` or `Repeat::Idempotent`. A write that must not be is
`Ambiguous` when it left and its answer was lost. Kinds of errors stand in this type.

The column *by* says who breaks things: a raw *fault-server* that follows a script, the *simulator*,
the *client*'s own caller, the *clock*, or the *process*.

";

const COLUMNS: &str = "\
| id | fault | what the client does | by | tried on | tests |
|---|---|---|---|---|---|
";

/// The whole page.
pub(super) fn print(faults: &[Fault]) -> String {
    let mut page = format!("{HEAD}{}.\n", sums(faults));
    let mut section = "";
    for fault in faults {
        if fault.section != section {
            section = &fault.section;
            // Writing to a String cannot fail.
            let _ = write!(page, "\n## {section}\n\n{COLUMNS}");
        }
        page.push_str(&line(fault));
    }
    page
}

fn line(fault: &Fault) -> String {
    let tests = match fault.dropped {
        Some(_) => "—".to_owned(),
        None => format!("`{}`", fault.module()),
    };
    format!(
        "| <a id=\"{}\"></a>{} | {} | {} | {} | {} | {tests} |\n",
        fault.id.to_lowercase(),
        fault.id,
        cell(&fault.goes_wrong),
        cell(&fault.expected),
        fault.inject,
        cell(&tried(fault))
    )
}

/// A text in a table: a bar would end its cell, in code too.
fn cell(text: &str) -> String {
    text.replace('|', r"\|")
}

#[cfg(test)]
mod tests {
    use super::print;
    use crate::faults::table::read;
    use crate::faults::table::tests::TABLE;

    #[test]
    fn a_section_is_a_heading_with_a_table() {
        let page = print(&read(TABLE).unwrap());
        let body = page.split_once("## Body\n").unwrap().1;
        let expected = "
| id | fault | what the client does | by | tried on | tests |
|---|---|---|---|---|---|
| <a id=\"f40\"></a>F40 | It is short. | It is told. | fault-server | hyper, reqwest: GET, POST | \
            `f40_short_body` |
| <a id=\"f41\"></a>F41 | It is long. | As F40. | fault-server | hyper | `f41_long_body` |

## Input
";
        assert!(body.starts_with(expected), "{body}");
        assert_eq!(page.matches("## ").count(), 2);
    }

    #[test]
    fn a_bar_stays_in_its_cell_and_a_dropped_row_says_why() {
        let page = print(&read(TABLE).unwrap());
        assert!(page.contains(r"| It is `a\|b`. |"), "{page}");
        assert!(page.contains("| dropped: not on loopback | — |"), "{page}");
    }

    #[test]
    fn the_page_says_how_many_there_are_and_what_writes_it() {
        let page = print(&read(TABLE).unwrap());
        assert!(page.contains("\n4 faults, 1 of them dropped; 6 tests.\n"));
        let first = page.lines().next().unwrap();
        assert!(first.contains("cargo xtask faults --write"), "{first}");
    }
}
