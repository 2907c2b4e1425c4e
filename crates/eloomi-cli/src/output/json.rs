//! JSON, one array.

use std::io;

use serde::Serialize;

use super::{Sink, ndjson::object, print_line};

/// One array, an object per line.
#[derive(Default)]
pub(super) struct Array {
    is_open: bool,
}

impl<R: Serialize> Sink<R> for Array {
    fn write(&mut self, record: &R) -> io::Result<()> {
        // Each line is whole, and the comma leads the next: what arrived is out at once.
        let object = object(record)?;
        let lead = if self.is_open { "," } else { "[" };
        self.is_open = true;
        print_line(&format!("{lead}{object}"))
    }

    fn finish(&mut self) -> io::Result<()> {
        print_line(if self.is_open { "]" } else { "[]" })
    }

    fn break_off(&self, so_far: &str) -> String {
        format!("the array ends after {so_far} and is not closed")
    }
}
