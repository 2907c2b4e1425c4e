//! Printing records on stdout, in the format that was asked for.

mod cell;
mod csv;
mod json;
mod ndjson;
mod record;
mod table;

use std::io::{self, Write as _};

use serde::Serialize;

pub(crate) use record::{Column, Record, text};

use crate::{
    arguments::{Format, General},
    connection::Connection,
    notes,
};

/// One way to print. What it prints of a record is out when `write` returns, unless it says
/// otherwise.
trait Sink<R> {
    /// Prints a record.
    fn write(&mut self, record: &R) -> io::Result<()>;

    /// There are no more: prints what stands at the end.
    fn finish(&mut self) -> io::Result<()>;

    /// The records broke off: what is to be said of the output that is there, given how many
    /// it holds. Nothing more is printed.
    fn break_off(&self, so_far: &str) -> String {
        format!("it ends after {so_far}")
    }

    /// What else is worth knowing of what was printed.
    fn remarks(&self) -> Vec<String> {
        Vec::new()
    }
}

/// How values are printed of which nothing is known but that they are JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    /// As one array.
    Array,
    /// One per line.
    Lines,
}

/// Records on their way to stdout.
pub(crate) struct Output<'a, R> {
    sink: Box<dyn Sink<R> + 'a>,
    counted: fn(u64) -> String,
    count: u64,
}

impl<'a, R: Record + 'a> Output<'a, R> {
    /// For any number of records.
    pub(crate) fn many(general: &General) -> Self {
        let sink: Box<dyn Sink<R>> = match general.format {
            Format::Table => Box::new(table::Table::new(general.show_personal)),
            Format::Json => Box::new(json::Array::default()),
            Format::Ndjson => Box::new(ndjson::Lines),
            Format::Csv => Box::new(csv::Rows::new(general.csv_exact)),
        };
        Self::of(sink, |count| R::NOUN.counted(count))
    }

    /// For one record.
    pub(crate) fn one(general: &General) -> Self {
        let sink: Box<dyn Sink<R>> = match general.format {
            Format::Table => Box::new(table::Card::new(general.show_personal)),
            Format::Json | Format::Ndjson => Box::new(ndjson::Lines),
            Format::Csv => Box::new(csv::Rows::new(general.csv_exact)),
        };
        Self::of(sink, |count| R::NOUN.counted(count))
    }
}

impl<'a, R: Serialize + 'a> Output<'a, R> {
    /// For any number of values; `counted` says how many, in words.
    pub(crate) fn json(json: Json, counted: fn(u64) -> String) -> Self {
        match json {
            Json::Array => Self::of(Box::new(json::Array::default()), counted),
            Json::Lines => Self::of(Box::new(ndjson::Lines), counted),
        }
    }
}

impl<'a, R> Output<'a, R> {
    fn of(sink: Box<dyn Sink<R> + 'a>, counted: fn(u64) -> String) -> Self {
        Self {
            sink,
            counted,
            count: 0,
        }
    }

    /// Prints a record.
    pub(crate) fn write(&mut self, record: &R) -> io::Result<()> {
        self.sink.write(record)?;
        self.count += 1;
        Ok(())
    }

    /// Prints what stands at the end.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        self.sink.finish()?;
        io::stdout().flush()
    }

    /// Leaves the output as it is; says what it lacks, if there is any.
    pub(crate) fn break_off(&self) -> Option<String> {
        (self.count > 0).then(|| self.sink.break_off(&self.tally()))
    }

    /// How many records there were so far.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    /// How many records there were so far, in words.
    pub(crate) fn tally(&self) -> String {
        (self.counted)(self.count)
    }

    /// The last lines on stderr: what is worth knowing of the output, how much there was, and
    /// what it cost.
    pub(crate) fn close(&self, general: &General, tally: &str, connection: &Connection) {
        self.remark(general);
        if !general.quiet {
            notes::line(&format!("{tally}, {}", connection.requests()));
        }
    }

    /// What is worth knowing of the output, on stderr.
    pub(crate) fn remark(&self, general: &General) {
        if general.quiet {
            return;
        }
        for remark in self.sink.remarks() {
            notes::note(&remark);
        }
    }
}

/// Prints a line on stdout and sees that it leaves at once.
fn print_line(line: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(line.as_bytes())?;
    stdout.write_all(b"\n")?;
    stdout.flush()
}
