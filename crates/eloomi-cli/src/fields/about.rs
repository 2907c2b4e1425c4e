//! What the help says of fields.

use super::{Changes, Flag, kind::Kind};

/// What goes for all fields, for the end of the help. `beyond` names what a flag cannot say.
pub(crate) fn about<C: Changes>(beyond: &str) -> String {
    let has_password = C::FLAGS
        .iter()
        .any(|flag| matches!(flag.kind, Kind::Password));
    let has_list = C::FLAGS
        .iter()
        .any(|flag| matches!(flag.kind, Kind::Ids | Kind::Own(_) | Kind::Texts));
    let opening = if has_list {
        "Lists are separated with commas, and a list stands for all of it; --clear empties one. What a\n\
         flag cannot say"
    } else {
        "What a flag cannot say"
    };
    let but = if has_password {
        ", but for a password"
    } else {
        ""
    };
    let is_spelt_alike = |flag: &Flag| flag.wire_names::<C>().first() == Some(&flag.name);
    let names = if C::FLAGS.iter().all(is_spelt_alike) {
        "its names are those of the fields with underscores, and\nnull empties a field."
    } else {
        "its names are those that the service has, such as\nfirstName, and null empties a field."
    };
    format!(
        "\
{opening}, such as {beyond}, --input can: {names}

Other users of a machine can read command lines, and a shell keeps them; --input keeps personal
fields out of both. --dry-run --format json prints what --input reads{but}."
    )
}
