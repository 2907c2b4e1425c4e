//! How JSON behaves on these services, with no word of any one of them.
//!
//! What a service documents and what it sends are two things: a number comes in quotes, a list
//! comes as `null`, a field has two spellings, a date is 30 February. This crate reads all of
//! that without losing any of it. Three ideas carry it:
//!
//! * **Kept as it came.** [`Text`], [`RawJson`], [`Extra`], [`DateTimeText`] and [`Attributes`]
//!   hold what arrived and interpret it only when asked.
//! * **Lenient in, one form out.** [`Lenient`] scalars read a value in any of its known dresses
//!   and write the plain one; [`open_enum!`] keeps values it does not know.
//! * **One declaration.** [`model!`] writes a model's struct, reader, writer, redacted `Debug`
//!   and field list from one table of fields.
//!
//! [`decode`] turns bytes into a model, and its error never quotes what it read.
//!
//! ```
//! use eloomi_wire::{Id, Text, decode, model};
//!
//! /// Tells ids of crew members from other ids.
//! #[derive(Debug)]
//! pub enum CrewMarker {}
//!
//! model! {
//!     /// A member of the crew.
//!     pub struct Crew {
//!         /// Number of the member.
//!         id: Id<CrewMarker> = "id", required;
//!         /// Name as it is printed.
//!         name: Option<Text> = "name" | "full_name", writable, personal;
//!     }
//! }
//!
//! # fn main() -> Result<(), eloomi_wire::DecodeError> {
//! let crew: Crew = decode(br#"{"id":"7","full_name":"Ada Example","shoe_size":38}"#)?;
//! assert_eq!(crew.id, Id::from(7));
//! assert_eq!(crew.name.as_deref(), Some("Ada Example"));
//! assert_eq!(crew.extra.len(), 1);
//! assert_eq!(format!("{crew:?}"), "Crew { id, name, .. }");
//! # Ok(())
//! # }
//! ```

mod attributes;
mod date;
mod decode;
mod decode_error;
mod expecting;
mod extra;
mod field;
mod field_value;
mod id;
mod known;
mod lenient;
mod map;
mod model;
mod nullable;
mod number_or_text;
mod open_enum;
mod patch;
mod raw_json;
mod scalar;
mod setters;
mod text;
mod zero_or_one;

pub use attributes::Attributes;
#[cfg(feature = "jiff")]
pub use date::DateError;
pub use date::{DateText, DateTimeText, InstantText};
pub use decode::decode;
pub use decode_error::{DecodeError, DecodeErrorKind};
pub use extra::Extra;
pub use field::{Field, FieldType};
pub use field_value::FieldValue;
pub use id::{Id, IdError};
pub use lenient::Lenient;
pub use nullable::Nullable;
pub use number_or_text::NumberOrText;
pub use patch::Patch;
pub use raw_json::{EncodeError, RawJson};
pub use text::Text;
pub use zero_or_one::ZeroOrOne;

/// What the macros of this crate write against. No part of the public interface.
#[doc(hidden)]
pub mod __private {
    pub use crate::expecting::{FIELD_NAME, OBJECT, TEXT};
    pub use crate::field_value::FieldSeed;
    pub use crate::known::announce;
    pub use crate::model::{assert_portable, free_spelling, write_names};
    pub use serde;
}
