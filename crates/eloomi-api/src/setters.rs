//! Setters, one per field, of requests that hold what they write in a field named `changes`.

/// Setters of single values: a value, or [`Patch::Clear`](eloomi_wire::Patch::Clear).
macro_rules! patches {
    ($request:ty; $($field:ident: $value:ident, $about:literal;)+) => {
        impl $request { $(
            #[doc = concat!("Sets, or clears, ", $about, ".")]
            pub fn $field(mut self, $field: impl Into<eloomi_wire::Patch<$value>>) -> Self {
                self.changes.$field = $field.into();
                self
            }
        )+ }
    };
}

/// Setters of lists; an empty list takes everything out.
macro_rules! lists {
    ($request:ty; $($field:ident: $item:ident, $about:literal;)+) => {
        impl $request { $(
            #[doc = concat!("Sets ", $about, ".")]
            pub fn $field<I: Into<$item>>(mut self, $field: impl IntoIterator<Item = I>) -> Self {
                let list = $field.into_iter().map(Into::into).collect();
                self.changes.$field = eloomi_wire::Patch::Set(list);
                self
            }
        )+ }
    };
}

pub(crate) use {lists, patches};
