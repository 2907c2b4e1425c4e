//! Units.

mod applied_unit;
mod by_key;
mod comparison;
mod create_unit;
mod delete_unit;
mod get_unit;
mod list_units;
mod missing;
mod read_back_unit;
mod setters;
mod unit_body;
mod update_unit;

pub use applied_unit::AppliedUnit;
pub use create_unit::CreateUnit;
pub use delete_unit::DeleteUnit;
pub use get_unit::GetUnit;
pub use list_units::ListUnits;
pub use missing::Missing;
pub use read_back_unit::ReadBackUnit;
pub use update_unit::UpdateUnit;
