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
    let has_capitals = |name: &&str| name.bytes().any(|byte| byte.is_ascii_uppercase());
    let mut names = C::FIELDS.iter().map(|field| field.wire_names()[0]);
    let names = match names.find(has_capitals) {
        None => {
            "its names are those of the fields with underscores, and\nnull empties a field.".into()
        }
        Some(name) => format!(
            "its names are those that the service has, such as\n{name}, and null empties a field."
        ),
    };
    format!(
        "\
{opening}, such as {beyond}, --input can: {names}

Other users of a machine can read command lines, and a shell keeps them; --input keeps personal
fields out of both. --dry-run --format json prints what --input reads{but}."
    )
}
