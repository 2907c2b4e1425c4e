//! Fields that a command line can write, whatever they are of.
//!
//! A kind of thing declares its fields with [`fields!`] and implements [`Changes`]; flags,
//! `--input`, `--clear` and `--dry-run` follow from that.
//!
//! | to add | touch |
//! |---|---|
//! | a field | its line in the table of its kind of thing, such as `commands/users/fields.rs` |
//! | a kind of value for all | `fields/kind.rs` |
//! | a kind of value for one field | a function beside its table, which the line names: `Kind::Own` |

mod about;
#[cfg(test)]
pub(crate) mod agreement;
mod changes;
mod dates;
mod flag;
mod flags;
mod given;
mod input;
mod kind;
mod table;
#[cfg(test)]
mod tests;
mod values;

pub(crate) use self::{
    about::about,
    changes::{Changes, Writes},
    flag::Flag,
    given::Given,
    kind::{Kind, encoded},
    table::fields,
};
