//! A unit of a tree as one line of its own.

use std::{fmt::Write as _, io};

use eloomi::{
    Unit, UnitId,
    wire::{Extra, Field},
};
use serde::{Serialize, Serializer, ser::Error as _};
use serde_json::value::RawValue;

use super::{
    super::UNITS,
    forest::{Oddity, Place},
};
use crate::{
    noun::Noun,
    output::{Column, Record, object},
};

/// What the tree adds to a unit.
const ADDED: [Field; 3] = [
    Field::of::<u64>("depth", &["depth"]),
    Field::of::<Vec<UnitId>>("path", &["path"]),
    Field::of::<Option<eloomi::wire::Text>>("oddity", &["oddity"]),
];

const COUNT: usize = Unit::FIELDS.len() + ADDED.len();

/// The fields of a unit, and then those of the tree.
const ALL: [Field; COUNT] = {
    let mut all = [ADDED[0]; COUNT];
    let mut index = 0;
    while index < COUNT {
        all[index] = match index.checked_sub(Unit::FIELDS.len()) {
            None => Unit::FIELDS[index],
            Some(added) => ADDED[added],
        };
        index += 1;
    }
    all
};

/// A unit, and where it stands.
pub(super) struct Row {
    unit: Unit,
    place: Place,
    path: Vec<UnitId>,
}

impl Row {
    /// That of a place; `path` is that of the row before, and becomes this one's.
    pub(super) fn new(units: &[Unit], place: &Place, path: &mut Vec<UnitId>) -> Self {
        let unit = units[place.index].clone();
        path.truncate(place.depth);
        path.push(unit.id);
        Self {
            unit,
            place: *place,
            path: path.clone(),
        }
    }

    fn json(&self) -> io::Result<String> {
        let path = serde_json::to_string(&self.path)?;
        let depth = self.place.depth;
        placed(
            &self.unit,
            &self.place,
            &format!(r#","depth":{depth},"path":{path}"#),
        )
    }
}

/// The JSON of a unit with members of the tree after its own: `more`, and what is odd about it.
pub(super) fn placed(unit: &Unit, place: &Place, more: &str) -> io::Result<String> {
    let mut json = object(unit)?;
    json.pop();
    json.push_str(more);
    if let Some(oddity) = place.oddity {
        let oddity = match oddity {
            Oddity::Orphan => "orphan",
            Oddity::Ring => "ring",
        };
        let _ = write!(json, r#","oddity":"{oddity}""#);
    }
    json.push('}');
    Ok(json)
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = self.json().map_err(S::Error::custom)?;
        let json = RawValue::from_string(json).map_err(S::Error::custom)?;
        json.serialize(serializer)
    }
}

impl Record for Row {
    const NOUN: &'static Noun = &UNITS;

    const FIELDS: &'static [Field] = &ALL;

    const SHOWN: &'static [&'static str] = &[];

    const COLUMNS: &'static [Column<Self>] = &[];

    fn extra(&self) -> &Extra {
        &self.unit.extra
    }
}
