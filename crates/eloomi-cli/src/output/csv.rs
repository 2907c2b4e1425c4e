//! Comma-separated values (RFC 4180), for spreadsheets and imports.

use std::io::{self, IsTerminal as _};

use super::{Record, Sink, cell};
use crate::printable;

/// A heading line with the fields' names on the wire, then a line per record.
///
/// Control characters are escaped on a terminal and kept everywhere else, because an export
/// is exact. What is not set is an empty cell. Fields that the model does not list have no column; the
/// closing lines tell.
pub(super) struct Rows {
    /// Whether cells are left as they are, formulas included.
    is_exact: bool,
    /// Whether a terminal reads along. It obeys control characters, a file does not.
    is_terminal: bool,
    has_heading: bool,
    guarded: u64,
    left_out: u64,
}

impl Rows {
    /// No row yet.
    pub(super) fn new(is_exact: bool) -> Self {
        Self {
            is_exact,
            is_terminal: io::stdout().is_terminal(),
            has_heading: false,
            guarded: 0,
            left_out: 0,
        }
    }

    fn heading<R: Record>(&mut self) -> io::Result<()> {
        if self.has_heading {
            return Ok(());
        }
        self.has_heading = true;
        let names = R::FIELDS.iter().map(|field| field.wire_names()[0]);
        row(names)
    }

    /// A spreadsheet runs what begins like a formula, and people choose some of these texts
    /// themselves. An apostrophe makes it text. Numbers stay: `-5` is no formula.
    fn guard(&mut self, cell: String) -> String {
        let is_number = cell
            .bytes()
            .skip(1)
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
        let is_formula =
            cell.starts_with(['=', '@', '\t', '\r']) || cell.starts_with(['+', '-']) && !is_number;
        if self.is_exact || !is_formula {
            return cell;
        }
        self.guarded += 1;
        format!("'{cell}")
    }
}

impl<R: Record> Sink<R> for Rows {
    fn write(&mut self, record: &R) -> io::Result<()> {
        self.heading::<R>()?;
        self.left_out += record.extra().len() as u64;
        let values = cell::Values::of(record)?;
        let cells = R::FIELDS.iter().map(|field| {
            let value = values.get(record, field);
            let cell = self.guard(value.map(cell::exported).unwrap_or_default());
            if self.is_terminal {
                printable::escape(&cell).into_owned()
            } else {
                cell
            }
        });
        row(cells)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.heading::<R>()
    }

    fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.guarded > 0 {
            let cells = match self.guarded {
                1 => "1 cell begins".into(),
                count => format!("{count} cells begin"),
            };
            remarks.push(format!(
                "{cells} with an apostrophe, so that no spreadsheet takes it for a formula; \
                 --csv-exact adds none"
            ));
        }
        if self.left_out > 0 {
            let values = match self.left_out {
                1 => "1 value of a field that has no column is".into(),
                count => format!("{count} values of fields that have no column are"),
            };
            remarks.push(format!("{values} left out; --format ndjson has all"));
        }
        remarks
    }
}

/// Prints one row at once.
fn row(cells: impl Iterator<Item: AsRef<[u8]>>) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(io::stdout().lock());
    writer.write_record(cells)?;
    writer.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_text() {
        let mut rows = Rows::new(false);
        for formula in ["=1+1", "@SUM(A1)", "-cmd", "+45 555 0100", "\t=1"] {
            assert_eq!(rows.guard(formula.into()), format!("'{formula}"));
        }
    }

    #[test]
    fn a_negative_number_stays_a_number() {
        assert_eq!(Rows::new(false).guard("-5".into()), "-5");
    }

    #[test]
    fn an_exact_export_changes_nothing() {
        assert_eq!(Rows::new(true).guard("=1+1".into()), "=1+1");
    }
}
