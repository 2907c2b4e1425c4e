//! Units.

use super::{Record, Table};

pub(crate) const FIRST_UNIT: u64 = 4001;
pub(crate) const UNITS: u32 = 12;

/// Codes of the first units, in their order; the others have none.
const CODES: [&str; 8] = [
    "DEP101", "DEP102", "DEP103", "DEP104", "DEP105", "DEP106", "DEP107", "DEP108",
];

/// A unit. Who is in it, the people know.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) id: u64,
    pub(crate) code: Option<String>,
}

impl Record for Unit {
    fn id(&self) -> u64 {
        self.id
    }
}

/// The units at the start.
pub(super) fn invent() -> Table<Unit> {
    let codes = CODES.into_iter().map(Some).chain(std::iter::repeat(None));
    let ids = (FIRST_UNIT..).take(UNITS as usize);
    let units = ids.zip(codes).map(|(id, code)| Unit {
        id,
        code: code.map(str::to_owned),
    });
    Table::new(units.collect(), FIRST_UNIT)
}
