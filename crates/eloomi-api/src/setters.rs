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

/// Setters of maps; an empty map takes everything out.
macro_rules! maps {
    ($request:ty; $($field:ident: $key:ident => $item:ident, $about:literal;)+) => {
        impl $request { $(
            #[doc = concat!("Sets ", $about, ".")]
            pub fn $field<K: Into<$key>, I: Into<$item>>(
                mut self,
                $field: impl IntoIterator<Item = (K, I)>,
            ) -> Self {
                let map = $field.into_iter().map(|(key, item)| (key.into(), item.into()));
                self.changes.$field = eloomi_wire::Patch::Set(map.collect());
                self
            }
        )+ }
    };
}

pub(crate) use {lists, maps, patches};
