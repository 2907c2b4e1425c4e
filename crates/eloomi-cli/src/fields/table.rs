//! One line per field.

/// Makes `FLAGS`, a [`Flag`](super::Flag) per field, of lines that rustfmt leaves alone.
///
/// ```text
/// fields! {
///     leader_ids: Kind::Ids, "ID,…", "All leaders, by id";
///     name: Kind::Text, "NAME", "Name of the unit";
/// } ─┬──  ────┬────  ───┬──  ────────┬─────────
///    │        │         │            └ what the help says
///    │        │         └ what stands for the value there
///    │        └ what the flag takes
///    └ of the field in the model
/// ```
macro_rules! fields {
    ($($name:ident: $kind:expr, $value:literal, $help:literal;)+) => {
        /// A flag per field, in the order of the model.
        const FLAGS: &[$crate::fields::Flag] = &[$(
            $crate::fields::Flag {
                name: stringify!($name),
                kind: $kind,
                value: $value,
                help: $help,
            },
        )+];
    };
}

pub(crate) use fields;
