//! The custom attributes that are set up for this customer.

const ATTRIBUTES: [&str; 4] = [
    "shoe_size",
    "cost_center",
    "hair_color",
    "Parkering / plads",
];

/// The attribute of this name, if it is set up.
pub(crate) fn attribute(name: &str) -> Option<&'static str> {
    ATTRIBUTES.into_iter().find(|own| *own == name)
}
