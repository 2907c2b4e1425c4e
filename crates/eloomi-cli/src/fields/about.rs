//! What the help says of fields.

use super::{Changes, kind::Kind};

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
    format!(
        "\
{opening}, such as {beyond}, --input can: its names are those of the fields with underscores, and
null empties a field.

Other users of a machine can read command lines, and a shell keeps them; --input keeps personal
fields out of both. --dry-run --format json prints what --input reads{but}."
    )
}
