//! What stderr says of a tree.

use eloomi::Unit;

use super::{
    super::{UNITS, some_of::some_of},
    forest::{Oddity, Place},
};

/// A remark for each kind of thing that is odd, and for what is left out.
pub(super) fn remarks(units: &[Unit], places: &[Place]) -> Vec<String> {
    let of = |oddity| {
        let places = places
            .iter()
            .filter(move |place| place.oddity == Some(oddity));
        places.map(|place| &units[place.index]).collect::<Vec<_>>()
    };
    let kinds = [
        (of(Oddity::Orphan), "below a unit that is not in the list"),
        (
            of(Oddity::Ring),
            "below themselves, in a ring; the first of it stands at the top",
        ),
    ];
    let mut remarks: Vec<_> = kinds
        .iter()
        .filter(|(units, _)| !units.is_empty())
        .map(|(units, what)| {
            let count = UNITS.counted(units.len() as u64);
            let ids: Vec<_> = units.iter().map(|unit| unit.id).collect();
            format!("{count} {what}: {}", some_of(&ids))
        })
        .collect();
    let left_out: usize = places.iter().map(|place| place.left_out).sum();
    if left_out > 0 {
        let count = UNITS.counted(left_out as u64);
        remarks.push(format!("{count} deeper than --depth left out"));
    }
    remarks
}
