//! Setters, one per field, of requests that hold what they write in a field named `changes`.

/// Writes setters of single values: each takes a value, or [`Patch::Clear`](crate::Patch::Clear).
///
/// The type has a field `changes`, whose fields of these names are patches. Of the line's words
/// the first is the field, the second the type of its value, the third what the docs say of it.
///
/// ```
/// use eloomi_wire::{Patch, Text, model, patch_setters, list_setters};
///
/// model! {
///     /// What a change of a ship writes.
///     pub struct ShipChanges {
///         /// Name on the bow.
///         name: Patch<Text> = "name", writable;
///         /// Who sails her.
///         crew: Patch<Vec<Text>> = "crew", writable, personal;
///     }
/// }
///
/// /// A change of a ship.
/// #[derive(Default)]
/// pub struct ChangeShip {
///     changes: ShipChanges,
/// }
///
/// patch_setters! { ChangeShip; name: Text, "the name on the bow"; }
/// list_setters! { ChangeShip; crew: Text, "who sails her"; }
///
/// let change = ChangeShip::default().name(Patch::Clear).crew(["Ada"]);
/// assert_eq!(format!("{:?}", change.changes), "ShipChanges { name, crew, .. }");
/// ```
#[macro_export]
macro_rules! patch_setters {
    ($request:ty; $($field:ident: $value:ident, $about:literal;)+) => {
        impl $request { $(
            #[doc = concat!("Sets, or clears, ", $about, ".")]
            pub fn $field(mut self, $field: impl Into<$crate::Patch<$value>>) -> Self {
                self.changes.$field = $field.into();
                self
            }
        )+ }
    };
}

/// Writes setters of single values that cannot be cleared; for the rest as
/// [`patch_setters!`](crate::patch_setters!).
#[macro_export]
macro_rules! value_setters {
    ($request:ty; $($field:ident: $value:ident, $about:literal;)+) => {
        impl $request { $(
            #[doc = concat!("Sets ", $about, ".")]
            pub fn $field(mut self, $field: impl Into<$value>) -> Self {
                self.changes.$field = $crate::Patch::Set($field.into());
                self
            }
        )+ }
    };
}

/// Writes setters of lists, each of which an empty list empties; for the rest as
/// [`patch_setters!`](crate::patch_setters!).
#[macro_export]
macro_rules! list_setters {
    ($request:ty; $($field:ident: $item:ident, $about:literal;)+) => {
        impl $request { $(
            #[doc = concat!("Sets ", $about, ".")]
            pub fn $field<I: Into<$item>>(mut self, $field: impl IntoIterator<Item = I>) -> Self {
                let list = $field.into_iter().map(Into::into).collect();
                self.changes.$field = $crate::Patch::Set(list);
                self
            }
        )+ }
    };
}

/// Writes setters of maps, each of which an empty map empties; for the rest as
/// [`patch_setters!`](crate::patch_setters!).
#[macro_export]
macro_rules! map_setters {
    ($request:ty; $($field:ident: $key:ident => $item:ident, $about:literal;)+) => {
        impl $request { $(
            #[doc = concat!("Sets ", $about, ".")]
            pub fn $field<K: Into<$key>, I: Into<$item>>(
                mut self,
                $field: impl IntoIterator<Item = (K, I)>,
            ) -> Self {
                let map = $field.into_iter().map(|(key, item)| (key.into(), item.into()));
                self.changes.$field = $crate::Patch::Set(map.collect());
                self
            }
        )+ }
    };
}
