//! How a thing is printed of which nothing is documented.

use eloomi::{
    model::OpenResource,
    wire::{Extra, Field, NumberOrText, Text},
};

use super::THINGS;
use crate::{
    noun::Noun,
    output::{Column, Record, text},
};

/// What such a thing is taken to have.
pub(super) const FIELDS: &[Field] = &[
    Field::of::<Option<NumberOrText>>("id", &["id"]),
    Field::of::<Option<Text>>("name", &["name"]).personal(),
];

/// A goal or a coach tells of a person by its name, and nobody knows what tells of none.
pub(super) const SHOWN: &[&str] = &["id"];

impl Record for OpenResource {
    const NOUN: &'static Noun = &THINGS;

    const FIELDS: &'static [Field] = FIELDS;

    const SHOWN: &'static [&'static str] = SHOWN;

    const COLUMNS: &'static [Column<Self>] = &[
        Column::key("ID", |thing| text(thing.id.as_ref())),
        Column::masked("NAME", |thing| text(thing.name.as_ref())),
        Column::text("OTHER FIELDS", others),
    ];

    fn extra(&self) -> &Extra {
        &self.fields
    }
}

/// The names of the other fields: what there is at all is worth knowing.
fn others(thing: &OpenResource) -> String {
    let names = thing.fields.iter().map(|(name, _)| name);
    names.collect::<Vec<_>>().join(", ")
}
