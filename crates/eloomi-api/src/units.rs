//! Units.

mod by_key;
mod get_unit;
mod list_units;

pub use get_unit::GetUnit;
pub use list_units::ListUnits;
