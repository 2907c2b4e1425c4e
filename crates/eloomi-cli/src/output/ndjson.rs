//! JSON, one object per line.

use std::io;

use serde::Serialize;

use super::{Sink, print_line};
use crate::printable;

/// One object per line.
pub(super) struct Lines;

impl<R: Serialize> Sink<R> for Lines {
    fn write(&mut self, record: &R) -> io::Result<()> {
        print_line(&object(record)?)
    }

    fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The record as its model serializes it, in one line that no terminal obeys.
pub(crate) fn object(record: &impl Serialize) -> io::Result<String> {
    let json = serde_json::to_string(record)?;
    Ok(printable::escape_json(&json).into_owned())
}
