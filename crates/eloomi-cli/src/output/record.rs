//! What can be printed.

use std::fmt::Display;

use eloomi::wire::{Extra, Field};
use serde::Serialize;

use crate::noun::Noun;

/// A model that can be printed in every format.
pub(crate) trait Record: Serialize + 'static {
    /// What it is.
    const NOUN: &'static Noun;

    /// The fields, in the order of CSV columns.
    const FIELDS: &'static [Field];

    /// The fields that are shown to people without being asked for. All others are masked: a
    /// new field is private until somebody has decided otherwise.
    const SHOWN: &'static [&'static str];

    /// The columns of a table of many.
    const COLUMNS: &'static [Column<Self>];

    /// What stands for a field that is there and empty; empty if such a field is not shown.
    const EMPTY: &'static str = "";

    /// Fields beyond [`FIELDS`](Self::FIELDS).
    fn extra(&self) -> &Extra;
}

/// A column of a table.
pub(crate) struct Column<R: ?Sized> {
    /// What stands above it.
    pub(crate) heading: &'static str,
    /// What stands in it; empty if there is nothing.
    pub(crate) cell: fn(&R) -> String,
    /// Whether it is shown on request only.
    pub(crate) is_masked: bool,
    /// Whether it is aligned as numbers are.
    pub(crate) is_number: bool,
    /// Whether it is worth nothing when it is cut, as ids are.
    pub(crate) is_key: bool,
}

impl<R: ?Sized> Column<R> {
    /// Text.
    pub(crate) const fn text(heading: &'static str, cell: fn(&R) -> String) -> Self {
        Self {
            heading,
            cell,
            is_masked: false,
            is_number: false,
            is_key: false,
        }
    }

    /// Text that is never cut.
    pub(crate) const fn key(heading: &'static str, cell: fn(&R) -> String) -> Self {
        Self {
            is_key: true,
            ..Self::text(heading, cell)
        }
    }

    /// A number, never cut.
    pub(crate) const fn number(heading: &'static str, cell: fn(&R) -> String) -> Self {
        Self {
            is_number: true,
            ..Self::key(heading, cell)
        }
    }

    /// Text that is masked unless it is asked for.
    pub(crate) const fn masked(heading: &'static str, cell: fn(&R) -> String) -> Self {
        Self {
            is_masked: true,
            ..Self::text(heading, cell)
        }
    }
}

/// What stands in a cell of a value that may be there.
pub(crate) fn text(value: Option<&impl Display>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}
