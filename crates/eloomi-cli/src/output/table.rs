//! Tables for people. What they look like may change; programs read the other formats.

use std::io;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Row, presets};
use eloomi::wire::Field;

use super::{Record, Sink, cell, print_line};
use crate::{printable, terminal};

/// What stands for a value that is there and is not shown.
const MASK: &str = "***";

/// Many records, one per line. Printed when it is complete: only then is the width of a
/// column known.
pub(super) struct Table {
    inner: comfy_table::Table,
    show_personal: bool,
    masked: u64,
}

impl Table {
    /// No record yet.
    pub(super) fn new(show_personal: bool) -> Self {
        Self {
            inner: plain(),
            show_personal,
            masked: 0,
        }
    }
}

impl<R: Record> Sink<R> for Table {
    fn write(&mut self, record: &R) -> io::Result<()> {
        let mut row = Row::new();
        for column in R::COLUMNS {
            let text = (column.cell)(record);
            let is_hidden = column.is_masked && !self.show_personal && !text.is_empty();
            self.masked += u64::from(is_hidden);
            let text = if is_hidden { MASK } else { &text };
            row.add_cell(printable::escape(text).into());
        }
        // A long title is cut rather than wrapped: one line is one person.
        row.max_height(1);
        self.inner.add_row(row);
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        let mut headings = Row::from(R::COLUMNS.iter().map(|column| column.heading));
        headings.max_height(1);
        self.inner.set_header(headings);
        for (column, laid_out) in R::COLUMNS.iter().zip(self.inner.column_iter_mut()) {
            if column.is_number {
                laid_out.set_cell_alignment(CellAlignment::Right);
            }
            if column.is_key {
                laid_out.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
        print(&mut self.inner)
    }

    fn break_off(&self, so_far: &str) -> String {
        format!("a table is printed whole or not at all, and this one broke off after {so_far}")
    }

    fn remarks(&self) -> Vec<String> {
        remark_on_masks(self.masked)
    }
}

/// One record, one line per field that is set.
pub(super) struct Card {
    inner: comfy_table::Table,
    show_personal: bool,
    masked: u64,
}

impl Card {
    /// No record yet.
    pub(super) fn new(show_personal: bool) -> Self {
        Self {
            inner: plain(),
            show_personal,
            masked: 0,
        }
    }

    fn add(&mut self, name: &str, value: &str, is_shown: bool) {
        if value.is_empty() {
            return;
        }
        let is_hidden = !is_shown && !self.show_personal;
        self.masked += u64::from(is_hidden);
        let value = if is_hidden { MASK } else { value };
        let row = [printable::escape(name), printable::escape(value)];
        self.inner.add_row(row);
    }
}

impl<R: Record> Sink<R> for Card {
    fn write(&mut self, record: &R) -> io::Result<()> {
        let values = cell::Values::of(record)?;
        for field in R::FIELDS {
            let name = field.wire_names()[0];
            let Some(value) = values.get(record, field) else {
                continue;
            };
            match cell::shown(value) {
                // That there is nothing is nobody's secret.
                value if value.is_empty() => self.add(name, R::EMPTY, true),
                value => self.add(name, &value, is_shown::<R>(field)),
            }
        }
        // Nobody has decided who may see a field that is not known.
        for (name, value) in record.extra().iter() {
            self.add(name, value.as_str(), false);
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        self.inner.set_header(["FIELD", "VALUE"]);
        print(&mut self.inner)
    }

    fn remarks(&self) -> Vec<String> {
        remark_on_masks(self.masked)
    }
}

fn is_shown<R: Record>(field: &Field) -> bool {
    R::SHOWN.contains(&field.wire_names()[0])
}

fn remark_on_masks(masked: u64) -> Vec<String> {
    let remark = format!("{MASK} is masked; --show-personal shows it");
    (masked > 0).then_some(remark).into_iter().collect()
}

/// A table without lines, as wide as its content or the terminal.
fn plain() -> comfy_table::Table {
    let mut table = comfy_table::Table::new();
    table.load_style(presets::NOTHING);
    table
}

fn print(table: &mut comfy_table::Table) -> io::Result<()> {
    let last = table.column_count().saturating_sub(1);
    for (index, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, if index == last { 0 } else { 2 }));
    }
    match terminal::width() {
        Some(width) => {
            table.set_content_arrangement(ContentArrangement::Dynamic);
            table.set_width(width);
        }
        None => {
            table.set_content_arrangement(ContentArrangement::Disabled);
        }
    }
    let text = table.trim_fmt();
    match text.split_once('\n') {
        Some((heading, rows)) if terminal::is_styled() => {
            print_line(&format!("\u{1b}[1m{heading}\u{1b}[0m\n{rows}"))
        }
        _ => print_line(&text),
    }
}
